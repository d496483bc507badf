"""The people of one planner in memory, with a hand on who is in; the verbs do what the real ones do."""

from collections.abc import Collection
from dataclasses import replace

from services.planner.errors import FirstbellError, NotPermitted
from services.planner.ids import PersonId
from services.planner.words import Role
from services.sync.circle_health import Health
from services.sync.circle_kept import Standing
from services.sync.concerns import Seen
from services.sync.epoch_keys import CircleKind
from services.sync.people import Company, Somebody
from tests.views.lock.locked_house import LockedHouse
from views.people.people_rooms import PlannerRooms

WELL = Health(Standing.LIVE, 1, 0, 0, 0, {}, "", is_read_only=False)


def somebody(
    name: str,
    role: Role,
    *devices: bytes,
    is_me: bool = False,
    is_steward: bool = False,
    may_go: bool = True,
    has_left: bool = False,
) -> Somebody:
    """A person who sees what all share."""
    gone = tuple(one for one in devices if not (is_me and one == devices[0])) if may_go else ()
    return Somebody(
        PersonId(name),
        role,
        name,
        "fox",
        devices,
        gone,
        (CircleKind.SHARED, *((CircleKind.HOME,) if role is not Role.MENTOR else ())),
        is_me=is_me,
        is_steward=is_steward,
        has_left=has_left,
    )


SAM = somebody("Sam", Role.PUPIL, b"s1", b"s2")
MUM = somebody("Mum", Role.PARENT, b"m1", has_left=True)
DAD = somebody("Dad", Role.PARENT, b"d1")
ALI = somebody("Ms Ali", Role.MENTOR, b"a1", b"a2", is_me=True, is_steward=True)
EVERYBODY = (SAM, MUM, DAD, ALI)


class MemoryPeople:
    """`PlannerPeople` in memory. `error` is raised by the next verb."""

    def __init__(self, company: Company, now_ms: int) -> None:
        self.company = company
        self.health: Health | None = WELL
        self.now_ms = now_ms
        self.error: FirstbellError | None = None
        self.lost: list[bytes] = []
        self.is_here = True

    async def look(self) -> Company:
        return self.company

    async def remove(self, devices: Collection[bytes]) -> None:
        self._may()
        if not self.company.is_steward:
            raise NotPermitted("no steward")
        people = [
            replace(one, devices=tuple(id_ for id_ in one.devices if id_ not in devices))
            for one in self.company.people
        ]
        self.company = replace(self.company, people=tuple(one for one in people if one.devices))

    async def lose(self, devices: Collection[bytes]) -> None:
        await self.remove(devices)
        self.lost.extend(devices)

    async def allow_self_add(self, *, is_allowed: bool) -> None:
        self._may()
        self.company = replace(self.company, may_self_add=is_allowed)

    async def leave(self, heir: Somebody | None = None) -> None:
        self._may()
        if self.company.heirs and heir is None and not self._is_pupil():
            raise NotPermitted("the last steward")
        self.company = Company(Standing.LEFT, may_begin_anew=True)

    async def take_away(self) -> None:
        self._may()
        self.is_here = False

    async def begin_anew(self) -> None:
        self._may()
        self.company = Company(Standing.CLONED, may_begin_anew=True)

    def seen(self) -> Seen | None:
        return Seen(self.health, self.now_ms, self.now_ms) if self.health else None

    async def put_alarms_away(self) -> None:
        self._may()
        assert self.health is not None
        self.health = replace(self.health, alarms={}, dropped=0)

    def _is_pupil(self) -> bool:
        return any(one.is_me and one.role is Role.PUPIL for one in self.company.people)

    def _may(self) -> None:
        error, self.error = self.error, None
        if error is not None:
            raise error


class PeopleHouse(LockedHouse):
    """The rooms of one planner over `people`; a vault is there to ask for its lock."""

    def __init__(self, company: Company | None = None) -> None:
        super().__init__()
        usual = Company(Standing.LIVE, EVERYBODY, heirs=(MUM, DAD), is_steward=True)
        self.people = MemoryPeople(company or usual, self.clock_ms)
        self.rooms = PlannerRooms(
            self.vault,
            self.people,
            lambda: self.happened.append("gone"),
            lambda: self.happened.append("renewed"),
            actions=self.actions,
            timer=self.timer,
            now_ms=lambda: self.clock_ms,
            zone="Europe/London",
        )
