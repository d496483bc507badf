"""What somebody reads whose device is in a planner of others no more: calmly, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import flet as ft

from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.concern import Concern
from views.design.button import big_button
from views.design.lettering import body_text, title
from views.design.page import page_body
from views.design.picture import pictogram
from views.design.surface import card, row
from views.people.people_state import Apart
from views.people.way import Way
from views.pupil.me_screen import me_tile
from views.surroundings import Surroundings

_MAY_SHARE_ANEW = (Standing.LEFT, Standing.EXPIRED)


@dataclass(frozen=True, slots=True)
class ApartWays:
    """`go` as in `people_screen`."""

    go: Callable[[str], None]
    let_in: Callable[[], None]


def outside_page(around: Surroundings, top: ft.Control, ways: ApartWays) -> ft.Control:
    """A whole page, of a planner that came out of a backup."""
    tokens, said = around.tokens, around.sentences.people.apart
    text = said.outside_pupil if around.role is Role.PUPIL else said.outside_adult
    told = [
        row([pictogram(tokens, "home", 88)], along="center"),
        title(tokens, said.outside_title),
        body_text(tokens, text),
    ]
    join = big_button(tokens, said.ask, partial(ways.go, "/join"), key="join-again")
    anew = me_tile(tokens, "family", said.share_anew, said.share_anew_note, ways.let_in)
    return page_body(tokens, [top, card(tokens, told), join, anew])


def apart_page(around: Surroundings, state: Apart, top: ft.Control, ways: ApartWays) -> ft.Control:
    """A whole page. For a pupil it is the same whatever happened: the planner is theirs."""
    tokens, said = around.tokens, around.sentences.people.apart
    is_pupil = around.role is Role.PUPIL
    concern = Concern(state.standing.value)
    heading = said.pupil_title if is_pupil else said.titles[concern]
    text = said.pupil_text if is_pupil else said.texts[concern]
    told: list[ft.Control] = [
        row([pictogram(tokens, "home", 88)], along="center"),
        title(tokens, heading),
        body_text(tokens, text),
    ]
    if state.standing is not Standing.LEFT:
        told.append(body_text(tokens, said.unsent))
    doors = [Way("take_along", said.export, said.export_note, partial(ways.go, "/copies/take"))]
    if state.may_begin_anew and state.standing in (Standing.REMOVED, Standing.CLONED, Standing.LEFT):
        doors.append(Way("letter", said.join_again, said.join_again_note, partial(ways.go, "renew")))
    if is_pupil or state.standing in _MAY_SHARE_ANEW:
        doors.append(Way("family", said.share_anew, said.share_anew_note, ways.let_in))
    if not is_pupil:
        doors.append(Way("waste", said.take_away, said.take_away_note, partial(ways.go, "away")))
    rows = [me_tile(tokens, way.picture, way.name, way.note, way.on_tap) for way in doors]
    return page_body(tokens, [top, card(tokens, told), *rows])
