"""Day use: what became of a day, or of one routine on it, in one quiet word.

A gap is quiet: nothing asked and nothing ticked look alike. A smaller size done is done. Paused is neither.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from services.planner.planner import Planner
from services.planner.today import RoutineToday, routines_on

DAYS_IN_A_WEEK = 7


class Use(StrEnum):
    """How much of what was asked was done. `to_come`: nothing yet, and the day is not over."""

    DONE = "done"
    PARTLY = "partly"
    PAUSED = "paused"
    QUIET = "quiet"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class DayUse:
    """One day of the week strip."""

    on: date
    use: Use


def week_strip(planner: Planner, today: date) -> tuple[DayUse, ...]:
    """The seven days up to today, the oldest first."""
    days = (today - timedelta(days=ago) for ago in reversed(range(DAYS_IN_A_WEEK)))
    return tuple(DayUse(on, day_use(planner, on, today)) for on in days)


def day_use(planner: Planner, on: date, today: date) -> Use:
    """What became of all the routines of a day together."""
    if on > today:
        return Use.TO_COME
    uses = [routine_use(one, today) for one in routines_on(planner, on) if one.steps]
    return _together(uses, is_over=on < today)


def routine_use(routine: RoutineToday, today: date) -> Use:
    """What became of one routine on its day."""
    if routine.is_paused and any(step.is_paused for step in routine.steps):
        return Use.PAUSED  # also half-way through: the rest counts neither way
    if routine.done_count:
        return Use.PARTLY if routine.open_steps else Use.DONE
    if routine.is_paused or (routine.steps and routine.asked_count == 0):
        return Use.PAUSED
    return Use.QUIET if routine.date < today else Use.TO_COME


def _together(uses: Sequence[Use], *, is_over: bool) -> Use:
    asked = [use for use in uses if use is not Use.PAUSED]
    if not asked:
        # A day without routines is a gap; one whose every routine is paused is paused.
        return Use.PAUSED if uses else Use.QUIET
    if all(use is Use.DONE for use in asked):
        return Use.DONE
    if any(use in (Use.DONE, Use.PARTLY) for use in asked):
        return Use.PARTLY
    return Use.QUIET if is_over else Use.TO_COME
