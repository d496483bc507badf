"""Come back by a card: its letters, what it brings, who one is here, the fresh card, and in."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

import flet as ft

from services.planner.errors import EndpointUnreachable
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.working import working
from views.keeping.by_card_model import ByCardModel
from views.keeping.by_card_state import Arriving, Coming, Done, Found, LookingUp, ShowingCard, Typing
from views.lock.card_page import card_page
from views.lock.question_page import question_page
from views.pairing.typed_fields import Typed, typed_fields
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings

_MOST_TYPED = 60


@ft.component
def by_card_screen(
    model: ByCardModel, on_leave: Tap, on_done: Tap, arriving: Callable[[], ft.Control]
) -> ft.Control:
    """Begins anew each time it comes up. `arriving` are the questions to who comes."""
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.keeping
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    match state:
        case Typing():
            return _typing(around, state, model, on_leave)
        case LookingUp():
            return page_body(around.tokens, [working(around.tokens, said.by_card.looking)], is_centred=True)
        case Found():
            return _found(around, state, model)
        case Arriving():
            return arriving()
        case Coming():
            return page_body(around.tokens, [working(around.tokens, said.by_card.bringing)], is_centred=True)
        case ShowingCard(card=card):
            shown = replace(said.shown, title=said.by_card.fresh_title, text=said.by_card.fresh)
            return card_page(card.characters, model.card_is_written, shown, said.paper, card.address)
        case Done():
            return _done(around, on_done)
        case _:
            assert_never(state)


def _trouble(around: Surroundings, problem: str | None) -> str | None:
    if problem == EndpointUnreachable.code:
        return around.sentences.keeping.by_card.unreachable
    return key_sentence(around.sentences, problem) if problem else None


def _typing(around: Surroundings, state: Typing, model: ByCardModel, on_leave: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.keeping.by_card
    letters = Typed(
        "letters", said.letters, model.letters, model.write_letters, _MOST_TYPED, said.letters_example
    )
    trouble = _trouble(around, state.problem)
    return question_page(
        tokens,
        said.title,
        [
            row([pictogram(tokens, "card", 96)], along="center"),
            *typed_fields(around, state, letters, model, model.look_up, trouble),
        ],
        hint=said.hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=[big_button(tokens, around.sentences.words.next, model.look_up, key="look-up")],
    )


def _found(around: Surroundings, state: Found, model: ByCardModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.keeping.by_card
    shown: list[ft.Control] = [
        row([pictogram(tokens, "phone", 120)], along="center"),
        body_text(tokens, said.found),
        body_text(tokens, said.found_card),
    ]
    if state.problem:
        shown.insert(0, notice(tokens, said.stopped, tone="careful", key="trouble"))
        shown.insert(1, body_text(tokens, _trouble(around, state.problem) or ""))
    return question_page(
        tokens,
        said.found_title,
        shown,
        bar=[
            big_button(tokens, said.bring, model.bring, key="bring"),
            quiet_button(tokens, said.not_now, model.give_up, is_bare=True, key="not-now"),
        ],
    )


def _done(around: Surroundings, on_done: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.keeping.by_card
    return question_page(
        tokens,
        said.done_title,
        [
            row([pictogram(tokens, "thumb_up", 120)], along="center"),
            notice(tokens, said.done, tone="good"),
            notice(tokens, said.done_lost, picture="phone"),
        ],
        bar=[big_button(tokens, said.go_on, on_done, key="go-on")],
    )
