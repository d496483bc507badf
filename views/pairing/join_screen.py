"""Join a planner: the code, what it makes of this device, the three pictures, and in."""

from collections.abc import Callable
from typing import assert_never

import flet as ft

from services.planner.words import Role
from services.sync.pairing_port import Offered
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text
from views.design.named_pictures import named_pictures
from views.design.notice import notice
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.working import working
from views.lock.question_page import question_page
from views.pairing.join_model import JoinModel
from views.pairing.join_state import Arriving, Asking, Comparing, Deciding, Done, LookingUp, Typing
from views.pairing.typed_fields import Typed, typed_fields
from views.pairing.waiting_page import waiting_page
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings

_MOST_TYPED = 600  # a whole link may be pasted


@ft.component
def join_screen(
    model: JoinModel,
    on_leave: Tap,
    on_joined: Tap,
    link: str = "",
    arriving: Callable[[Role], ft.Control] | None = None,
    on_card: Tap | None = None,
    on_later: Tap | None = None,
) -> ft.Control:
    """Begins anew each time it comes up, with the link that somebody came by.

    `arriving` are the questions for somebody who is new on this device; `on_card` leads on with a card,
    `on_later` from waiting for a letter's yes to what else is here, if anything is.
    """
    around, state = use_surroundings(), use_model(model)
    said = around.sentences.pairing.coming_in
    ft.use_effect(lambda: model.begin(link), [model, link], cleanup=model.leave)
    match state:
        case Typing():
            return _typing(around, state, model, on_leave, on_card)
        case LookingUp():
            return page_body(around.tokens, [working(around.tokens, said.looking)], is_centred=True)
        case Deciding():
            return _deciding(around, state, model)
        case Arriving(offered=offered):
            assert arriving is not None, "who may be new here is asked who they are"
            return arriving(offered.role)
        case Asking():
            return page_body(around.tokens, [working(around.tokens, said.asking)], is_centred=True)
        case Comparing(is_letter=True):
            return waiting_page(around, state, model, on_later)
        case Comparing():
            return _comparing(around, state, model)
        case Done():
            return _done(around, on_joined)
        case _:
            assert_never(state)


def _typing(
    around: Surroundings, state: Typing, model: JoinModel, on_leave: Tap, on_card: Tap | None
) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.coming_in
    trouble = key_sentence(around.sentences, state.problem) if state.problem else None
    code = Typed("code", said.code, model.code, model.write_code, _MOST_TYPED, said.code_example)
    bar = [big_button(tokens, around.sentences.words.next, model.look_up, key="look-up")]
    if on_card:
        have_card = around.sentences.keeping.doors.have_card
        bar.append(quiet_button(tokens, have_card, on_card, is_bare=True, key="have-card"))
    return question_page(
        tokens,
        said.title,
        typed_fields(around, state, code, model, model.look_up, trouble),
        hint=said.hint,
        back_label=around.sentences.words.back,
        on_back=on_leave,
        bar=bar,
    )


def _deciding(around: Surroundings, state: Deciding, model: JoinModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.coming_in
    brings = state.offered.brings
    shown: list[ft.Control] = [
        row([pictogram(tokens, "meet", 120)], along="center"),
        notice(tokens, said.brings, key="brings") if brings else body_text(tokens, said.what_happens),
    ]
    if state.problem:
        trouble = key_sentence(around.sentences, state.problem)
        shown.insert(0, notice(tokens, trouble, tone="careful", key="trouble"))
    return question_page(
        tokens,
        _becomes(around, state.offered),
        shown,
        bar=[
            big_button(tokens, said.ask, model.ask, key="ask"),
            quiet_button(tokens, said.not_now, model.give_up, is_bare=True, key="not-now"),
        ],
    )


def _becomes(around: Surroundings, offered: Offered) -> str:
    said = around.sentences.pairing.coming_in
    return {
        Role.PUPIL: said.becomes_pupil,
        Role.PARENT: said.becomes_parent,
        Role.MENTOR: said.becomes_mentor,
    }[offered.role]


def _comparing(around: Surroundings, state: Comparing, model: JoinModel) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.coming_in
    name_by_picture = around.sentences.words.pictures
    named = [(picture, name_by_picture[picture]) for picture in state.pictures]
    offline = [notice(tokens, around.sentences.pairing.offline, key="offline")] if state.is_offline else []
    return question_page(
        tokens,
        said.compare_title,
        [
            *offline,
            named_pictures(tokens, named, said=", ".join(word for _, word in named)),
            working(tokens, said.waiting),
        ],
        hint=said.compare_hint,
        bar=[quiet_button(tokens, said.different, model.give_up, key="different")],
    )


def _done(around: Surroundings, on_joined: Tap) -> ft.Control:
    tokens, said = around.tokens, around.sentences.pairing.coming_in
    return question_page(
        tokens,
        said.joined_title,
        [row([pictogram(tokens, "thumb_up", 120)], along="center"), notice(tokens, said.joined, tone="good")],
        bar=[big_button(tokens, said.go_on, on_joined, key="go-on")],
    )
