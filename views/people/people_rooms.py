"""The rooms about people: for each planner its page, the ways out, and how sharing goes."""

from collections.abc import Callable
from typing import Protocol

from services.planner.ids import PlannerId
from services.sync.known import Known
from services.vault.vault import Vault
from views.action import Actions
from views.people.company_port import PlannerPeople
from views.people.grave_model import GraveModel
from views.people.health_model import HealthModel
from views.people.known_model import KnownModel
from views.people.leave_model import LeaveModel
from views.people.out_model import OutModel
from views.people.people_model import PeopleModel
from views.timer import Timer


class PeopleKeeper(Protocol):
    """What these rooms ask of the household."""

    @property
    def vault(self) -> Vault: ...

    def people(self, planner: PlannerId) -> PlannerPeople: ...

    async def known(self) -> tuple[Known, ...]: ...


class PlannerRooms:
    """Those of one planner. `take_away` deletes it here, `renew` makes this device ready to be let in.

    `on_gone` and `on_renewed` follow those two.
    """

    def __init__(
        self,
        vault: Vault,
        people: PlannerPeople,
        on_gone: Callable[[], None],
        on_renewed: Callable[[], None],
        *,
        actions: Actions,
        timer: Timer,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        self.page = PeopleModel(people, actions, timer)
        self.remove = OutModel(people, vault, is_lost=False, actions=actions, now_ms=now_ms, zone=zone)
        self.lost = OutModel(people, vault, is_lost=True, actions=actions, now_ms=now_ms, zone=zone)
        self.leave = LeaveModel(people, vault, actions=actions, now_ms=now_ms, zone=zone)
        self.take_away = GraveModel(
            vault, people.take_away, on_gone, actions=actions, now_ms=now_ms, zone=zone
        )
        self.renew = GraveModel(
            vault, people.begin_anew, on_renewed, actions=actions, now_ms=now_ms, zone=zone
        )
        self.health = HealthModel(people, actions, timer, zone)


class PeopleRooms:
    """One of each while a phase lasts."""

    def __init__(
        self,
        keeper: PeopleKeeper,
        on_gone: Callable[[], None],
        on_renewed: Callable[[], None],
        *,
        actions: Actions,
        timer: Timer,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        self._keeper = keeper
        self._on_gone = on_gone
        self._on_renewed = on_renewed
        self._actions = actions
        self._timer = timer
        self._now_ms = now_ms
        self._zone = zone
        self._by_planner: dict[PlannerId, PlannerRooms] = {}
        self.known = KnownModel(keeper.known, actions)

    def of(self, planner: PlannerId) -> PlannerRooms:
        """The rooms of this planner."""
        if planner not in self._by_planner:
            self._by_planner[planner] = PlannerRooms(
                self._keeper.vault,
                self._keeper.people(planner),
                self._on_gone,
                self._on_renewed,
                actions=self._actions,
                timer=self._timer,
                now_ms=self._now_ms,
                zone=self._zone,
            )
        return self._by_planner[planner]
