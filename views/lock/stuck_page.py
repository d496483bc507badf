"""What stands in the way of opening: what happened, that nothing is lost, and what to do next."""

from collections.abc import Sequence

import flet as ft

from services.planner.errors import KeyMissing, VaultDamaged, VaultFromNewerVersion
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, greeting
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, column
from views.lock.unlock_model import UnlockModel
from views.lock.unlock_state import Stuck
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings


def _page(
    around: Surroundings, picture: str, heading: str, sentences: Sequence[str], actions: Sequence[ft.Control]
) -> ft.Control:
    tokens = around.tokens
    shown: list[ft.Control] = [
        pictogram(tokens, picture, 120),
        greeting(tokens, heading, align="center"),
        *(body_text(tokens, each, align="center") for each in sentences),
    ]
    told = ft.Semantics(live_region=True, content=column(shown, gap=14, across="center"))
    return page_body(tokens, [told, *actions], is_centred=True, width=520, gap=14)


def resting_page(around: Surroundings, until: str, on_forgot: Tap) -> ft.Control:
    """A rest after wrong tries. The time when it ends, and no countdown."""
    said = around.sentences.lock.unlocking
    forgot = quiet_button(around.tokens, said.forgot, on_forgot, key="forgot")
    return _page(around, "calm", said.wait_title, [said.wait.format(time=until), said.wait_note], [forgot])


def forgotten_page(around: Surroundings, on_back: Tap | None, on_delete: Tap) -> ft.Control:
    """There is no card: the truth, kindly."""
    said, words, tokens = around.sentences.lock.unlocking, around.sentences.words, around.tokens
    actions = [quiet_button(tokens, said.delete, on_delete, icon_name="delete", key="delete")]
    if on_back:
        actions.insert(0, big_button(tokens, words.back, on_back, key="back"))
    return _page(around, "recovery_card", said.no_card_title, [said.no_card], actions)


def deleting_page(around: Surroundings, on_keep: Tap, on_delete: Tap) -> ft.Control:
    """Asked once more before anything goes."""
    said, tokens = around.sentences.lock.unlocking, around.tokens
    actions = [
        big_button(tokens, said.delete_no, on_keep, key="keep"),
        quiet_button(
            tokens, said.delete_yes, on_delete, icon_name="delete", ink="danger", key="really-delete"
        ),
    ]
    return _page(around, "waste", said.delete_title, [said.delete_text], actions)


def elsewhere_page(around: Surroundings, on_look: Tap, on_again: Tap) -> ft.Control:
    """Another tab or window holds the pen."""
    said, words, tokens = around.sentences.lock.unlocking, around.sentences.words, around.tokens
    actions = [
        big_button(tokens, said.look_only, on_look, key="look-only"),
        quiet_button(tokens, words.try_again, on_again, key="try-again"),
    ]
    return _page(around, "computer", said.elsewhere_title, [said.elsewhere], actions)


def stuck_page(around: Surroundings, state: Stuck, model: UnlockModel) -> ft.Control:
    """It cannot be opened now. Each reason has its own sentence and its own next step."""
    said, words, tokens = around.sentences.lock.unlocking, around.sentences.words, around.tokens
    again = big_button(tokens, words.try_again, model.look, key="try-again")
    delete = quiet_button(tokens, said.delete, model.delete, icon_name="delete", key="delete")
    match state.code:
        case VaultDamaged.code:
            anew = quiet_button(tokens, said.put_aside, model.begin_anew, key="begin-anew")
            return _page(around, "rain", said.damaged_title, [said.damaged], [again, anew])
        case VaultFromNewerVersion.code:
            return _page(around, "rocket", said.newer_title, [said.newer], [again])
        case KeyMissing.code:
            card = quiet_button(tokens, said.use_card, model.forgot, key="use-card")
            ways = [again, card] if state.has_card else [again, delete]
            about = said.key_gone if state.has_card else said.key_gone_no_card
            return _page(around, "key", said.key_gone_title, [about], ways)
        case _:
            why = code_sentence(around.sentences, state.code)
            return _page(around, "lock", said.stuck_title, [why], [again])
