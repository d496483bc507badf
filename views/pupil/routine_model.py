"""One routine under somebody's hands: its name, picture and days, its steps, and putting it away."""

from dataclasses import dataclass

from services.desk.step_verbs import StepVerbs
from services.planner.ids import RoutineId
from services.planner.planner import Planner
from services.planner.routine import Routine
from views.action import Actions
from views.pupil import hopes
from views.pupil.routine_edits_model import RoutineEdits
from views.pupil.trouble import Trouble
from views.pupil.undo import Undoable
from views.timer import LoopTimer, Timer


@dataclass(frozen=True, slots=True)
class RoutineState:
    """Shape: `routine` is None once it is put away."""

    routine: Routine | None
    is_read_only: bool
    undo: Undoable | None = None
    trouble: Trouble | None = None


class RoutineModel(RoutineEdits[RoutineState, StepVerbs]):
    """The editor of one routine."""

    def __init__(
        self, desk: StepVerbs, routine_id: RoutineId, actions: Actions, timer: Timer | None = None
    ) -> None:
        self._id = routine_id
        super().__init__(desk, actions, timer or LoopTimer())

    def remove(self) -> None:
        """Put the whole routine away. It can come back while the screen is open."""
        self._wish(
            f"remove:{self._id}",
            lambda planner: hopes.without_routine(planner, self._id),
            lambda: self._desk.remove_routine(self._id),
        )

    def restore(self) -> None:
        """The routine comes back."""
        self._wish(
            f"remove:{self._id}", lambda planner: planner, lambda: self._desk.restore_routine(self._id)
        )

    def _look(self, planner: Planner) -> RoutineState:
        return RoutineState(
            planner.routine(self._id), self._desk.is_read_only, self._undo.offer, self._trouble
        )
