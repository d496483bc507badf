"""One quiet line where sharing wants an adult, or where a planner is on this device only."""

from collections.abc import Callable
from typing import Final

import flet as ft

from services.planner.words import Role
from views.binding import use_model
from views.design.icons import chevron
from views.design.lettering import small_text
from views.design.picture import pictogram
from views.design.surface import column, filling, row, tap_card
from views.people.needs_model import NeedsModel
from views.people.sharing_now import SharingNow
from views.surroundings import use_surroundings

_FOR_PUPILS: Final = (SharingNow.APART, SharingNow.OUTSIDE)


@ft.component
def needs_line(model: NeedsModel, go: Callable[[str], None], *, is_of_many: bool = False) -> ft.Control:
    """Nothing where all is well. A pupil is told only that the planner is on this device alone."""
    around, need = use_surroundings(), use_model(model)
    tokens, said = around.tokens, around.sentences.people.health
    if need is None or (around.role is Role.PUPIL and need.now not in _FOR_PUPILS):
        return column([])
    to = f"/people/{need.planner}"
    match need.now:
        case SharingNow.OUTSIDE:
            text = said.line_outside_many.say(need.count) if is_of_many else said.line_outside
            to = "/join"
        case SharingNow.APART:
            text = said.line_apart
        case SharingNow.ASKED:
            text = around.sentences.letters.open.asked
        case _:
            text = said.line_look_many.say(need.count) if is_of_many else said.line_look
            to = f"{to}/health"
    picture = "letter" if need.now is SharingNow.ASKED else "cloud"
    line = row(
        [pictogram(tokens, picture, 28), filling(small_text(tokens, text, ink="ink")), chevron(tokens)],
        gap=12,
    )
    return tap_card(tokens, line, lambda: go(to), padding=12, key="needs")
