"""What stands around a mentor's screens: the places, and help one tap away."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from tests.stage.stage import stage
from tests.views.mentor.mentor_seen import LANGUAGES, WIDTHS, Went
from views.design.tokens import tokens_for
from views.mentor.mentor_frame import mentor_frame
from views.mentor.mentor_help_screen import mentor_help_screen
from views.mentor.mentor_place import MentorPlace, place_of
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_one_tap_away_and_says_what_to_do_when_a_child_is_not_safe(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        went = Went()

        def draw() -> Any:
            return mentor_frame(MentorPlace.HELP, lambda: mentor_help_screen(went.append), went.append)

        async with stage(draw, tokens=tokens_for(width=width), language=language, role=Role.MENTOR) as here:
            places = [
                name for name in here.names() if name in (said.place_pupils, said.place_me, said.place_help)
            ]
            assert len(places) == 3
            assert here.says("999")
            await here.tap(said.help.about)
            await here.tap(said.place_pupils)
            assert went == ["/about", "/"]

    run(story())


@pytest.mark.parametrize(
    ("route", "place"),
    [
        ("/", "pupils"),
        ("/pupil/x/y", "pupils"),
        ("/about", "help"),
        ("/lock", "me"),
        ("/join", "me"),
        ("/odd", "pupils"),
    ],
)
def test_every_address_belongs_to_one_place(route: str, place: str) -> None:
    assert place_of(route) == place
