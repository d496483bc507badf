"""Leave a planner: what stays and what stops, who keeps the list then; nobody else is asked."""

from typing import assert_never

import flet as ft

from services.planner.words import Role
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import body_text, title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.picture import pictogram
from views.design.surface import Tap, card, filling, row
from views.design.tokens import Tokens
from views.design.working import working
from views.lock.question_page import question_page
from views.people.grave_page import Grave, grave_page, trouble_said
from views.people.leave_model import LeaveModel, Leaving, Looking, NotIn
from views.people.person_words import PORTRAIT_BY_ROLE, name_of, role_of
from views.surroundings import Surroundings, use_surroundings


@ft.component
def leave_screen(model: LeaveModel, on_leave: Tap, on_left: Tap, on_take_away: Tap) -> ft.Control:
    """Goes on where it was when the device is turned. `on_left`: somebody has left."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people
    ft.use_effect(model.begin, [model])
    top = page_top(tokens, said.leave.title, back_label=around.sentences.words.back, on_back=on_leave)
    match state:
        case Looking(problem=problem):
            trouble = notice(tokens, trouble_said(around, problem), tone="careful", key="trouble")
            return page_body(tokens, [top, trouble if problem else working(tokens, said.page.looking)])
        case NotIn():
            alone = empty_state(tokens, "contacts", said.page.alone_title, said.page.alone_text)
            return page_body(tokens, [top, alone])
        case Leaving():
            return grave_page(
                model.grave,
                _words(around, state, model),
                on_leave,
                lambda: _left(around, on_left, on_take_away),
            )
        case _:
            assert_never(state)


def _words(around: Surroundings, state: Leaving, model: LeaveModel) -> Grave:
    tokens, said = around.tokens, around.sentences.people.leave
    goes = said.goes_pupil if around.role is Role.PUPIL else said.goes
    told = [
        _part(tokens, "home", said.stays_title, said.stays),
        _part(tokens, "cloud", said.goes_title, goes),
    ]
    if state.others:
        told.append(notice(tokens, said.others.say(state.others), picture="phone"))
    match state.heirs:
        case ():
            pass
        case (heir,):
            told.append(
                notice(tokens, said.heir.format(name=name_of(around.sentences, heir)), picture="register")
            )
        case heirs:
            choices = [
                Choice(
                    heir,
                    name_of(around.sentences, heir),
                    portrait=heir.picture or PORTRAIT_BY_ROLE[heir.role],
                    note=role_of(around.sentences, heir.role),
                )
                for heir in heirs
            ]
            told += [title(tokens, said.heir_title), choice_cards(tokens, choices, state.heir, model.choose)]
    return Grave(said.title, told, said.do, said.stay, said.working)


def _part(tokens: Tokens, picture: str, heading: str, text: str) -> ft.Control:
    head = row([pictogram(tokens, picture, 44), filling(title(tokens, heading))], gap=14)
    return card(tokens, [head, body_text(tokens, text)])


def _left(around: Surroundings, on_left: Tap, on_take_away: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.people
    is_pupil = around.role is Role.PUPIL
    bar = [big_button(tokens, around.sentences.words.done, on_left, key="done")]
    if not is_pupil:
        bar.append(
            quiet_button(tokens, said.apart.take_away, on_take_away, icon_name="delete", key="take-away")
        )
    return question_page(
        tokens,
        said.leave.left_title,
        [
            row([pictogram(tokens, "wave", 120)], along="center"),
            title(tokens, said.leave.left_pupil if is_pupil else said.leave.left_adult, align="center"),
        ],
        bar=bar,
    )
