"""Writing a target in three questions."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest

from tests.stage.stage import Stage
from tests.views.pupil.pupil_house import pupil_house
from tests.views.pupil.targets_seen import writing_seen

pytestmark = pytest.mark.feature("P6")

Run = Callable[[Awaitable[Any]], Any]


def test_a_target_is_written_in_three_questions_and_its_page_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await pupil_house(), list[str]()

        async def act(here: Stage) -> None:
            await here.tap("Next")
            assert here.says("Pick an idea or write a few words first.")
            await here.tap("Bag ready the night before")
            assert here.thing("My target").control.value == "Bag ready the night before"
            await here.type("My target", "Bag ready by eight")
            await here.tap("Next")
            await here.type("My next step", "Bag by the door")
            await here.tap("Next")
            await here.tap("A friend")
            await here.type("Somebody else", "Nan")
            await here.tap("Add")
            await here.tap("In two weeks")
            assert here.says("We look at it again on Monday 28 September.")
            await here.tap("Choose a number")
            await here.tap("One more")
            assert here.says("8 out of 10")
            await here.tap("Keep my target")
            await house.settle()

        await writing_seen(house, act, went)
        (target,) = house.desk.planner.targets
        assert went == [f"/targets/{target.id}"]
        assert (target.words, target.next_step) == ("Bag ready by eight", "Bag by the door")
        assert (target.helpers, target.goal, target.picture) == (("A friend", "Nan"), 8, "backpack")
        assert target.review_on == date(2026, 9, 28)

    run(story())


def test_a_date_of_ones_own_moves_by_days_and_weeks(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            await here.type("My target", "Up by seven")
            await here.tap("Next")
            await here.tap("Next")
            await here.tap("A date")
            await here.tap("A week later")
            await here.tap("A day sooner")
            assert here.says("We look at it again on Sunday 27 September.")

        await writing_seen(await pupil_house(), act, [])

    run(story())
