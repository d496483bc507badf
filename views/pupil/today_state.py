"""What the pupil's Today shows, as frozen values. No screen and no desk in here."""

from dataclasses import dataclass
from datetime import date

from services.planner.ids import RoutineId, StepId
from services.planner.person import Person
from services.planner.routine import Routine, Step
from services.planner.words import Outcome, Part, PauseReason, Size, StepView
from views.pupil.trouble import Trouble
from views.pupil.undo import Undoable


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of the routine on the screen. Shape: `by` is another person's name, never one's own."""

    step: Step
    outcome: Outcome
    is_now: bool = False
    is_paused: bool = False
    by: str | None = None

    @property
    def id(self) -> StepId:
        """The step's id."""
        return self.step.id


@dataclass(frozen=True, slots=True)
class RoutineTab:
    """A routine of the day, one tap away."""

    routine: Routine
    is_shown: bool
    is_finished: bool
    is_paused: bool


@dataclass(frozen=True, slots=True)
class NoRoutines:
    """The day holds no routine. Shape: `has_any` tells whether another weekday does."""

    has_any: bool


@dataclass(frozen=True, slots=True)
class DayPaused:
    """Nothing is asked today. Shape: `until` is the last paused day of a range, if it has one."""

    reason: PauseReason | None
    until: date | None


@dataclass(frozen=True, slots=True)
class RoutinePaused:
    """This routine asks nothing today."""

    routine: Routine
    reason: PauseReason | None
    until: date | None


@dataclass(frozen=True, slots=True)
class RoutineEmpty:
    """A routine that has no step on this weekday."""

    routine: Routine


@dataclass(frozen=True, slots=True)
class Finished:
    """Everything asked is done. Shape: `is_fresh` just now; `next_up` is what the day still has."""

    routine: Routine
    size: Size
    steps: tuple[StepLine, ...]
    is_fresh: bool
    next_up: Routine | None


@dataclass(frozen=True, slots=True)
class StepsShown:
    """The routine under way. Shape: `smaller` and `larger` are the sizes one press away."""

    routine: Routine
    size: Size
    steps: tuple[StepLine, ...]
    smaller: Size | None
    larger: Size | None
    is_looking_back: bool = False

    @property
    def now(self) -> StepLine | None:
        """The step to look at."""
        return next((line for line in self.steps if line.is_now), None)

    @property
    def coming(self) -> tuple[StepLine, ...]:
        """The open steps after the one to look at, in their order."""
        now = self.now
        return tuple(
            line
            for line in self.steps
            if line.outcome is Outcome.NONE and not line.is_paused and line is not now
        )


TodayBody = NoRoutines | DayPaused | RoutinePaused | RoutineEmpty | Finished | StepsShown


@dataclass(frozen=True, slots=True)
class TodayState:
    """The whole screen. Shape: `date` is the planner's day, which ends at 04:00."""

    me: Person | None
    date: date
    part: Part
    is_after_midnight: bool
    is_school_hours: bool
    is_read_only: bool
    view: StepView
    tabs: tuple[RoutineTab, ...]
    body: TodayBody
    undo: Undoable | None = None
    trouble: Trouble | None = None

    def line(self, step: StepId) -> StepLine | None:
        """The line of this step, if it is on the screen."""
        steps = self.body.steps if isinstance(self.body, StepsShown | Finished) else ()
        return next((line for line in steps if line.id == step), None)

    @property
    def shown(self) -> RoutineId | None:
        """The routine on the screen."""
        return next((tab.routine.id for tab in self.tabs if tab.is_shown), None)
