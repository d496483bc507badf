"""A school year of ticks in a planner, made by the real desk: 190 school days of 12 steps are 2,280 ticks.

Each part of the day has one routine of 12 steps on all weekdays, so that whenever a bench runs there is
something to tick on the screen of today.
"""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta

from services.desk.pupil import PupilDesk
from services.planner.ids import StepId
from services.planner.words import Outcome, Part

STEPS_A_DAY = 12
SCHOOL_DAYS = 190
TICKS = SCHOOL_DAYS * STEPS_A_DAY
_WEEKEND = {5, 6}


async def add_routines(desk: PupilDesk) -> tuple[StepId, ...]:
    """The routines; gives the steps of the first one."""
    first: tuple[StepId, ...] = ()
    for part in Part:
        routine = await desk.add_routine(part, f"Routine {part}", part.value, range(7))
        steps = [
            await desk.add_step(routine, step_title(number), "clothes")
            for number in range(1, STEPS_A_DAY + 1)
        ]
        first = first or tuple(steps)
    return first


def step_title(number: int) -> str:
    """What the steps are called; no title begins with another one."""
    return f"Step {number:02}"


async def live_through(desk: PupilDesk, steps: tuple[StepId, ...], before: date) -> None:
    """Ticks every step on the school days before this day, a month at a time."""
    days = list(school_days(before))
    for start in range(0, len(days), 20):
        month = days[start : start + 20]
        await asyncio.gather(*(desk.set_outcome(day, step, Outcome.DONE) for day in month for step in steps))


def school_days(before: date) -> Iterator[date]:
    """The last 190 days that are no weekend, the newest first."""
    day, count = before, 0
    while count < SCHOOL_DAYS:
        day -= timedelta(days=1)
        if day.weekday() not in _WEEKEND:
            count += 1
            yield day
