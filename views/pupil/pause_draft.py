"""A pause while it is being said: what, for how long, and perhaps why."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from services.planner.ids import RoutineId, StepId
from services.planner.words import PauseReason

LONGEST_DAYS = 365


class PauseWhat(StrEnum):
    """How much is paused."""

    step = "step"
    routine = "routine"
    everything = "everything"


class PauseSpan(StrEnum):
    """For how long."""

    today = "today"
    days = "days"
    open_end = "open_end"


@dataclass(frozen=True, slots=True)
class PauseDraft:
    """What the pause sheet holds. Shape: `step` is None where no step was pointed at."""

    on: date
    routine: RoutineId
    step: StepId | None
    what: PauseWhat
    span: PauseSpan
    first: date
    last: date
    reason: PauseReason | None = None

    @classmethod
    def of(cls, on: date, routine: RoutineId, step: StepId | None) -> "PauseDraft":
        """A fresh sheet: the narrowest thing, just today, no reason."""
        what = PauseWhat.routine if step is None else PauseWhat.step
        return cls(on, routine, step, what, PauseSpan.today, on, on)

    @property
    def choices(self) -> tuple[PauseWhat, ...]:
        """What can be paused from here."""
        return tuple(PauseWhat) if self.step is not None else (PauseWhat.routine, PauseWhat.everything)

    @property
    def target(self) -> str | None:
        """The routine or the step; None is everything."""
        match self.what:
            case PauseWhat.step:
                return self.step
            case PauseWhat.routine:
                return self.routine
            case PauseWhat.everything:
                return None

    @property
    def is_just_this_day(self) -> bool:
        """The whole of today and nothing else."""
        return self.what is PauseWhat.everything and self.from_ == self.to == self.on

    @property
    def from_(self) -> date:
        """Its first day."""
        return self.first if self.span is PauseSpan.days else self.on

    @property
    def to(self) -> date | None:
        """Its last day; None until somebody takes it up again."""
        match self.span:
            case PauseSpan.today:
                return self.on
            case PauseSpan.days:
                return self.last
            case PauseSpan.open_end:
                return None

    def with_what(self, what: PauseWhat) -> "PauseDraft":
        """Pausing this instead."""
        return replace(self, what=what)

    def with_span(self, span: PauseSpan) -> "PauseDraft":
        """For so long instead."""
        return replace(self, span=span)

    def with_reason(self, reason: PauseReason) -> "PauseDraft":
        """This reason; said again, none."""
        return replace(self, reason=None if self.reason is reason else reason)

    def first_moved(self, days: int) -> "PauseDraft":
        """Begin earlier or later, never before today; the last day comes along."""
        first = min(max(self.first + timedelta(days=days), self.on), self.on + timedelta(days=LONGEST_DAYS))
        return replace(self, first=first, last=max(first, self.last))

    def last_moved(self, days: int) -> "PauseDraft":
        """End earlier or later, never before the first day."""
        end = self.on + timedelta(days=LONGEST_DAYS)
        return replace(self, last=min(max(self.last + timedelta(days=days), self.first), end))
