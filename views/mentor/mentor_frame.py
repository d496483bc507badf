"""The frame of every mentor screen: Pupils, Me and Help, always one tap away."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from views.design.nav import Place, nav_bar
from views.design.page_frame import above_bar, beside_rail
from views.design.rail import has_rail, rail, rail_width
from views.mentor.mentor_place import ROUTE_BY_PLACE, MentorPlace
from views.strings.catalogue import Sentences
from views.surroundings import surrounded, use_surroundings

NOBODYS_PORTRAIT = "person_medium"


@ft.component
def mentor_frame(
    here: MentorPlace, draw: Callable[[], ft.Control], go: Callable[[str], None], portrait: str = ""
) -> ft.Control:
    """The places at the bottom, on wide pages at the side. Inside, targets are worded for an adult."""
    around = use_surroundings()
    tokens, sentences = around.tokens, around.sentences
    places = _places(sentences, portrait or NOBODYS_PORTRAIT)
    route = ROUTE_BY_PLACE[here]
    inside = replace(around, sentences=replace(sentences, targets=sentences.mentor.targets))
    if not has_rail(tokens):
        return above_bar(surrounded(inside, draw), nav_bar(tokens, places, route, go))
    inside = replace(inside, tokens=replace(tokens, width=tokens.width - rail_width(tokens)))
    return beside_rail(rail(tokens, places, route, go), surrounded(inside, draw))


def _places(sentences: Sentences, portrait: str) -> list[Place]:
    said = sentences.mentor
    return [
        Place(ROUTE_BY_PLACE[MentorPlace.PUPILS], said.place_pupils, picture="caseload"),
        Place(ROUTE_BY_PLACE[MentorPlace.ME], said.place_me, portrait=portrait),
        Place(ROUTE_BY_PLACE[MentorPlace.HELP], said.place_help, picture="help"),
    ]
