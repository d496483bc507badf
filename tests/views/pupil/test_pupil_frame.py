"""The frame of every pupil screen: four places, Help always one tap away."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from tests.stage.stage import stage
from views.design.lettering import body_text
from views.design.tokens import tokens_for
from views.pupil.pupil_frame import pupil_frame
from views.pupil.pupil_place import PupilPlace, place_of
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]


@ft.component
def plain_screen() -> ft.Control:
    tokens = use_surroundings().tokens
    return body_text(tokens, f"width {tokens.width}")


@pytest.mark.feature("P17", "L2")
@pytest.mark.parametrize(("width", "left"), [(390, 390), (699, 699), (768, 664), (1180, 1076)])
@pytest.mark.parametrize("language", tuple(Language))
def test_help_is_one_tap_away_at_every_width(run: Run, width: int, left: int, language: Language) -> None:
    said = sentences_in(language).me

    async def story() -> None:
        went: list[str] = []

        def draw() -> ft.Control:
            return pupil_frame(PupilPlace.TODAY, plain_screen, went.append, "fox")

        async with stage(draw, tokens=tokens_for(width=width), language=language) as here:
            assert here.names() == [said.place_today, said.place_targets, said.place_me, said.place_help]
            assert here.says(f"width {left}"), "the screen knows what the rail leaves it"
            await here.tap(said.place_help)
            chosen = [c for c in here.controls() if isinstance(c, ft.Semantics) and c.selected]
            assert len(chosen) == 1
        assert went == ["/help"]

    run(story())


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ("/", PupilPlace.TODAY),
        ("/today", PupilPlace.TODAY),
        ("/routine/abc", PupilPlace.TODAY),
        ("/targets", PupilPlace.TARGETS),
        ("/targets/new", PupilPlace.TARGETS),
        ("/me", PupilPlace.ME),
        ("/mine", PupilPlace.ME),
        ("/delete", PupilPlace.ME),
        ("/keep/abc", PupilPlace.ME),
        ("/join", PupilPlace.ME),
        ("/invite/abc", PupilPlace.ME),
        ("/help", PupilPlace.HELP),
    ],
)
def test_each_route_belongs_to_a_place(route: str, place: PupilPlace) -> None:
    assert place_of(route) is place
