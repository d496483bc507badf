"""What the week shows, as frozen values."""

from dataclasses import dataclass
from datetime import date

from services.planner.ids import RoutineId, StepId
from services.planner.pupil import Pupil
from services.planner.routine import Routine
from services.planner.today import RoutineToday
from services.planner.week import days_from
from services.planner.words import Part
from views.pupil.today_state import StepLine
from views.pupil.trouble import Trouble
from views.pupil.undo import Undoable


@dataclass(frozen=True, slots=True)
class WeekCell:
    """One routine on one day. `is_now`: it belongs to this part of today."""

    today: RoutineToday
    lines: tuple[StepLine, ...]
    is_now: bool
    is_today: bool

    @property
    def on(self) -> date:
        """Its day."""
        return self.today.date


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A routine through the week. Shape: seven cells, None where it is not planned."""

    routine: Routine
    cells: tuple[WeekCell | None, ...]


@dataclass(frozen=True, slots=True)
class WeekState:
    """The whole screen.

    Shape: `day` is the one that a phone shows. Units: `as_of_ms` since 1970, when this was last heard from
    the others; None while nothing is shared.
    """

    pupil: Pupil
    monday: date
    day: date
    today: date
    part: Part
    lines: tuple[WeekLine, ...]
    has_routines: bool
    may_tick: bool
    is_read_only: bool
    zone: str
    as_of_ms: int | None = None
    undo: Undoable | None = None
    trouble: Trouble | None = None

    @property
    def days(self) -> tuple[date, ...]:
        """Monday to Sunday."""
        return days_from(self.monday)

    @property
    def is_this_week(self) -> bool:
        """Whether today is in it."""
        return self.today in self.days

    def cells_on(self, day: date) -> tuple[WeekCell, ...]:
        """What is planned on a day, in its order."""
        return tuple(cell for line in self.lines for cell in line.cells if cell and cell.on == day)

    def cell(self, routine: RoutineId, on: date) -> WeekCell | None:
        """One routine on one day, if it is planned."""
        return next((cell for cell in self.cells_on(on) if cell.today.routine.id == routine), None)

    def line(self, step: StepId, on: date) -> StepLine | None:
        """One step on one day."""
        return next((line for cell in self.cells_on(on) for line in cell.lines if line.id == step), None)
