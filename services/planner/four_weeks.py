"""Four weeks of a planner: which size of each routine was used on which day. Counts, never a score."""

from dataclasses import dataclass
from datetime import date, timedelta

from services.planner.day_use import DAYS_IN_A_WEEK, Use, routine_use
from services.planner.planner import Planner
from services.planner.routine import Routine
from services.planner.today import RoutineToday, routine_today
from services.planner.words import PauseReason, Size

WEEKS = 4


@dataclass(frozen=True, slots=True)
class RoutineDay:
    """One routine on one day. Shape: `done` of `asked` steps, in the size of that day."""

    on: date
    use: Use
    size: Size
    done: int = 0
    asked: int = 0
    reason: PauseReason | None = None


@dataclass(frozen=True, slots=True)
class RoutineWeeks:
    """One routine over four weeks. Shape: 28 days, from a Monday on."""

    routine: Routine
    days: tuple[RoutineDay, ...]

    @property
    def used(self) -> tuple[RoutineDay, ...]:
        """The days of which something can be said."""
        return tuple(day for day in self.days if day.use not in (Use.QUIET, Use.TO_COME))

    def count(self, use: Use, size: Size | None = None) -> int:
        """On how many days it went so, in this size or in any."""
        return sum(day.use is use and size in (None, day.size) for day in self.days)


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """This calendar week and the three before it."""

    first: date
    routines: tuple[RoutineWeeks, ...]

    @property
    def mondays(self) -> tuple[date, ...]:
        """The day each week begins."""
        return tuple(self.first + timedelta(weeks=week) for week in range(WEEKS))


def first_day(today: date) -> date:
    """The Monday on which the four weeks of this day begin."""
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)


def four_weeks(planner: Planner, today: date) -> FourWeeks:
    """What each routine of now was like in them; a weekday that it does not have is quiet."""
    first = first_day(today)
    days = [first + timedelta(days=n) for n in range(WEEKS * DAYS_IN_A_WEEK)]
    return FourWeeks(
        first,
        tuple(
            RoutineWeeks(routine, tuple(_day(planner, routine, on, today) for on in days))
            for routine in planner.routines
        ),
    )


def _day(planner: Planner, routine: Routine, on: date, today: date) -> RoutineDay:
    if on > today:
        return RoutineDay(on, Use.TO_COME, Size.USUAL)
    found = routine_today(planner, routine.id, on)
    # What was done counts even on a weekday that the routine has no longer.
    if found is None or (on.weekday() not in routine.days and not found.done_count):
        return RoutineDay(on, Use.QUIET, Size.USUAL)
    return _told(found, today)


def _told(found: RoutineToday, today: date) -> RoutineDay:
    use = routine_use(found, today)
    reason = found.pause_reason if use is Use.PAUSED else None
    return RoutineDay(found.date, use, found.size, found.done_count, found.asked_count, reason)
