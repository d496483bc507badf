"""A pupil's page as a mentor meets it: what goes well first, then targets, weeks and the next meeting."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

import flet.canvas as cv
import pytest

from services.planner.words import Phase
from tests.stage.stage import Stage
from tests.views.mentor.mentor_house import MONDAY, mentor_house
from tests.views.mentor.mentor_seen import LANGUAGES, WIDTHS, Went, page_seen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_begins_with_what_goes_well_and_has_its_pictures_as_a_table(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language).mentor

    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        for ago in range(3):
            await house.pupil_ticks(MONDAY - timedelta(days=ago))

        async def act(here: Stage) -> None:
            heads = [words for _, words in here.headings()]
            assert heads[0] == "Sam"
            assert heads.index(said.page.strengths_title) < heads.index(said.page.targets_title)
            assert heads.index(said.page.targets_title) < heads.index(said.weeks.title)
            await here.tap(said.weeks.show_table)
            assert here.says(sentences_in(language).words.today)
            assert any(said.weeks.done in text for text in here.texts())
            await here.tap(said.weeks.show_chart)
            await here.tap(said.page.back)
            assert went == ["back"]

        await page_seen(house, act, went, width=width, language=language)

    run(story())


def test_the_chart_stands_on_a_line_and_a_smaller_size_done_is_full(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_ticks(MONDAY)

        async def act(here: Stage) -> None:
            canvas = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize)
            await here.fire(canvas, "resize", {"w": 310.0, "h": 80.0})
            shapes = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize).shapes
            floor = next(shape for shape in shapes if isinstance(shape, cv.Line)).y1
            blocks = [shape for shape in shapes if isinstance(shape, cv.Rect)]
            assert len(blocks) == 3
            assert max(block.y + block.height for block in blocks) == floor - 2
            assert [shape.value for shape in shapes if isinstance(shape, cv.Text)] == [
                "24 Aug",
                "31 Aug",
                "7 Sep",
                "14 Sep",
            ]

        await page_seen(house, act, Went())

    run(story())


def test_phase_and_next_meeting_are_kept_in_a_sheet_and_shown(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()

        async def act(here: Stage) -> None:
            await here.tap("Meeting and phase")
            await here.tap("Getting to know each other")
            await here.tap("Set a day")
            await here.tap("A day later")
            assert here.says("Tuesday 22 September")
            await here.tap("Set a time")
            await here.tap("15 minutes later")
            assert here.says("11:15")
            await here.tap("Keep")
            await house.settle()
            await here.settle()
            assert here.says("Getting to know each other")
            assert here.says("Meeting Tue 22 Sep, 11:15")

        await page_seen(house, act, Went())
        case = house.caseload.case(house.desk().planner_id)
        assert (case.phase, case.meeting_on, case.meeting_at) == (Phase.TRUST, date(2026, 9, 22), "11:15")

    run(story())


@pytest.mark.feature("M7")
def test_on_the_page_each_voice_has_its_own_numbers_and_a_silent_one_is_named(run: Run) -> None:
    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        target = await house.desk().add_target("Bag ready", "backpack", "Bag by the door")
        for ago, score in enumerate((6, 5, 3)):
            await house.pupil_rates(target, MONDAY - timedelta(days=ago), score)
        await house.desk().rate(target, MONDAY, 4)

        async def act(here: Stage) -> None:
            assert "Bag ready. Sam: 3, 5, 6. You: 4. Look and rate" in here.names()
            assert here.says("Parent or carer: nothing yet")
            await here.tap("Bag ready. ")
            assert went == [f"/pupil/{house.desk().planner_id}/{target}"]

        await page_seen(house, act, went)

    run(story())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_twice_as_large_everything_is_still_there(run: Run, width: int, language: Language) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_ticks(MONDAY)
        target = await house.desk().add_target("Bag ready", "backpack")
        await house.pupil_rates(target, MONDAY, 3)
        said = sentences_in(language).mentor

        async def act(here: Stage) -> None:
            assert here.says(said.page.strengths_title)
            await here.tap(said.weeks.show_table)

        await page_seen(house, act, Went(), width=width, percent=200, language=language)

    run(story())
