"""One routine on one day, as a person meets it: which step is now, what is done, what is paused.

Shown are the steps of the day's size on that weekday, and those of another size that are already done, so
that changing the size keeps what is done. Paused and not needed count neither way.
"""

from dataclasses import dataclass
from datetime import date

from services.planner.day import Day
from services.planner.ids import PersonId, RoutineId, StepId
from services.planner.pause import EVERYTHING, PausedBy, find_pause
from services.planner.planner import Planner
from services.planner.routine import Routine, Step
from services.planner.words import Outcome, PauseReason, Size

_SETTLED = frozenset({Outcome.DONE, Outcome.NOT_NEEDED})


@dataclass(frozen=True, slots=True)
class StepToday:
    """One step on one day. `by` is who said so. What is done is never paused."""

    step: Step
    outcome: Outcome = Outcome.NONE
    by: PersonId | None = None
    paused_by: PausedBy | None = None

    @property
    def is_paused(self) -> bool:
        """Not asked for today."""
        return self.paused_by is not None

    @property
    def is_open(self) -> bool:
        """Still to do."""
        return self.outcome is Outcome.NONE and not self.is_paused

    @property
    def is_asked(self) -> bool:
        """Counts: neither paused nor not needed."""
        return self.outcome is not Outcome.NOT_NEEDED and not self.is_paused


@dataclass(frozen=True, slots=True)
class RoutineToday:
    """One routine on one day."""

    routine: Routine
    date: date
    size: Size
    steps: tuple[StepToday, ...]
    paused_by: PausedBy | None = None

    @property
    def is_paused(self) -> bool:
        """The whole routine is paused; what was done before stays done."""
        return self.paused_by is not None

    @property
    def pause_reason(self) -> PauseReason | None:
        """Why, if somebody said."""
        return None if self.paused_by is None else self.paused_by.reason

    @property
    def open_steps(self) -> tuple[StepToday, ...]:
        """What is still to do, in order."""
        return tuple(step for step in self.steps if step.is_open)

    @property
    def now(self) -> StepToday | None:
        """The one thing to look at."""
        return next((step for step in self.steps if step.is_open), None)

    @property
    def next_steps(self) -> tuple[StepToday, ...]:
        """What is still to do after `now`."""
        return self.open_steps[1:]

    @property
    def done_count(self) -> int:
        """How many steps are done."""
        return sum(step.outcome is Outcome.DONE for step in self.steps)

    @property
    def asked_count(self) -> int:
        """How many steps count at all."""
        return sum(step.is_asked for step in self.steps)

    @property
    def is_finished(self) -> bool:
        """Nothing is left to do: the size of the day, done, is done."""
        return bool(self.steps) and not self.is_paused and not self.open_steps


def routine_today(planner: Planner, routine_id: RoutineId, on: date) -> RoutineToday | None:
    """This routine on this day, or None if it is not there any more."""
    routine = planner.routine(routine_id)
    if routine is None:
        return None
    day = planner.day_by_date.get(on) or Day(on)
    size = day.size_by_routine.get(routine.id, Size.USUAL)
    shown = (step for step in routine.steps if _is_shown(step, day, size))
    return RoutineToday(
        routine=routine,
        date=on,
        size=size,
        steps=tuple(_step_today(planner, step, day) for step in shown),
        paused_by=paused_by(planner, on, routine.id),
    )


def routines_on(planner: Planner, on: date) -> tuple[RoutineToday, ...]:
    """The routines of this weekday, in the order of the day."""
    todays = (routine_today(planner, one.id, on) for one in planner.routines if on.weekday() in one.days)
    return tuple(today for today in todays if today is not None)


def paused_by(planner: Planner, on: date, routine: RoutineId, step: StepId | None = None) -> PausedBy | None:
    """What pauses this routine, or this step of it, on this day."""
    return find_pause(planner.day_by_date, planner.pauses, on, routine, step)


def is_day_paused(planner: Planner, on: date) -> PausedBy | None:
    """What pauses the whole of this day."""
    return find_pause(planner.day_by_date, planner.pauses, on, RoutineId(EVERYTHING))


def _is_shown(step: Step, day: Day, size: Size) -> bool:
    outcome, _ = day.outcome_by_step.get(step.id, (Outcome.NONE, None))
    return outcome is Outcome.DONE or (size in step.sizes and day.date.weekday() in step.days)


def _step_today(planner: Planner, step: Step, day: Day) -> StepToday:
    outcome, by = day.outcome_by_step.get(step.id, (Outcome.NONE, None))
    paused = None if outcome in _SETTLED else paused_by(planner, day.date, step.routine, step.id)
    return StepToday(step, outcome, by, paused)
