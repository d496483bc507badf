"""Taking somebody out of a planner, or a phone that is lost: whom or which, what it means, and done."""

from collections.abc import Callable
from dataclasses import dataclass, field

from services.planner.errors import FirstbellError
from services.planner.words import Role
from services.sync.pairing_port import Guest
from services.sync.people import Company, Somebody
from services.vault.vault import Vault
from views.action import Actions
from views.live_model import LiveModel
from views.people.company_port import PlannerPeople
from views.people.grave_model import GraveModel
from views.strings.problem_sentence import problem_key


@dataclass(frozen=True, slots=True)
class Goer:
    """Who or what may be taken out. Shape: device `number` of `count`; 0 for a person with all of them."""

    who: Somebody
    devices: tuple[bytes, ...] = field(repr=False)
    number: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Looking:
    """It is being looked who is in. Shape: `problem` is a `problem_key`."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """There is nobody whom this device may take out."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """Whom, or which."""

    goers: tuple[Goer, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """`OutModel.grave` has the rest. `is_only`: there was nobody else to choose."""

    goer: Goer
    is_only: bool


OutState = Looking | Nobody | Choosing | Chosen


class OutModel(LiveModel[OutState]):
    """`is_lost`: it is about single devices, and a ticket for the next one follows."""

    def __init__(
        self,
        people: PlannerPeople,
        vault: Vault,
        *,
        is_lost: bool,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self.is_lost = is_lost
        self._people = people
        self._actions = actions
        self._picked: tuple[bytes, ...] = ()
        self._is_begun = False
        self.grave = GraveModel(vault, self._take_out, actions=actions, now_ms=now_ms, zone=zone)

    def enter(self, who: Somebody | None = None) -> None:
        """Somebody comes in, perhaps with one who was chosen on the page before: from the beginning."""
        self._picked = who.devices if who else ()
        self._is_begun = False
        self.grave.enter()
        self.become(Looking())

    def begin(self) -> None:
        """The page is drawn, also anew because the device was turned: then it goes on where it was."""
        if self._is_begun:
            return
        self._is_begun = True
        self._actions.start(f"people.out.{self.is_lost}", self._look, self._not_seen)

    def choose(self, goer: Goer) -> None:
        """This one."""
        if isinstance(self.state, Choosing):
            self.grave.enter()
            self.become(Chosen(goer, is_only=False))

    def choose_again(self) -> None:
        """Another one, or nobody."""
        self.enter()
        self.begin()

    @property
    def guest(self) -> Guest:
        """Whom the ticket for the next device is for."""
        assert isinstance(self.state, Chosen), "a device was chosen"
        who = self.state.goer.who
        return Guest.MINE if who.is_me else Guest(who.role.value)

    async def _look(self) -> None:
        goers = _goers(await self._people.look(), is_lost=self.is_lost)
        picked, self._picked = set(self._picked), ()
        fitting = [one for one in goers if picked & set(one.devices)]
        if not goers:
            self.become(Nobody())
        elif len(fitting) == 1:
            self.become(Chosen(fitting[0], is_only=len(goers) == 1))
        else:
            self.become(Choosing(goers))

    def _not_seen(self, error: FirstbellError) -> None:
        self._is_begun = False
        self.become(Looking(problem_key(error)))

    async def _take_out(self) -> None:
        assert isinstance(self.state, Chosen), "somebody was chosen"
        devices = self.state.goer.devices
        await (self._people.lose(devices) if self.is_lost else self._people.remove(devices))


def _goers(company: Company, *, is_lost: bool) -> tuple[Goer, ...]:
    people = [one for one in company.people if one.may_go]
    if not is_lost:
        return tuple(Goer(one, one.may_go) for one in people if not one.is_me)
    return tuple(
        Goer(one, (device,), one.devices.index(device) + 1, len(one.devices))
        for one in sorted(people, key=lambda one: one.role is not Role.PUPIL)
        for device in one.may_go
    )
