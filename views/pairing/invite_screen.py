"""Let somebody in: whom, the ticket, the three pictures and what they will see, and that they are in."""

from typing import assert_never

import flet as ft

from services.sync.inviting import Spoilt
from services.sync.pairing_port import Guest
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import body_text, title
from views.design.named_pictures import named_pictures
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, card, row
from views.design.working import working
from views.lock.ask_again_page import ask_again_page
from views.lock.question_page import question_page
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
)
from views.pairing.ticket_page import ticket_page
from views.strings.dates import short_date
from views.strings.problem_sentence import key_sentence
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
        case Comparing():
            return _comparing(around, state, model)
        case Adding():
            return page_body(around.tokens, [working(around.tokens, said.adding)], is_centred=True)
        case Added():
            return _added(around, on_leave)
        case Over(why=why):
            return _over(around, why, model, on_leave)
        case _:
            assert_never(state)


def _trouble(around: Surroundings, problem: str | None) -> list[ft.Control]:
    if problem is None:
        return []
    return [notice(around.tokens, key_sentence(around.sentences, problem), tone="careful", key="trouble")]


def _choosing(around: Surroundings, state: Choosing, model: InviteModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    choices = [
        Choice(
            guest,
            for_guest(said.guest, guest),
            PICTURE_BY_GUEST[guest],
            note=for_guest(said.about_guest, guest),
        )
        for guest in state.guests
    ]
    return question_page(
        tokens,
        said.who_title,
        [*_trouble(around, state.problem), choice_cards(tokens, choices, state.chosen, model.choose)],
        hint=said.who_hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[big_button(tokens, said.make, model.make, key="make")],
    )


def _comparing(around: Surroundings, state: Comparing, model: InviteModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    name_by_picture = around.sentences.words.pictures
    named = [(picture, name_by_picture[picture]) for picture in state.asks.pictures]
    sees = [said.sees.format(day=_day(around, state))]
    if state.guest in (Guest.PARENT, Guest.MENTOR):
        sees.append(said.sees_not)
    if state.asks.brings:
        sees = [said.brings]
    return question_page(
        tokens,
        said.compare_title,
        [
            *_trouble(around, state.problem),
            named_pictures(tokens, named, said=", ".join(word for _, word in named)),
            card(
                tokens,
                [
                    body_text(tokens, said.for_whom.format(guest=for_guest(said.guest, state.guest))),
                    title(tokens, said.sees_title),
                    *(body_text(tokens, sentence) for sentence in sees),
                ],
            ),
        ],
        hint=said.compare_hint,
        bar=[
            big_button(tokens, said.approve, model.approve, key="approve"),
            quiet_button(tokens, said.turn_away, model.take_back, key="turn-away"),
        ],
    )


def _day(around: Surroundings, state: Comparing) -> str:
    since = state.asks.since
    return around.sentences.copies.year.format(day=short_date(around.sentences.words, since), year=since.year)


def _added(around: Surroundings, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    return question_page(
        tokens,
        said.added_title,
        [row([pictogram(tokens, "meet", 120)], along="center"), notice(tokens, said.added, tone="good")],
        bar=[big_button(tokens, around.sentences.words.done, on_leave, key="done")],
    )


def _over(around: Surroundings, why: Spoilt, model: InviteModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.letting_in
    told = {
        Spoilt.WRONG_CODES: said.wrong_codes,
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
