"""People: who is in this planner and sees what, letting somebody in, and the ways out."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

import flet as ft

from services.planner.words import Role
from services.sync.people import Somebody
from views.binding import use_model
from views.design.lettering import soft_text
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.surface import Tap, column
from views.design.toggle import toggle
from views.design.working import working
from views.people.apart_page import ApartWays, apart_page, outside_page
from views.people.people_model import PeopleModel
from views.people.people_state import Alone, Apart, Here, Looking, Outside, Unread
from views.people.person_card import person_card
from views.people.person_words import OFFLINE
from views.people.way import Way
from views.pupil.me_screen import me_tile
from views.strings.problem_sentence import key_sentence
from views.surroundings import Surroundings, use_surroundings

Go = Callable[[str], None]


@ft.component
def people_screen(
    model: PeopleModel,
    go: Go,
    on_back: Tap,
    *,
    invite: str,
    on_take_off: Callable[[Somebody], object],
    above: Sequence[ft.Control] = (),
    pupil: str = "",
) -> ft.Control:
    """`go` leads on from here: "remove", "lost", "leave", "health", "known", "away", "renew".

    `invite` is an address; `above` stands over everybody;
    `pupil` is whose planner it is, for adults; `on_take_off` takes somebody off the list who has left.
    """
    around, state = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people.page
    ft.use_effect(model.begin, [model], cleanup=model.leave)
    top = page_top(tokens, said.title, back_label=around.sentences.words.back, on_back=on_back)
    if pupil:
        top = column([top, soft_text(tokens, said.whose.format(name=pupil))], gap=4)
    let_in = partial(go, invite)
    match state:
        case Looking():
            return page_body(tokens, [top, working(tokens, said.looking)])
        case Alone():
            alone = empty_state(
                tokens,
                "contacts",
                said.alone_title,
                said.alone_text,
                action=around.sentences.pairing.let_in,
                on_action=let_in,
            )
            return page_body(tokens, [top, alone])
        case Outside():
            return outside_page(around, top, ApartWays(go, let_in))
        case Unread():
            soon = empty_state(tokens, "soon", said.unread_title, said.unread_text)
            return page_body(tokens, [top, soon, *_rows(around, _adults_ways(around, go))])
        case Apart():
            return apart_page(around, state, top, ApartWays(go, let_in))
        case Here():
            return page_body(tokens, [top, *above, *_here(around, state, model, go, let_in, on_take_off)])
        case _:
            assert_never(state)


def _here(
    around: Surroundings,
    state: Here,
    model: PeopleModel,
    go: Go,
    let_in: Callable[[], None],
    on_take_off: Callable[[Somebody], object],
) -> list[ft.Control]:
    tokens, said, is_adult = around.tokens, around.sentences.people.page, around.role is not Role.PUPIL
    shown: list[ft.Control] = []
    if state.needs_look and is_adult:
        health = around.sentences.people.health
        shown.append(
            notice(
                tokens,
                health.line_look,
                picture="cloud",
                action=health.look,
                on_action=partial(go, "health"),
                key="needs-look",
            )
        )
    if state.problem:
        shown.append(notice(tokens, _trouble(around, state.problem), tone="careful", key="trouble"))
    for one in state.people:
        may_go = bool(one.may_go) and one.has_left
        shown.append(
            person_card(around.sentences, tokens, one, partial(on_take_off, one) if may_go else None)
        )
    pairing = around.sentences.pairing
    ways = [Way("family", pairing.let_in, pairing.let_in_note, let_in)]
    if any(one.may_go and not one.is_me for one in state.people):
        ways.append(Way("gate", said.take_out, said.take_out_note, partial(go, "remove")))
    if any(one.may_go for one in state.people):
        ways.append(Way("phone", said.lost, said.lost_note, partial(go, "lost")))
    ways += [*_adults_ways(around, go), Way("letter_box", said.known, said.known_note, partial(go, "known"))]
    shown += _rows(around, ways)
    if state.is_steward and is_adult:
        shown.append(
            toggle(
                tokens,
                said.self_add,
                state.may_self_add,
                model.allow_self_add,
                note=said.self_add_note,
                picture="friends",
                key="self-add",
            )
        )
    leave = Way("door", said.leave, said.leave_note, partial(go, "leave"))
    return [*shown, *_rows(around, [leave])]


def _adults_ways(around: Surroundings, go: Go) -> list[Way]:
    said = around.sentences.people.page
    if around.role is Role.PUPIL:
        return []
    return [Way("cloud", said.health, said.health_note, partial(go, "health"))]


def _rows(around: Surroundings, ways: Sequence[Way]) -> list[ft.Control]:
    return [me_tile(around.tokens, way.picture, way.name, way.note, way.on_tap) for way in ways]


def _trouble(around: Surroundings, problem: str) -> str:
    if problem in OFFLINE:
        return around.sentences.people.out.offline
    return key_sentence(around.sentences, problem)
