"""From a planner and a moment to what Today shows. Pure: the same planner and moment, the same screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.planner.ids import PersonId, RoutineId
from services.planner.planner import Planner
from services.planner.routine import Routine
from services.planner.today import RoutineToday, StepToday, is_day_paused, routines_on
from services.planner.words import Outcome, Part, Size
from views.pupil.today_state import (
    DayPaused,
    Finished,
    NoRoutines,
    RoutineEmpty,
    RoutinePaused,
    RoutineTab,
    StepLine,
    StepsShown,
    TodayBody,
)

_SIZES = tuple(Size)
_PARTS = tuple(Part)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a person chose while the screen is open; forgotten when the part of the day changes.

    Shape: `fresh` has just been finished; `looking_back` at a finished routine's steps.
    """

    on: date
    part: Part
    chosen: RoutineId | None = None
    fresh: RoutineId | None = None
    looking_back: RoutineId | None = None


def in_reach(planner: Planner, sitting: Sitting) -> tuple[RoutineToday, ...]:
    """The routines of the day: the fitting one first, the others after it in the order of the day."""
    todays = routines_on(planner, sitting.on)
    fitting = _fitting(todays, sitting)
    if fitting is None:
        return ()
    first = todays.index(fitting)
    return todays[first:] + todays[:first]


def shown_one(reach: Sequence[RoutineToday], sitting: Sitting) -> RoutineToday | None:
    """The one on the screen: the chosen one, else the first."""
    chosen = (one for one in reach if one.routine.id == sitting.chosen)
    return next(chosen, reach[0] if reach else None)


def tabs_of(reach: Sequence[RoutineToday], sitting: Sitting) -> tuple[RoutineTab, ...]:
    """Each routine of the day with how it stands."""
    shown = shown_one(reach, sitting)
    return tuple(
        RoutineTab(one.routine, one is shown, is_finished=one.is_finished, is_paused=one.is_paused)
        for one in reach
    )


def body_of(planner: Planner, reach: Sequence[RoutineToday], sitting: Sitting) -> TodayBody:
    """The middle of the screen."""
    today = shown_one(reach, sitting)
    if today is None:
        return NoRoutines(has_any=bool(planner.routines))
    paused_day = is_day_paused(planner, sitting.on)
    if paused_day is not None:
        return DayPaused(paused_day.reason, paused_day.until)
    if today.paused_by is not None:
        return RoutinePaused(today.routine, today.paused_by.reason, today.paused_by.until)
    if not today.steps:
        return RoutineEmpty(today.routine)
    routine = today.routine
    looking_back = sitting.looking_back == routine.id
    lines = tuple(_line(planner, step, today.now) for step in today.steps)
    if today.is_finished and not looking_back:
        is_fresh = sitting.fresh == routine.id
        return Finished(routine, today.size, lines, is_fresh=is_fresh, next_up=_next_up(reach, today))
    return StepsShown(
        routine,
        today.size,
        lines,
        smaller=_smaller(today, sitting.on),
        larger=_larger(today),
        is_looking_back=looking_back and today.is_finished,
    )


def _fitting(todays: Sequence[RoutineToday], sitting: Sitting) -> RoutineToday | None:
    """The routine of this part of the day, an unfinished one first; else the next one to come."""
    here = _PARTS.index(sitting.part)

    def far(today: RoutineToday) -> tuple[bool, int, bool]:
        away = _PARTS.index(today.routine.part) - here
        is_behind = today.is_finished and today.routine.id != sitting.fresh
        return away < 0, abs(away), is_behind

    return min(todays, key=far, default=None)


def _next_up(reach: Sequence[RoutineToday], today: RoutineToday) -> Routine | None:
    here = _PARTS.index(today.routine.part)
    to_come = (
        one.routine
        for one in reach
        if _PARTS.index(one.routine.part) >= here
        and one.routine.id != today.routine.id
        and not one.is_finished
        and not one.is_paused
        and one.steps
    )
    return min(to_come, key=lambda one: (_PARTS.index(one.part), one.order, one.id), default=None)


def _line(planner: Planner, step: StepToday, now: StepToday | None) -> StepLine:
    return StepLine(
        step.step,
        step.outcome,
        is_now=step is now,
        is_paused=step.is_paused,
        by=_other(planner, step.by) if step.outcome is Outcome.DONE else None,
    )


def _other(planner: Planner, by: PersonId | None) -> str | None:
    if by is None or (planner.me is not None and planner.me.id == by):
        return None
    person = planner.people.get(by)
    return person.name if person is not None and person.name else None


def _smaller(today: RoutineToday, on: date) -> Size | None:
    """The next smaller size that asks for something, and for less than now."""
    asked = _asked(today.routine, today.size, on)
    for size in _SIZES[_SIZES.index(today.size) + 1 :]:
        smaller = _asked(today.routine, size, on)
        if 0 < len(smaller) < len(asked):
            return size
    return None


def _larger(today: RoutineToday) -> Size | None:
    """The size to go back to."""
    place = _SIZES.index(today.size)
    return _SIZES[place - 1] if place > 0 else None


def _asked(routine: Routine, size: Size, on: date) -> frozenset[str]:
    return frozenset(step.id for step in routine.steps if size in step.sizes and on.weekday() in step.days)
