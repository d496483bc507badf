"""Which routine is on the screen at which hour, and on which day."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Outcome, Part
from tests.views.pupil.today_house import MONDAY, at, today_house
from views.pupil.today_state import Finished, NoRoutines, StepsShown, TodayState

Run = Callable[[Awaitable[Any]], Any]


def shown_part(state: TodayState) -> Part | None:
    return next((tab.routine.part for tab in state.tabs if tab.is_shown), None)


@pytest.mark.feature("P1")
@pytest.mark.parametrize(
    ("when", "part"),
    [
        ("2026-09-14 04:00", Part.MORNING),
        ("2026-09-14 07:42", Part.MORNING),
        ("2026-09-14 11:59", Part.MORNING),
        ("2026-09-14 12:00", Part.AFTER_SCHOOL),
        ("2026-09-14 16:10", Part.AFTER_SCHOOL),
        ("2026-09-14 17:30", Part.EVENING),
        ("2026-09-14 23:59", Part.EVENING),
        ("2026-09-15 00:30", Part.EVENING),
        ("2026-09-15 03:59", Part.EVENING),
    ],
)
def test_the_fitting_routine_comes_first_and_the_others_are_one_tap_away(
    run: Run, when: str, part: Part
) -> None:
    async def story() -> None:
        house = await today_house(when)
        state = house.today.state
        assert state.date == MONDAY
        assert state.part is part
        assert shown_part(state) is part
        assert state.tabs[0].is_shown
        assert {tab.routine.part for tab in state.tabs} == set(Part)
        for tab in state.tabs:
            house.today.choose_routine(tab.routine.id)
            assert shown_part(house.today.state) is tab.routine.part
            assert [one.routine for one in house.today.state.tabs] == [one.routine for one in state.tabs]

    run(story())


@pytest.mark.feature("P1")
def test_after_midnight_a_tick_still_belongs_to_the_evening_that_began(run: Run) -> None:
    async def story() -> None:
        house = await today_house("2026-09-15 00:40")
        assert house.today.state.is_after_midnight
        house.today.press(house.step("clothes_out"))
        await house.settle()
        assert list(house.desk.planner.day_by_date) == [MONDAY]
        stop = house.today.subscribe(lambda: None)
        house.clock.move_to(at("2026-09-15 04:00"))
        assert house.today.state.date.isoformat() == "2026-09-15"
        assert shown_part(house.today.state) is Part.MORNING
        stop()

    run(story())


@pytest.mark.feature("P1")
def test_the_screen_moves_on_by_itself_when_the_part_of_the_day_changes(run: Run) -> None:
    async def story() -> None:
        house = await today_house("2026-09-14 17:10")
        stop = house.today.subscribe(lambda: None)
        assert shown_part(house.today.state) is Part.AFTER_SCHOOL
        house.clock.move_to(at("2026-09-14 17:31"))
        assert shown_part(house.today.state) is Part.EVENING
        stop()

    run(story())


@pytest.mark.feature("P1")
def test_nothing_moves_under_a_hand_that_is_busy(run: Run) -> None:
    async def story() -> None:
        house = await today_house("2026-09-14 17:28")
        stop = house.today.subscribe(lambda: None)
        house.today.press(house.step("snack"))
        house.clock.move_to(at("2026-09-14 17:32"))
        assert shown_part(house.today.state) is Part.AFTER_SCHOOL
        house.clock.move_to(at("2026-09-14 17:45"))
        assert shown_part(house.today.state) is Part.EVENING
        await house.settle()
        stop()

    run(story())


@pytest.mark.feature("P1")
def test_a_day_without_routines_is_empty_and_no_fault(run: Run) -> None:
    async def story() -> None:
        house = await today_house("2026-09-19 09:00")  # a Saturday
        assert house.today.state.body == NoRoutines(has_any=True)
        assert not house.today.state.is_school_hours

    run(story())


@pytest.mark.feature("P1")
@pytest.mark.parametrize(
    ("when", "is_school"),
    [
        ("2026-09-14 08:29", False),
        ("2026-09-14 08:30", True),
        ("2026-09-18 15:29", True),
        ("2026-09-18 15:30", False),
    ],
)
def test_school_hours_are_known_and_the_steps_stay_there(run: Run, when: str, is_school: bool) -> None:
    async def story() -> None:
        house = await today_house(when)
        assert house.today.state.is_school_hours is is_school
        assert isinstance(house.today.state.body, StepsShown)

    run(story())


@pytest.mark.feature("P1")
def test_of_two_routines_in_one_part_the_unfinished_one_is_shown(run: Run) -> None:
    async def story() -> None:
        house = await today_house(parts=(Part.MORNING,))
        second = await house.desk.add_routine(Part.MORNING, "Swimming day", "swimming", range(7))
        step = await house.desk.add_step(second, "Pack towel", "bath")
        state = house.reopened().state
        assert shown_part(state) is Part.MORNING
        assert state.shown == house.routine(Part.MORNING)
        for one in house.desk.planner.routines[0].steps:
            await house.desk.set_outcome(MONDAY, one.id, Outcome.DONE)
        state = house.reopened().state
        assert state.shown == second
        assert state.line(step) is not None
        await house.desk.set_outcome(MONDAY, step, Outcome.DONE)
        assert isinstance(house.reopened().state.body, Finished)

    run(story())
