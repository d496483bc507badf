"""Let somebody in: whom, the ticket, the three pictures and what they will see, and that they are in."""

from typing import assert_never

import flet as ft

from services.sync.inviting import Spoilt
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import soft_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.surface import Tap
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
from views.pairing.comparing_page import added_page, comparing_page, trouble
from views.pairing.grant_page import grant_page
from views.pairing.guest_words import PICTURE_BY_GUEST, for_guest
from views.pairing.invite_model import InviteModel
from views.pairing.invite_state import (
    Added,
    Adding,
    AskingAgain,
    Choosing,
    Comparing,
    Granting,
    Making,
    Over,
    Showing,
    Written,
)
from views.pairing.letter_page import letter_page
from views.pairing.ticket_page import ticket_page
from views.surroundings import Surroundings, use_surroundings


@ft.component
def invite_screen(model: InviteModel, on_leave: Tap) -> ft.Control:
    """Begins anew each time it comes up; whoever leaves takes an open ticket back."""
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.pairing.letting_in
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    match state:
        case AskingAgain():
            return ask_again_page(model.ask, on_leave)
        case Granting():
            return grant_page(around, state, model, on_leave)
        case Choosing():
            return _choosing(around, state, model, on_leave)
        case Making():
            return page_body(around.tokens, [working(around.tokens, said.making)], is_centred=True)
        case Showing(ticket=ticket, is_offline=is_offline):
            return ticket_page(ticket, model.zone, is_offline, model.take_back)
        case Written(letter=letter):
            return letter_page(letter, model.zone, on_leave)
        case Comparing(guest=guest, asks=asks, problem=problem):
            return comparing_page(around, guest, asks, problem, model.approve, model.take_back)
        case Adding():
            return page_body(around.tokens, [working(around.tokens, said.adding)], is_centred=True)
        case Added():
            return added_page(around, on_leave)
        case Over(why=why):
            return _over(around, why, model, on_leave)
        case _:
            assert_never(state)


def _choosing(around: Surroundings, state: Choosing, model: InviteModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    choices = [
        Choice(
            guest,
            for_guest(said.guest, guest),
            PICTURE_BY_GUEST[guest],
            note=said.about_notes if model.is_of_notes else for_guest(said.about_guest, guest),
        )
        for guest in state.guests
    ]
    shown = [*trouble(around, state.problem), choice_cards(tokens, choices, state.chosen, model.choose)]
    bar = [big_button(tokens, said.make, model.make, key="make")]
    if model.may_write():
        writing = around.sentences.letters.writing
        shown.append(soft_text(tokens, writing.note))
        bar.append(quiet_button(tokens, writing.write, model.write, key="write-letter"))
    return question_page(
        tokens,
        said.who_title,
        shown,
        hint=said.who_hint_notes if model.is_of_notes else said.who_hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=bar,
    )


def _over(around: Surroundings, why: Spoilt, model: InviteModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    told = {
        Spoilt.WRONG_CODES: said.wrong_codes,
        Spoilt.LOST: said.too_late,
        Spoilt.TOO_LATE: said.too_late,
        Spoilt.TWO_DEVICES: said.two_devices,
    }
    return question_page(
        tokens,
        said.over_title,
        [notice(tokens, told[why], tone="careful", key="over")],
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[big_button(tokens, said.again, model.again, key="again")],
    )
