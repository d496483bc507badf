"""The frame of every screen of a parent: Week, Targets, Me and Help, always one tap away."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from views.design.nav import Place, nav_bar
from views.design.page_frame import above_bar, beside_rail
from views.design.rail import has_rail, rail, rail_width
from views.family.family_place import ROUTE_BY_PLACE, FamilyPlace
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences
from views.surroundings import surrounded, use_surroundings


@ft.component
def family_frame(
    here: FamilyPlace, draw: Callable[[], ft.Control], go: Callable[[str], None], portrait: str = ""
) -> ft.Control:
    """The places at the bottom, on wide pages at the side; `draw` draws the screen in what is left."""
    around = use_surroundings()
    tokens = around.tokens
    places = _places(around.sentences, portrait or NOBODYS_PORTRAIT)
    route = ROUTE_BY_PLACE[here]
    if not has_rail(tokens):
        return above_bar(draw(), nav_bar(tokens, places, route, go))
    inside = replace(around, tokens=replace(tokens, width=tokens.width - rail_width(tokens)))
    return beside_rail(rail(tokens, places, route, go), surrounded(inside, draw))


def _places(sentences: Sentences, portrait: str) -> list[Place]:
    said = sentences.me
    return [
        Place(ROUTE_BY_PLACE[FamilyPlace.WEEK], sentences.family.me.place_week, picture="calendar"),
        Place(ROUTE_BY_PLACE[FamilyPlace.TARGETS], said.place_targets, picture="target"),
        Place(ROUTE_BY_PLACE[FamilyPlace.ME], said.place_me, portrait=portrait),
        Place(ROUTE_BY_PLACE[FamilyPlace.HELP], said.place_help, picture="help"),
    ]
