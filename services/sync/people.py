"""The people of one planner as screens show them: each once, with their devices; and the ways in and out.

A planner may have several circles, such as the one that all share and a home's; a person in several of them
is one. `shared` is the one whose list is shown and changed.

Errors of every verb: as `Membership` and `Leaving`.
"""

import logging
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from services.planner.errors import EndpointError, NotPermitted
from services.planner.ids import PersonId, PlannerId
from services.planner.words import Role
from services.sync.beside import Beside
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.concerns import Seen
from services.sync.epoch_keys import CircleKind
from services.sync.leaving import Leaving
from services.sync.membership import Membership, Present
from services.sync.sharing import Sharing
from services.vault.journal import Journal
from services.vault.outside import is_outside

_log: Final = logging.getLogger(__name__)
_ORDER: Final = (Role.PUPIL, Role.PARENT, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, or a device that has not said whose it is: then `person` is None.

    Shape: `devices` in the order in which they came; `may_go` those of them that may be taken out from here;
    `sees` the circles that they read, as far as this device reads them too. Privacy: a nickname.
    """

    person: PersonId | None
    role: Role
    name: str = field(repr=False)
    picture: str
    devices: tuple[bytes, ...] = field(repr=False)
    may_go: tuple[bytes, ...] = field(repr=False)
    sees: tuple[CircleKind, ...]
    is_me: bool
    is_steward: bool
    has_left: bool


@dataclass(frozen=True, slots=True)
class Company:
    """Who is in. `standing` is None while nobody shares the planner; only LIVE has `people`.

    Shape: `heirs` are who can keep the list of people when this device, the last that does, leaves;
    `is_outside` as `services.vault.outside`.
    """

    standing: Standing | None = None
    people: tuple[Somebody, ...] = ()
    heirs: tuple[Somebody, ...] = ()
    is_steward: bool = False
    may_self_add: bool = True
    may_begin_anew: bool = False
    is_outside: bool = False


class People:
    """Those of one planner of an open vault. `last_error` is the code of what ended the latest round."""

    def __init__(
        self, sharing: Sharing, planner: PlannerId, last_error: Callable[[], str] = lambda: ""
    ) -> None:
        self._sharing = sharing
        self._planner = planner
        self._last_error = last_error
        self._members = Membership(sharing)
        self._leaving = Leaving(sharing)
        self._beside = Beside(sharing)

    async def look(self) -> Company:
        """Who is in now, as this device has read it."""
        journal = self._shared()
        kept = self._sharing.kept(journal)
        if kept is None:
            return Company(is_outside=is_outside(self._sharing.vault, self._planner))
        may_begin_anew = self._may_begin_anew()
        circle = await self._sharing.circle(journal)
        if kept.place.standing is not Standing.LIVE or circle is None or circle.store.state is None:
            return Company(kept.place.standing, may_begin_anew=may_begin_anew)
        roster = circle.store.state.chain.roster
        people = _by_person(await self._members.present(journal), await self._kinds())
        is_last = roster.stewards == {self._sharing.vault.device.id}
        return Company(
            kept.place.standing,
            people,
            heirs=_heirs(people) if is_last else (),
            is_steward=circle.is_steward,
            may_self_add=roster.may_self_add,
            may_begin_anew=may_begin_anew,
        )

    async def remove(self, devices: Collection[bytes]) -> None:
        """Takes somebody's devices out of every circle of this planner that is looked after here."""
        await self._take_out(self._journals(), devices)

    async def lose(self, devices: Collection[bytes]) -> None:
        """Takes devices out of everything that is looked after here: a lost one is lost everywhere."""
        await self._take_out(self._sharing.journals(), devices)

    async def allow_self_add(self, *, is_allowed: bool) -> None:
        """See `Membership`."""
        await self._members.allow_self_add([self._shared()], is_allowed=is_allowed)

    async def leave(self, heir: Somebody | None = None) -> None:
        """This device reads the planner no more; what is here stays. `heir`: as `Company.heirs`."""
        company = await self.look()
        heirs = [heir] if heir else company.heirs
        journal = self._shared()
        try:
            await self._leaving.leave(journal, [id_ for one in heirs for id_ in one.devices])
        except EndpointError:
            kept = self._sharing.kept(journal)
            if kept is None or kept.place.standing is not Standing.LEFT:
                raise
            _log.info("a device has left, and its endpoint has not heard of it")
        await self._beside.leave(self._planner)

    async def take_away(self) -> None:
        """Deletes the planner from this device, and what a mentor's caseload here says of the pupil."""
        await self._leaving.close_case(self._planner)
        for journal in self._journals():
            await self._leaving.take_away(journal)

    async def begin_anew(self) -> None:
        """New keys, so that this device can be let in again.

        Errors besides: NotPermitted while it shares something other than the notes beside this planner.
        """
        if not self._may_begin_anew():
            raise NotPermitted("it shares something")
        await self._leaving.begin_anew()

    def seen(self) -> Seen | None:
        """How sharing goes, for adults; None while nobody shares the planner."""
        journal = next((one for one in self._journals() if one.kind == CircleKind.SHARED), None)
        if journal is None:
            return None
        health = self._sharing.health(journal)
        if health is None:
            return None
        synced_ms = self._sharing.last_sync_ms(journal)
        return Seen(health, synced_ms, self._sharing.now_ms(), self._last_error(), self._has_leavers(journal))

    async def put_alarms_away(self) -> None:
        """An adult has read what was counted; it is counted from nothing again."""
        circle = await self._sharing.circle(self._shared())
        if circle is not None:
            await circle.put_alarms_away()

    async def _take_out(self, journals: Iterable[Journal], devices: Collection[bytes]) -> None:
        kept: list[Journal] = []
        for journal in journals:
            circle = await self._sharing.circle(journal)
            if circle is not None and circle.is_steward and _members(circle) & set(devices):
                kept.append(journal)
        if not kept:
            raise NotPermitted("no steward")
        await self._members.remove(kept, devices)

    async def _kinds(self) -> dict[CircleKind, frozenset[bytes]]:
        """The devices in each circle of this planner."""
        found: dict[CircleKind, frozenset[bytes]] = {}
        for journal in self._journals():
            circle = await self._sharing.circle(journal)
            if circle is not None and circle.standing is Standing.LIVE:
                found[CircleKind(journal.kind)] = frozenset(_members(circle))
        return found

    def _may_begin_anew(self) -> bool:
        beside = [one for one in self._journals() if one.kind != CircleKind.SHARED]
        kept = [self._sharing.kept(one) for one in self._sharing.journals() if one not in beside]
        return not any(one is not None and one.place.standing is Standing.LIVE for one in kept)

    def _has_leavers(self, journal: Journal) -> bool:
        return any(one.has_left for one in self._members.present_now(journal) if one.may_go)

    def _journals(self) -> list[Journal]:
        return [one for one in self._sharing.journals() if one.planner_id == self._planner]

    def _shared(self) -> Journal:
        return next(one for one in self._journals() if one.kind == CircleKind.SHARED)


def _members(circle: Circle) -> set[bytes]:
    return set(circle.store.state.chain.roster.members) if circle.store.state else set()


def _by_person(
    present: Iterable[Present], devices_by_kind: dict[CircleKind, frozenset[bytes]]
) -> tuple[Somebody, ...]:
    by_person: dict[PersonId | bytes, list[Present]] = {}
    for one in present:
        by_person.setdefault(one.person or one.device, []).append(one)
    found = [_somebody(devices, devices_by_kind) for devices in by_person.values()]
    return tuple(sorted(found, key=lambda one: _ORDER.index(one.role)))


def _somebody(of: list[Present], devices_by_kind: dict[CircleKind, frozenset[bytes]]) -> Somebody:
    here = next((one for one in of if one.is_here), of[0])
    devices = tuple(one.device for one in of)
    return Somebody(
        person=here.person,
        role=here.role,
        name=here.name,
        picture=here.picture,
        devices=devices,
        may_go=tuple(one.device for one in of if one.may_go),
        sees=tuple(kind for kind, ids in devices_by_kind.items() if ids & set(devices)),
        is_me=here.is_here,
        is_steward=any(one.is_steward for one in of),
        has_left=all(one.has_left for one in of),
    )


def _heirs(people: Iterable[Somebody]) -> tuple[Somebody, ...]:
    """Any other adult; where there is none, whoever else is there."""
    others = [one for one in people if not one.is_me or len(one.devices) > 1]
    adults = [one for one in others if one.role is not Role.PUPIL]
    return tuple(adults or others)
