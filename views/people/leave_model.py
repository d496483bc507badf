"""Leaving a planner: what stays and what goes, who keeps the list of people then, and done."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from services.planner.errors import FirstbellError
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.people import Company, Somebody
from services.vault.vault import Vault
from views.action import Actions
from views.live_model import LiveModel
from views.people.company_port import PlannerPeople
from views.people.grave_model import GraveModel
from views.strings.problem_sentence import problem_key


@dataclass(frozen=True, slots=True)
class Looking:
    """It is being looked who is in. Shape: `problem` is a `problem_key`."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class NotIn:
    """There is nothing to leave."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """`LeaveModel.grave` has the rest.

    Shape: `heirs` among whom the list of people can be left, `heir` the chosen one; none where somebody
    else keeps it anyway, or nobody is an adult. `others`: further devices of one's own, which stay in.
    """

    others: int
    heirs: tuple[Somebody, ...] = ()
    heir: Somebody | None = None


LeaveState = Looking | NotIn | Leaving


class LeaveModel(LiveModel[LeaveState]):
    """Nobody else is asked: whoever wants to go, goes."""

    def __init__(
        self,
        people: PlannerPeople,
        vault: Vault,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self._people = people
        self._actions = actions
        self._is_begun = False
        self.grave = GraveModel(vault, self._leave, actions=actions, now_ms=now_ms, zone=zone)

    def enter(self) -> None:
        """Somebody comes in: from the beginning."""
        self._is_begun = False
        self.grave.enter()
        self.become(Looking())

    def begin(self) -> None:
        """The page is drawn, also anew because the device was turned: then it goes on where it was."""
        if self._is_begun:
            return
        self._is_begun = True
        self._actions.start("people.leave", self._look, self._not_seen)

    def choose(self, heir: Somebody) -> None:
        """Who keeps the list of people then."""
        if isinstance(self.state, Leaving):
            self.become(replace(self.state, heir=heir))

    async def _look(self) -> None:
        company = await self._people.look()
        self.become(_leaving(company) if company.standing is Standing.LIVE else NotIn())

    def _not_seen(self, error: FirstbellError) -> None:
        self._is_begun = False
        self.become(Looking(problem_key(error)))

    async def _leave(self) -> None:
        heir = self.state.heir if isinstance(self.state, Leaving) else None
        await self._people.leave(heir)


def _leaving(company: Company) -> Leaving:
    me = next((one for one in company.people if one.is_me), None)
    others = len(me.devices) - 1 if me else 0
    if me is None or me.role is Role.PUPIL:
        return Leaving(others)  # pupils leave it to whoever stays
    heirs = company.heirs
    return Leaving(others, heirs, heirs[0] if heirs else None)
