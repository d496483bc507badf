"""The rooms of a parent's home, over the planner of the child who is chosen."""

from services.desk.family import FamilyDesk
from services.planner.ids import PlannerId, TargetId
from views.family.children_model import ChildrenModel
from views.family.family_model import FamilyModel
from views.family.week_model import WeekModel
from views.pupil.help_model import HelpModel
from views.pupil.me_model import MeModel
from views.pupil.rated_target_model import RatedTargetModel
from views.pupil.targets_model import TargetsModel
from views.root import phases
from views.root.rooms import Rooms


class FamilyRooms:
    """Models by room and child."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    @property
    def is_made_up(self) -> bool:
        """Whether somebody only looks around."""
        return self._home().is_made_up

    def planner_id(self, number: int) -> PlannerId:
        """Whose planner it is, by the order of the children."""
        return self._home().desks[number].planner_id

    def family(self) -> FamilyModel:
        """Whose planner is open."""
        return self._rooms.once("family", lambda: FamilyModel(self._home().desks))

    def week(self) -> WeekModel:
        """The week."""
        desk = self.family().desk
        return self._rooms.once(
            self._named("week"),
            lambda: WeekModel(
                desk,
                self._rooms.actions,
                self._rooms.timer,
                lambda: self._rooms.keeper.last_sync_ms(desk.planner_id),
            ),
        )

    def targets(self) -> TargetsModel:
        """All targets."""
        desk = self.family().desk
        return self._rooms.once(self._named("targets"), lambda: TargetsModel(desk, self._rooms.actions))

    def target(self, target: str) -> RatedTargetModel[FamilyDesk]:
        """One target."""
        desk, actions = self.family().desk, self._rooms.actions
        return self._rooms.once(
            self._named(f"target {target}"), lambda: RatedTargetModel(desk, TargetId(target), actions)
        )

    def help(self) -> HelpModel:
        """Whom to tell."""
        desk = self.family().desk
        return self._rooms.once(self._named("help"), lambda: HelpModel(desk, self._rooms.actions))

    def me(self) -> MeModel:
        """The parent's own name and picture, the same in every child's planner."""
        first, *others = self._home().desks
        return self._rooms.once("me", lambda: MeModel(first, self._rooms.actions, others))

    def children(self) -> ChildrenModel:
        """What the children are called."""
        return self._rooms.once("children", lambda: ChildrenModel(self._home().desks, self._rooms.actions))

    def _named(self, room: str) -> str:
        return f"{room} of {self.family().state.chosen}"

    def _home(self) -> phases.FamilyHome:
        phase = self._rooms.root.state.phase
        assert isinstance(phase, phases.FamilyHome), "only at home there are desks"
        return phase
