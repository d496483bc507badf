"""Erase everywhere: what goes, a file for those who must keep one, understood, the lock again, and gone."""

from typing import assert_never

import flet as ft

from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.surface import Tap, card, row
from views.design.toggle import toggle
from views.design.working import working
from views.keeping.erase_model import EraseModel
from views.keeping.erase_state import AskingAgain, Erased, Looking, Others, Reading, Working
from views.lock.ask_again_page import ask_again_page
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def erase_screen(model: EraseModel, on_take: Tap, on_back: Tap, on_done: Tap) -> ft.Control:
    """`on_take` saves the planner as files first; `on_done` goes to whoever is at home then."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.keeping.erasing
    ft.use_effect(model.begin, [model])
    match state:
        case Looking():
            return page_body(tokens, [])
        case Others():
            told = said.others_own if around.role is Role.PUPIL else said.others
            return page_body(tokens, [_top(around, model, on_back), notice(tokens, told)])
        case Reading():
            return page_body(tokens, _reading(around, state, model, on_take, on_back))
        case AskingAgain():
            return ask_again_page(model.ask, model.back)
        case Working():
            return page_body(tokens, [working(tokens, said.working)], is_centred=True)
        case Erased(name=name):
            gone = empty_state(
                tokens,
                "deleted",
                said.done_title,
                said.done.format(name=name or around.sentences.words.pupil),
                action=said.go_on,
                on_action=on_done,
            )
            return page_body(tokens, [gone], is_centred=True)
        case _:
            assert_never(state)


def _top(around: Surroundings, model: EraseModel, on_back: Tap) -> ft.Control:
    said = around.sentences.keeping.erasing
    name = model.name or around.sentences.words.pupil
    heading = said.title_own if around.role is Role.PUPIL else said.title.format(name=name)
    return page_top(around.tokens, heading, back_label=around.sentences.words.back, on_back=on_back)


def _reading(
    around: Surroundings, state: Reading, model: EraseModel, on_take: Tap, on_back: Tap
) -> list[ft.Control]:
    tokens, said = around.tokens, around.sentences.keeping.erasing
    goes = {
        CircleKind.SHARED: said.shared,
        CircleKind.HOME: said.home,
        CircleKind.PRIVATE: said.private,
        CircleKind.STAFF: said.staff,
    }
    lines = [body_text(tokens, goes[kind]) for kind in goes if kind in state.goes]
    take = quiet_button(tokens, said.take, on_take, icon_name="save", key="take-first")
    trouble = []
    if state.problem:
        trouble.append(
            notice(tokens, key_sentence(around.sentences, state.problem), tone="careful", key="trouble")
        )
    return [
        _top(around, model, on_back),
        notice(tokens, said.what, tone="danger"),
        card(tokens, [title(tokens, said.goes), *lines]),
        card(tokens, [body_text(tokens, said.school), row([take], wraps=True)]),
        toggle(tokens, said.sure, state.is_understood, model.understand, key="understood"),
        *trouble,
        big_button(
            tokens,
            said.now,
            model.erase if state.is_understood else None,
            kind="danger",
            icon_name="delete",
            key="erase-now",
        ),
        big_button(tokens, said.keep, on_back, key="keep-it"),
    ]
