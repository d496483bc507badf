"""The rooms of a mentor's home: the caseload, and for each pupil a page and its targets."""

from services.desk.caseload import Caseload
from services.desk.mentor import MentorDesk
from services.planner.ids import PlannerId, TargetId
from views.mentor.caseload_model import CaseloadModel
from views.mentor.page_model import PupilPageModel
from views.pupil.me_model import MeModel
from views.pupil.new_target_model import NewTargetModel
from views.pupil.target_model import TargetModel
from views.root import phases
from views.root.rooms import Rooms


class MentorRooms:
    """Models by room and pupil; a pupil who is not in the caseload has none."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    @property
    def is_made_up(self) -> bool:
        """Whether somebody only looks around."""
        return self._home().is_made_up

    def planners(self) -> tuple[PlannerId, ...]:
        """Of all pupils."""
        return tuple(desk.planner_id for desk in self._caseload().desks)

    def caseload(self) -> CaseloadModel:
        """All pupils."""
        return self._rooms.once(
            "caseload",
            lambda: CaseloadModel(self._caseload(), self._rooms.now_ms, self._rooms.keeper.last_sync_ms),
        )

    def page(self, which: str) -> PupilPageModel | None:
        """One pupil."""
        desk, caseload, actions = self._desk(which), self._caseload(), self._rooms.actions
        if desk is None:
            return None
        return self._rooms.once(
            f"page of {which}",
            lambda: PupilPageModel(caseload, desk, actions, self._rooms.keeper.last_sync_ms),
        )

    def target(self, which: str, target: str) -> TargetModel | None:
        """One target of a pupil."""
        desk, actions = self._desk(which), self._rooms.actions
        if desk is None:
            return None
        return self._rooms.once(
            f"target {target} of {which}", lambda: TargetModel(desk, TargetId(target), actions)
        )

    def new_target(self, which: str) -> NewTargetModel | None:
        """A target that is being written with a pupil."""
        desk, actions = self._desk(which), self._rooms.actions
        if desk is None:
            return None
        return self._rooms.once(f"new target of {which}", lambda: NewTargetModel(desk, actions))

    def me(self) -> MeModel | None:
        """The mentor's own name and picture, the same in every planner; None before there is a pupil."""
        desks = self._caseload().desks
        if not desks:
            return None
        return self._rooms.once("me", lambda: MeModel(desks[0], self._rooms.actions, desks[1:]))

    def _desk(self, which: str) -> MentorDesk | None:
        return self._caseload().desk(PlannerId(which))

    def _caseload(self) -> Caseload:
        return self._home().caseload

    def _home(self) -> phases.MentorHome:
        phase = self._rooms.root.state.phase
        assert isinstance(phase, phases.MentorHome), "only at home there is a caseload"
        return phase
