"""One target as a person meets it: rated, read back as line and table, changed, and finished."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import flet.canvas as cv
import pytest

from services.planner.ids import TargetId
from tests.stage.stage import Stage
from tests.views.pupil.pupil_house import MONDAY, pupil_house
from tests.views.pupil.targets_seen import LANGUAGES, WIDTHS, target_seen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

pytestmark = pytest.mark.feature("P6")

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_is_rated_with_a_face_and_read_back(run: Run, width: int, language: Language) -> None:
    said = sentences_in(language).targets

    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, "Bag ready the night before")
            assert here.says(said.chart.none)
            await here.tap(said.rate.number.format(score=3, face=said.rate.faces[3]))
            await here.tap(said.rate.one_more)
            await here.type(said.rate.words_field, "Mum helped")
            await here.tap(said.rate.keep.format(score=4))
            assert here.says(said.rate.said_title.format(score=4))
            assert here.says("Mum helped")
            assert here.says(said.chart.you_once.format(score=4, day=said.days.today))

        await target_seen(house, target, act, width=width, language=language)
        assert [(r.score, r.words) for r in house.desk.planner.ratings] == [(4, "Mum helped")]

    run(story())


def test_three_days_make_a_line_a_sentence_and_a_table(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        for score in (3, 5, 6):
            await house.desk.rate(target, date(2026, 9, 14 + len(house.desk.planner.ratings)), score)
        house.days_pass(2)

        async def act(here: Stage) -> None:
            assert here.says("You said 5 yesterday, 6 today.")
            canvas = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize)
            assert canvas.shapes == []
            await here.fire(canvas, "resize", {"w": 300.0, "h": 260.0})
            drawn = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize).shapes
            circles = [shape for shape in drawn if isinstance(shape, cv.Circle)]
            assert len(circles) == 6, "a rim and a mark each"
            numbers = [shape.value for shape in drawn if isinstance(shape, cv.Text)]
            assert {"3", "5", "6", "14 Sep", "16 Sep"} <= set(numbers)
            await here.tap("Show as a table")
            assert not [c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize]
            for day in ("Today", "Yesterday", "Monday 14 September"):
                assert here.says(day)
            await here.tap("Show as a picture")

        await target_seen(house, target, act)

    run(story())


def test_voices_that_have_not_joined_are_named_as_still_to_come(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        await house.desk.rate(target, MONDAY, 5)

        async def act(here: Stage) -> None:
            assert here.says("My carer: when they join")
            assert here.says("My mentor: when they join")
            assert here.says("A carer or mentor who joins later can see targets too.")

        await target_seen(house, target, act)

    run(story())


def test_a_target_is_changed_in_a_sheet(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            await here.tap("Change this target")
            await here.type("My target", "Bag ready by eight")
            await here.tap("Keep changes")
            assert here.headings()[0] == (1, "Bag ready by eight")
            await here.tap("Change this target")
            await here.type("My target", "Something else")
            await here.close_sheet()
            assert here.headings()[0] == (1, "Bag ready by eight")

        await target_seen(house, target, act)

    run(story())


def test_a_target_is_finished_and_worked_on_again(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            await here.tap("Finish this target")
            await here.tap("We did this")
            assert "Finish this target" not in here.names()
            assert here.says("We did this")
            await house.settle()
            assert house.desk.planner.targets[0].is_reached
            await here.tap("Work on it again")
            assert "Finish this target" in here.names()

        await target_seen(house, target, act)

    run(story())


def test_a_full_device_says_so_in_place_and_the_same_press_tries_again(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        house.store.fill_disk()

        async def act(here: Stage) -> None:
            await here.tap("5, in the middle")
            await here.tap("Keep 5 for today")
            await house.settle()
            await here.settle()
            assert here.says("This device has no room left")
            house.store.fill_disk(False)
            await here.tap("Keep 5 for today")
            await house.settle()
            await here.settle()
            assert not here.says("This device has no room left")
            assert here.says("Today: 5")

        await target_seen(house, target, act)

    run(story())


def test_a_target_that_is_gone_leads_back_to_the_list(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            assert here.says("This target is not here")
            assert here.names() == ["My targets"]

        await target_seen(await pupil_house(), TargetId("nowhere"), act)

    run(story())


def test_what_was_said_is_read_newest_first_and_the_day_somebody_looked_is_told(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        for day in range(9, 15):
            await house.desk.rate(target, date(2026, 9, day), 4, f"Note {day}")
        await house.mentor_looks(MONDAY)

        async def act(here: Stage) -> None:
            assert [text for text in here.texts() if text.startswith("Note ")][:2] == ["Note 14", "Note 14"]
            assert not here.says("Note 10")
            await here.tap("Show what was said before")
            assert here.says("Note 9")
            assert here.says("Ms Ali looked today.")

        await target_seen(house, target, act)

    run(story())
