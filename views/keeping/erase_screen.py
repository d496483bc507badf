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
from views.keeping.keeping_trouble import trouble_notice
from views.lock.ask_again_page import ask_again_page
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
            return page_body(tokens, [_top(around, model.name, on_back), notice(tokens, told)])
        case Reading():
            return page_body(tokens, _reading(around, state, model, on_take, on_back))
        case AskingAgain():
            return ask_again_page(model.ask, model.back)
        case Working():
            return page_body(tokens, [working(tokens, said.working)], is_centred=True)
        case Erased(name=name, is_part=is_part):
            told = said.done_part if is_part else said.done
            gone = empty_state(
                tokens,
                "deleted",
                said.done_title,
                told.format(name=name or around.sentences.words.pupil),
                action=said.go_on,
                on_action=on_done,
            )
            return page_body(tokens, [gone], is_centred=True)
        case _:
            assert_never(state)


def _top(around: Surroundings, name: str, on_back: Tap, *, is_part: bool = False) -> ft.Control:
    said = around.sentences.keeping.erasing
    heading = said.title.format(name=name or around.sentences.words.pupil)
    if is_part:
        heading = said.title_part
    elif around.role is Role.PUPIL:
        heading = said.title_own
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
    return [
        _top(around, model.name, on_back, is_part=state.is_part),
        notice(tokens, said.what, tone="danger"),
        card(tokens, [title(tokens, said.goes), *lines]),
        card(tokens, [body_text(tokens, said.school), row([take], wraps=True)]),
        toggle(tokens, said.sure, state.is_understood, model.understand, key="understood"),
        *trouble_notice(around, state.problem),
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
