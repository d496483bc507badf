"""Take somebody out, or a phone that is lost: whom, what it means, and that it is done."""

from typing import assert_never

import flet as ft

from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import body_text, title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.picture import avatar, pictogram
from views.design.surface import Tap, card, column, led_by, row
from views.design.working import working
from views.lock.question_page import question_page
from views.people.grave_page import Grave, grave_page, trouble_said
from views.people.out_model import Choosing, Chosen, Goer, Looking, Nobody, OutModel
from views.people.person_words import PORTRAIT_BY_ROLE, goer_name, name_of, role_of
from views.strings.groups.people import OutWords
from views.surroundings import Surroundings, use_surroundings


@ft.component
def out_screen(model: OutModel, on_leave: Tap, on_ticket: Tap) -> ft.Control:
    """Goes on where it was when the device is turned. `on_ticket` leads to the ticket of a new device."""
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people
    ft.use_effect(model.begin, [model])
    heading = said.out.lost_title if model.is_lost else said.out.title
    top = page_top(tokens, heading, back_label=around.sentences.words.back, on_back=on_leave)
    match state:
        case Looking(problem=problem):
            trouble = notice(tokens, trouble_said(around, problem), tone="careful", key="trouble")
            return page_body(tokens, [top, trouble if problem else working(tokens, said.page.looking)])
        case Nobody():
            nobody = empty_state(tokens, "contacts", said.out.nobody_title, said.out.nobody_text)
            return page_body(tokens, [top, nobody])
        case Choosing():
            return _choosing(around, state, model, on_leave, heading)
        case Chosen(goer=goer, is_only=is_only):
            return grave_page(
                model.grave,
                _words(around, goer),
                on_leave if is_only else model.choose_again,
                lambda: _done(around, goer, on_leave, on_ticket),
                on_leave,
            )
        case _:
            assert_never(state)


def _choosing(
    around: Surroundings, state: Choosing, model: OutModel, on_leave: Tap, heading: str
) -> ft.Control:
    said = around.sentences.people.out
    choices = [
        Choice(
            goer,
            goer_name(around.sentences, goer),
            portrait=goer.who.picture or PORTRAIT_BY_ROLE[goer.who.role],
            note=role_of(around.sentences, goer.who.role),
        )
        for goer in state.goers
    ]
    return question_page(
        around.tokens,
        heading,
        [choice_cards(around.tokens, choices, None, model.choose)],
        hint=_hint(said, state, is_lost=model.is_lost),
        back_label=around.sentences.words.back,
        on_back=on_leave,
    )


def _hint(said: OutWords, state: Choosing, *, is_lost: bool) -> str:
    if not is_lost:
        return said.hint
    return said.lost_hint if any(goer.count > 1 for goer in state.goers) else ""


def _words(around: Surroundings, goer: Goer) -> Grave:
    tokens, said, words = around.tokens, around.sentences.people.out, around.sentences.words
    name = name_of(around.sentences, goer.who)
    if goer.number:
        facts = [
            ("lock", said.lost_from_now),
            ("eye", said.lost_past),
            ("caseload", said.lost_everywhere),
            ("phone", said.lost_next),
        ]
        heading = said.lost_sure_title.format(device=goer_name(around.sentences, goer))
    else:
        facts = [
            ("lock", said.from_now.format(name=name)),
            ("eye", said.past.format(name=name)),
            ("phone", said.with_devices),
        ]
        heading = said.sure_title.format(name=name)
    lines = [
        led_by(tokens, pictogram(tokens, picture, 44), body_text(tokens, fact)) for picture, fact in facts
    ]
    face = avatar(tokens, goer.who.picture or PORTRAIT_BY_ROLE[goer.who.role], 88)
    told = [row([face], along="center"), card(tokens, lines, gap=18)]
    return Grave(
        heading,
        told,
        said.lost_do if goer.number else said.do,
        words.cancel,
        said.working,
    )


def _done(around: Surroundings, goer: Goer, on_leave: Tap, on_ticket: Tap) -> ft.Control:
    tokens, said, words = around.tokens, around.sentences.people.out, around.sentences.words
    is_lost = bool(goer.number)
    name = name_of(around.sentences, goer.who)
    told = column(
        [
            pictogram(tokens, "phone" if is_lost else "thumb_up", 120),
            title(tokens, said.lost_done_text if is_lost else said.done_text, align="center"),
        ],
        across="center",
        gap=20,
    )
    done = quiet_button(tokens, words.done, on_leave, is_bare=True, key="done")
    bar = [big_button(tokens, said.make_ticket, on_ticket, key="make-ticket"), done]
    return question_page(
        tokens,
        said.lost_done_title if is_lost else said.done_title.format(name=name),
        [told],
        bar=bar if is_lost else [big_button(tokens, words.done, on_leave, key="done")],
    )
