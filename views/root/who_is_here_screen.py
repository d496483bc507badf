"""Several people share this device: who is here today?"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import assert_never

import flet as ft

from services.planner.person import Person
from views.design.lettering import body_text, greeting, label, small_text
from views.design.page import page_body
from views.design.picture import avatar
from views.design.surface import column, led_by, tap_card
from views.root.phases import AnyHome, FamilyHome, Home, MentorHome
from views.surroundings import Surroundings, use_surroundings

NOBODYS_PORTRAIT = "person_medium"


@ft.component
def who_is_here_screen(homes: Sequence[AnyHome], on_choose: Callable[[AnyHome], object]) -> ft.Control:
    """One large card a person. Nothing is remembered: the next start asks again."""
    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.root
    cards = [_card(around, home, number, partial(on_choose, home)) for number, home in enumerate(homes)]
    head = column([greeting(tokens, said.who_is_here), body_text(tokens, said.who_is_here_note)], gap=4)
    return page_body(tokens, [head, *cards], gap=16, is_centred=True)


def _card(around: Surroundings, home: AnyHome, number: int, on_tap: Callable[[], object]) -> ft.Control:
    tokens = around.tokens
    me, role = _sitting(around, home)
    lines: list[ft.Control] = [label(tokens, me.name if me else role)]
    if me and role:
        lines.append(small_text(tokens, role))
    return tap_card(
        tokens,
        led_by(tokens, avatar(tokens, me.picture if me else NOBODYS_PORTRAIT, 72), column(lines, gap=2)),
        on_tap,
        key=f"home-{number}",
    )


def _sitting(around: Surroundings, home: AnyHome) -> tuple[Person | None, str]:
    """Whose home it is, and for an adult in which role. A mentor without a pupil is nobody by name."""
    words = around.sentences.words
    match home:
        case Home(desk=desk):
            return desk.planner.me, ""
        case FamilyHome(desks=desks):
            return desks[0].planner.me, words.parent
        case MentorHome(caseload=caseload):
            return next((desk.planner.me for desk in caseload.desks), None), words.mentor
        case _:
            assert_never(home)
