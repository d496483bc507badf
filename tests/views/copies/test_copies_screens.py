"""What is inside a copy, and what each page says, in every language, large and right to left."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.desk.glance import Glance
from services.planner.words import Role
from tests.stage import stage
from tests.views.copies.copying_house import CopyingHouse
from views.copies.bring_back_screen import bring_back_screen
from views.copies.bring_back_state import Inside
from views.copies.inside_page import inside_page
from views.copies.keep_copy_screen import keep_copy_screen
from views.design.palettes import ThemeName
from views.design.pick_button import pick_button
from views.design.tokens import tokens_for
from views.design.working import working
from views.strings.catalogue import Language
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]
SAM = Glance("shared", Role.PUPIL, "Sam", "fox", 2, 30, 1, 5, date(2026, 9, 14))
INSIDE = Inside(1_789_368_120_000, (SAM,), ())


def drawn(state: Inside, happened: list[str]) -> Any:
    def leave() -> None:
        happened.append("leave")

    return inside_page(
        use_surroundings(), state, "Europe/London", lambda: happened.append("bring"), leave, leave
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("percent", [100, 200])
def test_what_is_inside_is_said_with_whose_it_is_and_when(run: Run, language: Language, percent: int) -> None:
    async def show() -> None:
        happened: list[str] = []
        tokens = tokens_for(percent=percent, is_rtl=percent == 200, theme=ThemeName.DARK)
        async with stage(lambda: drawn(INSIDE, happened), language=language, tokens=tokens) as s:
            assert s.says("Sam")
            assert s.says("2026, 7:42")
            assert s.says("30")
            assert len([level for level, _ in s.headings() if level == 1]) == 1
            for thing in s.things():
                await s.fire(thing.control, "click")
            assert happened == ["leave", "bring", "leave"]

    run(show())


def test_what_is_here_stands_beside_it_and_is_said_to_be_put_by(run: Run) -> None:
    async def show() -> None:
        last_year = replace(SAM, last_day=date(2025, 12, 1), days=1, is_shared=True, name="", picture="")
        state = replace(INSIDE, in_copy=(last_year,), here=(SAM,), error="storage_full")
        async with stage(lambda: drawn(state, [])) as s:
            assert s.says("Ticks on 1 day, 1 December 2025")
            assert s.says("Ticks on 5 days, the last one 14 September")
            assert s.says("A planner")
            assert s.says("ask for a new invitation")
            assert s.says("What is here now is put by")
            assert s.says("no room left")

    run(show())


def test_a_copy_of_somebody_alone_says_nothing_of_others(run: Run) -> None:
    async def show() -> None:
        nobody = replace(SAM, last_day=None, days=0)
        async with stage(lambda: drawn(replace(INSIDE, in_copy=(nobody,)), [])) as s:
            assert s.says("Nothing ticked yet")
            assert not s.says("invitation")
            assert not s.says("Here now")

    run(show())


def test_a_file_is_asked_for_inside_the_tap_with_its_bytes(run: Run) -> None:
    async def show() -> None:
        given: list[bytes] = []
        async with stage(lambda: pick_button(tokens_for(), "Choose", given.append)) as s:
            action = s.thing("Choose").control.action
            assert (action.method, action.args["with_data"]) == ("pick_files", True)
            assert action.args["cancel_upload_on_window_blur"] is False
            files = [{"id": 0, "name": "a", "size": 3, "path": None, "bytes": b"abc"}]
            await s.fire(action.file_picker, "result", {"files": files})
            await s.fire(action.file_picker, "result", {"files": []})
            assert given == [b"abc"]

    run(show())


def test_where_movement_is_unwanted_nothing_turns(run: Run) -> None:
    async def show() -> None:
        for has_motion, rings in ((True, 1), (False, 0)):
            tokens = tokens_for(has_motion=has_motion)
            async with stage(lambda tokens=tokens: working(tokens, "Working")) as s:
                assert s.says("Working")
                assert [type(each).__name__ for each in s.controls()].count("ProgressRing") == rings

    run(show())


def test_leaving_the_first_question_leaves_the_screen(run: Run) -> None:
    async def show() -> None:
        house = CopyingHouse()
        await house.begun()
        left: list[str] = []
        for draw in (
            lambda: keep_copy_screen(house.keep, lambda: left.append("keep")),
            lambda: bring_back_screen(house.bring, lambda: left.append("bring")),
        ):
            async with stage(draw) as s:
                await house.settle()
                await s.settle()
                await s.tap("Back")
        assert left == ["keep", "bring"]

    run(show())
