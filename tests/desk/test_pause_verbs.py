"""Pausing over days, and taking up again."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from services.planner.errors import InputRejected
from services.planner.ids import PauseId
from services.planner.pause import EVERYTHING
from services.planner.today import is_day_paused
from services.planner.words import PauseReason
from tests.desk.room import MONDAY, room

Run = Callable[[Any], Any]
FRIDAY = MONDAY + timedelta(days=4)


def test_a_week_away_is_paused_with_its_reason_and_the_week_after_is_not(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        pause = await sam.desk.pause(EVERYTHING, MONDAY, FRIDAY, PauseReason.HOLIDAY)
        found = is_day_paused(sam.desk.planner, FRIDAY)
        assert found is not None
        assert (found.pause, found.reason, found.until) == (pause, PauseReason.HOLIDAY, FRIDAY)
        assert is_day_paused(sam.desk.planner, FRIDAY + timedelta(days=1)) is None
        assert is_day_paused((await sam.reopened()).desk.planner, MONDAY) is not None

    run(story())


def test_a_routine_and_a_step_are_paused_until_somebody_takes_them_up(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        step = sam.step("hair")
        of_step = await sam.desk.pause(step, MONDAY)
        assert sam.today().asked_count == 13
        of_routine = await sam.desk.pause(sam.routine().id, MONDAY)
        assert sam.today().is_paused
        await sam.desk.resume(of_routine, MONDAY)
        assert not sam.today().is_paused
        assert sam.today().asked_count == 13
        await sam.desk.resume(of_step, MONDAY)
        assert sam.today().asked_count == 14

    run(story())


def test_taking_up_half_way_keeps_the_days_before_paused(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        pause = await sam.desk.pause(EVERYTHING, MONDAY, FRIDAY)
        await sam.desk.resume(pause, MONDAY + timedelta(days=2))
        held = [is_day_paused(sam.desk.planner, MONDAY + timedelta(days=n)) is not None for n in range(5)]
        assert held == [True, True, False, False, False]

    run(story())


def test_taking_up_what_two_people_paused_ends_both(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        one = await sam.desk.pause(EVERYTHING, MONDAY, FRIDAY)
        await sam.desk.pause(EVERYTHING, MONDAY - timedelta(days=3))
        await sam.desk.resume(one, MONDAY)
        assert is_day_paused(sam.desk.planner, MONDAY) is None
        assert is_day_paused(sam.desk.planner, MONDAY - timedelta(days=1)) is not None

    run(story())


def test_a_pause_that_has_not_begun_can_be_given_up(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        pause = await sam.desk.pause(EVERYTHING, FRIDAY)
        await sam.desk.resume(pause, MONDAY)
        assert sam.desk.planner.pauses == ()

    run(story())


def test_a_pause_that_is_over_stays_as_it_was(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        pause = await sam.desk.pause(EVERYTHING, MONDAY, MONDAY)
        await sam.desk.resume(pause, FRIDAY)
        assert [one.to for one in sam.desk.planner.pauses] == [MONDAY]

    run(story())


@pytest.mark.parametrize(
    ("what", "to", "field"), [("nothing", None, "what"), (EVERYTHING, date(2026, 9, 13), "to")]
)
def test_a_pause_that_makes_no_sense_is_named_and_not_written(
    run: Run, what: str, to: date | None, field: str
) -> None:
    async def story() -> None:
        sam = await room()
        with pytest.raises(InputRejected) as caught:
            await sam.desk.pause(what, MONDAY, to)
        assert caught.value.field == field
        with pytest.raises(InputRejected):
            await sam.desk.resume(PauseId("nowhere"), MONDAY)
        assert sam.desk.planner.pauses == ()

    run(story())
