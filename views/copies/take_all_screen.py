"""Take everything with me: three files, and the word that they are not locked."""

from typing import assert_never

import flet as ft

from views.binding import use_model
from views.copies.holds import holds
from views.copies.take_all_model import AskingAgain, Stopped, TakeAllModel, Writing, Written
from views.design.button import big_button
from views.design.lettering import body_text, soft_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.save_button import save_button
from views.design.surface import Tap, card, column, row
from views.design.tokens import Tokens
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def take_all_screen(model: TakeAllModel, on_leave: Tap) -> ft.Control:
    """Begins anew each time it comes up."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.copies.taking
    ft.use_effect(model.begin, [model], cleanup=model.forget)
    match state:
        case AskingAgain():
            return ask_again_page(model.ask, on_leave)
        case Writing():
            return page_body(tokens, [working(tokens, said.working)], is_centred=True)
        case Stopped(error=error):
            trouble = notice(tokens, code_sentence(around.sentences, error), tone="careful", key="trouble")
            return question_page(
                tokens, said.title, [trouble], back_label=around.sentences.words.back, on_back=on_leave
            )
        case Written():
            return _written(around, state, on_leave)
        case _:
            assert_never(state)


def _written(around: Surroundings, state: Written, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.copies.taking
    files = (
        (said.page, said.page_note, said.page_name, state.page, "page"),
        (said.table, said.table_note, said.table_name, state.table, "table"),
        (said.machine, said.machine_note, said.machine_name, state.machine, "machine"),
    )
    return question_page(
        tokens,
        said.title,
        [
            row([pictogram(tokens, "take_along", 96)], along="center"),
            body_text(tokens, holds(around.sentences, state.names), is_bold=True),
            notice(tokens, said.careful, tone="careful"),
            *(
                _file(tokens, save, note, name.format(day=state.day), content, key)
                for save, note, name, content, key in files
            ),
        ],
        bar=[big_button(tokens, said.done, on_leave, key="done")],
    )


def _file(tokens: Tokens, save: str, note: str, name: str, content: bytes, key: str) -> ft.Control:
    return card(
        tokens,
        [
            column(
                [soft_text(tokens, note), save_button(tokens, save, name, content, key=f"save-{key}")], gap=8
            )
        ],
    )
