"""Today as a person meets it: names, words and presses, on a phone and a tablet."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Outcome, StepView
from tests.stage.stage import Stage
from tests.views.pupil.today_house import MONDAY, TodayHouse, today_house
from tests.views.pupil.today_seen import WIDTHS, seen

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.feature("P1")
@pytest.mark.parametrize("width", WIDTHS)
def test_a_pupil_is_greeted_by_name_and_sees_the_one_step_that_is_now(run: Run, width: int) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.headings()[0] == (1, "Good morning, Sam")
        assert here.says("Getting ready for school")
        assert "Alarm, now, not done yet. Tick" in here.names()
        assert "Next: Feet on the floor" in here.names()
        assert "Later: Open the curtains" in here.names()

    async def story() -> None:
        await seen(await today_house(), act, width=width)

    run(story())


@pytest.mark.feature("P1")
def test_a_press_ticks_the_next_one_comes_and_undo_brings_it_back(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Alarm, now, not done yet. Tick")
        assert "Feet on the floor, now, not done yet. Tick" in here.names()
        assert here.says("Done: Alarm")
        await here.tap("Undo")
        assert "Alarm, now, not done yet. Tick" in here.names()
        assert "Undo" not in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_the_bar_with_undo_goes_after_ten_seconds(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Alarm, now, not done yet. Tick")
        await house.settle()
        house.clock.pass_s(10.1)
        await here.settle()
        assert "Undo" not in here.names()
        assert not here.says("Done: Alarm")

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_all_steps_are_a_list_in_which_a_tick_can_be_taken_away(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Show all steps")
        await house.settle()
        assert house.desk.planner.prefs.view is StepView.ALL
        await here.tap("Brush my teeth, not done yet. Tick")
        await here.tap("Brush my teeth, done. Untick")
        assert "Brush my teeth, not done yet. Tick" in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
@pytest.mark.parametrize(
    ("choice", "outcome", "name"),
    [
        ("Skip today", Outcome.SKIPPED, "Alarm, skipped today. Open again"),
        ("Not needed today", Outcome.NOT_NEEDED, "Alarm, not needed today. Open again"),
    ],
)
def test_the_other_choices_of_a_step_are_in_its_sheet(
    run: Run, choice: str, outcome: Outcome, name: str
) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("More choices for Alarm")
        await here.tap(choice)
        await house.settle()
        await here.settle()
        assert house.desk.planner.day_by_date[MONDAY].outcome_by_step[house.step("alarm")][0] is outcome
        await here.tap("Show all steps")
        assert name in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P2")
def test_today_is_hard_asks_nothing_and_says_that_less_is_enough(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Today is hard")
        assert here.says("The short version is enough today.")
        assert "Get dressed, now, not done yet. Tick" in here.names()
        await here.tap("Today is hard")
        assert here.says("The tiny version is enough today.")
        assert "Today is hard" not in here.names()
        await here.tap("Back to short")
        await here.tap("Back to usual")
        assert not here.says("enough today")

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P3")
def test_a_pause_is_said_in_a_sheet_and_shows_quietly_with_the_way_back(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("More for today")
        await here.tap("Pause")
        await here.tap("Everything")
        await here.tap("Some days")
        await here.tap("To Monday 14 September: A day later")
        assert here.says("To Tuesday 15 September")
        await here.tap("Ill")
        await here.tap("Pause")
        assert here.says("Today is paused")
        assert here.says("Ill: Until Tuesday 15 September")
        await house.settle()
        await here.tap("Take up again")
        assert "Alarm, now, not done yet. Tick" in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P3")
def test_a_single_step_can_be_paused_and_taken_up_again(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Show all steps")
        await here.tap("More choices for Brush my teeth")
        await here.tap("Pause this step")
        await here.tap("Until I take it up again")
        await here.tap("Pause")
        await house.settle()
        await here.settle()
        await here.tap("Brush my teeth, paused. Take up again")
        assert "Brush my teeth, not done yet. Tick" in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_a_finished_routine_says_one_warm_sentence_and_offers_what_is_next(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        while any(name.endswith("now, not done yet. Tick") for name in here.names()):
            await here.tap("now, not done yet. Tick")
        await house.settle()
        await here.settle()
        assert here.says("Everything is ready, and so are you.")
        house.clock.pass_s(61)
        await here.settle()
        assert here.says("Getting ready for school: all done")
        await here.tap("See my steps")
        assert "Alarm, done. Untick" in here.names()
        await here.tap("Put away")
        await here.tap("Next: After school")
        assert "Shoes off, bag down, now, not done yet. Tick" in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_the_other_routines_are_one_tap_away(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Ready for tomorrow")
        assert "Look at tomorrow, now, not done yet. Tick" in here.names()

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())
