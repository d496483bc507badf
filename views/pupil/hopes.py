"""What a change will look like once it is saved: small functions from planner to planner."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from services.planner.day import Day
from services.planner.ids import PersonId, RoutineId, StepId
from services.planner.pause import Pause
from services.planner.planner import Planner
from services.planner.routine import Routine
from services.planner.words import Outcome, PauseReason, Size, StepView

Key = TypeVar("Key")
Value = TypeVar("Value")


def with_outcome(planner: Planner, on: date, step: StepId, outcome: Outcome) -> Planner:
    """The planner in which this step went so, said by the one whose device this is."""
    me = planner.me.id if planner.me is not None else PersonId("")
    day = _day(planner, on)
    outcomes = _without(day.outcome_by_step, step)
    if outcome is not Outcome.NONE:
        outcomes[step] = (outcome, me)
    return _with_day(planner, replace(day, outcome_by_step=outcomes))


def with_size(planner: Planner, on: date, routine: RoutineId, size: Size) -> Planner:
    """The planner in which this size is enough on this day."""
    day = _day(planner, on)
    sizes = {**day.size_by_routine, routine: size}
    return _with_day(planner, replace(day, size_by_routine=sizes))


def with_day_paused(planner: Planner, on: date, is_paused: bool, reason: PauseReason | None) -> Planner:
    """The planner in which this day is paused, or taken up again."""
    return _with_day(planner, replace(_day(planner, on), is_paused=is_paused, pause_reason=reason))


def with_pause(planner: Planner, pause: Pause) -> Planner:
    """The planner with one more pause."""
    return replace(planner, pauses=(*planner.pauses, pause))


def with_pause_ended(planner: Planner, what: str, on: date) -> Planner:
    """The planner in which every pause of this thing that holds on this day has ended before it."""
    kept = (_ended(one, on) if one.what == what and one.covers(on) else one for one in planner.pauses)
    return replace(planner, pauses=tuple(one for one in kept if one.to is None or one.from_ <= one.to))


def with_view(planner: Planner, view: StepView) -> Planner:
    """The planner that shows so many steps."""
    return replace(planner, prefs=replace(planner.prefs, view=view))


def with_routine(planner: Planner, routine: RoutineId, change: Callable[[Routine], Routine]) -> Planner:
    """The planner in which this routine is changed."""
    routines = tuple(change(one) if one.id == routine else one for one in planner.routines)
    return replace(planner, routines=routines)


def without_routine(planner: Planner, routine: RoutineId) -> Planner:
    """The planner without this routine."""
    return replace(planner, routines=tuple(one for one in planner.routines if one.id != routine))


def _ended(pause: Pause, on: date) -> Pause:
    return replace(pause, to=on - timedelta(days=1))


def _day(planner: Planner, on: date) -> Day:
    return planner.day_by_date.get(on) or Day(on)


def _with_day(planner: Planner, day: Day) -> Planner:
    return replace(planner, day_by_date={**planner.day_by_date, day.date: day})


def _without(mapping: Mapping[Key, Value], key: Key) -> dict[Key, Value]:
    return {one: value for one, value in mapping.items() if one != key}
