"""The lock of an open planner: what it is, changing it, and a new card."""

from typing import assert_never

import flet as ft

from services.vault.vault_state import LockKind
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, soft_text, title
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.lock.card_page import card_page
from views.lock.lock_settings_model import LockSettingsModel
from views.lock.lock_settings_state import (
    AskingNow,
    Changing,
    ChoosingNew,
    LockWish,
    Overview,
    Reading,
    Removing,
    RestingNow,
    ShowingNewCard,
)
from views.lock.lock_words import for_kind
from views.lock.new_lock_page import PICTURE_BY_KIND, new_lock_page
from views.lock.question_page import question_page
from views.lock.secret_pad import secret_pad
from views.strings.groups.lock import LockSettings
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def lock_settings_screen(model: LockSettingsModel) -> ft.Control:
    """Whatever is being asked now; it reads the lock by itself when it comes up."""
    around = use_surroundings()
    state = use_model(model)
    ft.use_effect(model.look, [model])
    match state:
        case Reading() | Changing():
            return _waiting(around)
        case Overview():
            return _overview(around, state, model)
        case Removing():
            return _removing(around, model)
        case AskingNow():
            return _asking(around, model)
        case RestingNow(until=until):
            return _resting(around, until, model)
        case ChoosingNew():
            return new_lock_page(model.new_lock, model.back, model.new_lock.go_on)
        case ShowingNewCard(characters=characters):
            return card_page(characters, model.put_card_away)
        case _:
            assert_never(state)


def _waiting(around: Surroundings) -> ft.Control:
    said = title(around.tokens, around.sentences.lock.entering.checking, align="center")
    return page_body(around.tokens, [ft.Semantics(live_region=True, content=said)], is_centred=True)


def _lock_sentence(said: LockSettings, kind: LockKind, is_web: bool) -> str:
    if kind is LockKind.NONE:
        return said.is_none_in_a_browser if is_web else said.is_none_on_a_phone
    return for_kind(said.is_on, kind)


_SAID = {
    LockWish.CHANGE: lambda said: said.said_changed,
    LockWish.REMOVE: lambda said: said.said_removed,
    LockWish.NEW_CARD: lambda said: said.said_card,
}


def _overview(around: Surroundings, state: Overview, model: LockSettingsModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.lock.settings
    shown: list[ft.Control] = []
    if state.error:
        shown.append(
            notice(tokens, code_sentence(around.sentences, state.error), tone="careful", key="trouble")
        )
    if state.said:
        shown.append(notice(tokens, _SAID[state.said](said), tone="good", key="said"))
    sentence = filling(body_text(tokens, _lock_sentence(said, state.kind, model.is_web), is_bold=True))
    parts: list[ft.Control] = [row([pictogram(tokens, PICTURE_BY_KIND[state.kind], 56), sentence], gap=16)]
    if state.kind is LockKind.NONE:
        parts.append(big_button(tokens, said.add, model.change, icon_name="lock", key="add-lock"))
        return _settings_page(around, [*shown, card(tokens, parts, gap=16)], model)
    doing = [quiet_button(tokens, said.change, model.change, icon_name="edit", key="change-lock")]
    if model.may_be_open:
        doing.append(quiet_button(tokens, said.remove, model.remove, icon_name="unlock", key="remove-lock"))
    parts += [soft_text(tokens, said.by_itself), row(doing, gap=8, wraps=True)]
    about_card = filling(
        body_text(tokens, said.has_card if state.has_card else said.has_no_card, is_bold=True)
    )
    make = said.make_new_card if state.has_card else said.make_card
    paper: list[ft.Control] = [
        row([pictogram(tokens, "recovery_card", 56), about_card], gap=16),
        soft_text(tokens, said.new_card_note if state.has_card else around.sentences.lock.card.offer),
        row([quiet_button(tokens, make, model.make_card, icon_name="print", key="make-card")], wraps=True),
    ]
    return _settings_page(around, [*shown, card(tokens, parts, gap=16), card(tokens, paper, gap=16)], model)


def _settings_page(around: Surroundings, controls: list[ft.Control], model: LockSettingsModel) -> ft.Control:
    return question_page(
        around.tokens,
        around.sentences.lock.settings.title,
        controls,
        back_label=around.sentences.words.back,
        on_back=model.back,
    )


def _removing(around: Surroundings, model: LockSettingsModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.lock.settings
    return question_page(
        tokens,
        said.remove_title,
        [row([pictogram(tokens, "door", 120)], along="center"), body_text(tokens, said.remove_text)],
        back_label=around.sentences.words.back,
        on_back=model.back,
        bar=[
            big_button(tokens, said.remove_no, model.back, key="keep-lock"),
            quiet_button(tokens, said.remove_yes, model.really_remove, is_bare=True, key="really-remove"),
        ],
    )


def _asking(around: Surroundings, model: LockSettingsModel) -> ft.Control:
    return question_page(
        around.tokens,
        for_kind(around.sentences.lock.entering.now_title, model.secret.state.kind),
        [secret_pad(model.secret)],
        back_label=around.sentences.words.back,
        on_back=model.back,
    )


def _resting(around: Surroundings, until: str | None, model: LockSettingsModel) -> ft.Control:
    tokens, said, words = around.tokens, around.sentences.lock.unlocking, around.sentences.words
    told = said.wait.format(time=until) if until else said.card_only
    shown = column([pictogram(tokens, "calm", 120), body_text(tokens, told, align="center")], across="center")
    return question_page(
        tokens,
        said.wait_title,
        [ft.Semantics(live_region=True, content=shown)],
        back_label=words.back,
        on_back=model.back,
    )
