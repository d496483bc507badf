"""The rooms of a pupil's home."""

from services.desk.pupil import PupilDesk
from services.planner.ids import PlannerId, RoutineId, TargetId
from views.pupil.help_model import HelpModel
from views.pupil.me_model import MeModel
from views.pupil.new_target_model import NewTargetModel
from views.pupil.routine_model import RoutineModel
from views.pupil.target_model import TargetModel
from views.pupil.targets_model import TargetsModel
from views.pupil.today_model import TodayModel
from views.root import phases
from views.root.rooms import Rooms


class PupilRooms:
    """Models over the desk of whoever is at home."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    @property
    def is_made_up(self) -> bool:
        """Whether somebody only looks around."""
        return self._home().is_made_up

    @property
    def planner_id(self) -> PlannerId:
        """Whose planner it is."""
        return self._desk().planner_id

    def _home(self) -> phases.Home:
        phase = self._rooms.root.state.phase
        assert isinstance(phase, phases.Home), "only at home there is a desk"
        return phase

    def _desk(self) -> PupilDesk:
        return self._home().desk

    def today(self) -> TodayModel:
        """Today."""
        return self._rooms.once(
            "today", lambda: TodayModel(self._desk(), self._rooms.actions, self._rooms.timer)
        )

    def routine(self, routine: str) -> RoutineModel:
        """Changing one routine."""
        name = f"routine {routine}"
        return self._rooms.once(
            name,
            lambda: RoutineModel(self._desk(), RoutineId(routine), self._rooms.actions, self._rooms.timer),
        )

    def targets(self) -> TargetsModel:
        """All targets."""
        return self._rooms.once("targets", lambda: TargetsModel(self._desk(), self._rooms.actions))

    def target(self, target: str) -> TargetModel:
        """One target."""
        name = f"target {target}"
        return self._rooms.once(
            name, lambda: TargetModel(self._desk(), TargetId(target), self._rooms.actions)
        )

    def new_target(self) -> NewTargetModel:
        """A target that is being thought of."""
        return self._rooms.once("new target", lambda: NewTargetModel(self._desk(), self._rooms.actions))

    def help(self) -> HelpModel:
        """Whom to tell."""
        return self._rooms.once("help", lambda: HelpModel(self._desk(), self._rooms.actions))

    def me(self) -> MeModel:
        """The pupil's own things."""
        return self._rooms.once("me", lambda: MeModel(self._desk(), self._rooms.actions))
