"""Seven days at a glance: each routine on each day, what is planned and what became of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from services.planner.planner import Planner
from services.planner.routine import Routine
from services.planner.today import RoutineToday, routine_today

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One routine through a week. Shape: seven days, Monday first; None where it is not planned."""

    routine: Routine
    days: tuple[RoutineToday | None, ...]


def monday_of(day: date) -> date:
    """The day that its week begins with."""
    return day - timedelta(days=day.weekday())


def days_from(monday: date) -> tuple[date, ...]:
    """The seven days of a week."""
    return tuple(monday + timedelta(days=n) for n in range(DAYS))


def week_of(planner: Planner, monday: date) -> tuple[WeekRow, ...]:
    """The routines of this week in the order of the day; one that is nowhere in it has no row.

    What was done shows where it was done, though the routine may be planned for other days by now.
    """
    rows = (
        WeekRow(routine, tuple(_on(planner, routine, day) for day in days_from(monday)))
        for routine in planner.routines
    )
    return tuple(row for row in rows if any(row.days))


def _on(planner: Planner, routine: Routine, day: date) -> RoutineToday | None:
    today = routine_today(planner, routine.id, day)
    if today is None or not today.steps:
        return None
    return today if day.weekday() in routine.days or today.done_count else None
