"""Bring back a copy: choose the file, type its words, see what is inside, and only then the change."""

from collections.abc import Callable
from typing import assert_never

import flet as ft

from services.planner.errors import HeaderUnknown, VaultDamaged, VaultFromNewerVersion
from views.binding import use_model
from views.copies.bring_back_model import BringBackModel
from views.copies.bring_back_state import (
    AskingAgain,
    AskingWords,
    Bringing,
    Choosing,
    ChoosingLock,
    Inside,
    Opening,
    ShowingCard,
)
from views.copies.inside_page import inside_page
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.pick_button import pick_button
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.card_page import card_page
from views.lock.new_lock_page import new_lock_page
from views.lock.question_page import question_page
from views.lock.secret_pad import secret_pad
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def bring_back_screen(model: BringBackModel, on_leave: Tap) -> ft.Control:
    """Begins anew each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.copies.bringing
    ft.use_effect(model.begin, [model])
    back: Callable[[], object] = lambda: model.back() or on_leave()  # noqa: E731  # one question, or out
    match state:
        case AskingAgain():
            return ask_again_page(model.ask, on_leave)
        case Choosing(error=error):
            return _choosing(around, error, model, on_leave)
        case AskingWords():
            return question_page(
                around.tokens,
                said.words_title,
                [secret_pad(model.secret)],
                hint=said.words_hint,
                back_label=around.sentences.words.back,
                on_back=back,
            )
        case Opening():
            return page_body(around.tokens, [working(around.tokens, said.opening)], is_centred=True)
        case Inside():
            return inside_page(around, state, model.zone, model.bring, on_leave, back)
        case ChoosingLock():
            return new_lock_page(model.new_lock, back, model.new_lock.go_on)
        case Bringing():
            return page_body(around.tokens, [working(around.tokens, said.bringing)], is_centred=True)
        case ShowingCard(characters=characters):
            return card_page(characters, model.card_is_written)
        case _:
            assert_never(state)


def _choosing(around: Surroundings, error: str | None, model: BringBackModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.copies.bringing
    trouble: list[ft.Control] = []
    if error:
        trouble = [notice(tokens, _trouble(around, error), tone="careful", key="trouble")]
    return question_page(
        tokens,
        said.title,
        [
            row([pictogram(tokens, "bring_back", 120)], along="center"),
            body_text(tokens, said.text),
            *trouble,
            pick_button(tokens, said.choose, model.picked, key="choose-file"),
        ],
        back_label=around.sentences.words.back,
        on_back=on_leave,
    )


def _trouble(around: Surroundings, code: str) -> str:
    said = around.sentences.copies.bringing
    of_files = {
        HeaderUnknown.code: said.not_a_copy,
        VaultDamaged.code: said.damaged,
        VaultFromNewerVersion.code: said.newer,
    }
    return of_files.get(code) or code_sentence(around.sentences, code)
