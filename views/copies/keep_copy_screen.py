"""Keep a copy: words for it, a moment of work, and the file to save."""

from collections.abc import Callable
from typing import assert_never

import flet as ft

from views.binding import use_model
from views.copies.holds import holds
from views.copies.keep_copy_model import AskingAgain, ChoosingWords, KeepCopyModel, Making, Ready
from views.design.button import big_button
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.save_button import save_button
from views.design.surface import Tap, row
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.lock.secret_pad import secret_pad
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def keep_copy_screen(model: KeepCopyModel, on_leave: Tap) -> ft.Control:
    """Begins anew each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    ft.use_effect(model.begin, [model])
    match state:
        case AskingAgain():
            return ask_again_page(model.ask, on_leave)
        case ChoosingWords(error=error):
            return _choosing(model, error, on_leave)
        case Making():
            return page_body(
                around.tokens,
                [working(around.tokens, around.sentences.copies.keeping.working)],
                is_centred=True,
            )
        case Ready():
            return _ready(around, state, on_leave)
        case _:
            assert_never(state)


@ft.component
def _choosing(model: KeepCopyModel, error: str | None, on_leave: Tap) -> ft.Control:
    around, entry = use_surroundings(), use_model(model.secret)
    tokens, said, entering = around.tokens, around.sentences.copies.keeping, around.sentences.lock.entering
    trouble = (
        [notice(tokens, code_sentence(around.sentences, error), tone="careful", key="trouble")]
        if error
        else []
    )
    back: Callable[[], object] = lambda: model.back() or on_leave()  # noqa: E731  # one question, or out
    return question_page(
        tokens,
        entering.again_title.words if entry.is_again else said.title,
        [*trouble, secret_pad(model.secret), notice(tokens, said.keep_words, tone="careful")],
        hint=entering.again_hint if entry.is_again else said.words_hint,
        back_label=around.sentences.words.back,
        on_back=back,
    )


def _ready(around: Surroundings, state: Ready, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.copies.keeping
    return question_page(
        tokens,
        said.ready_title,
        [
            row([pictogram(tokens, "copy", 120)], along="center"),
            body_text(tokens, holds(around.sentences, state.names), is_bold=True),
            body_text(tokens, said.ready_text),
            save_button(tokens, said.save, said.file_name.format(day=state.day), state.content, key="save"),
            notice(tokens, said.keep_words, tone="careful"),
        ],
        bar=[big_button(tokens, said.done, on_leave, key="done")],
    )
