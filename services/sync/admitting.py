"""Whom a device may let into a planner, what is shown of somebody who asks, and letting them in.

Tickets on the screen and letters on paper differ in how long they are kept; what follows a yes is the same.
"""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from services.crypto.device_keys import device_id
from services.planner.errors import FirstbellError, InputRejected
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from services.planner.zone import zone_of
from services.sync.audience import begin_circles, circles_for, guests_of
from services.sync.beside import Beside
from services.sync.bringing import take_in, welcomed_by
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.client import EndpointClient
from services.sync.epoch_keys import CircleKind
from services.sync.hello import Welcome, WelcomedCircle
from services.sync.inviting import Claim
from services.sync.pairing import Inviter
from services.sync.pairing_pictures import picture_names
from services.sync.pairing_port import Asks, Guest
from services.sync.roster_wish import RosterWish
from services.sync.sharing import Sharing
from services.vault.journal import Journal

_log: Final = logging.getLogger(__name__)


class Admitting:
    """For one planner of an open vault. Errors: EndpointError and its kin, those of the vault."""

    def __init__(self, sharing: Sharing, journal: Journal, zone: str) -> None:
        self._sharing = sharing
        self._journal = journal
        self._zone = zone

    @property
    def _is_of_notes(self) -> bool:
        return self._journal.kind in set(NotebookKind)

    def guests(self) -> tuple[Guest, ...]:
        """Whom this device may invite: whoever is no steward adds only devices of their own."""
        kept = self._sharing.kept(self._journal)
        log = kept.log if kept and kept.place.standing is Standing.LIVE else None
        if log is not None and self._sharing.vault.device.id not in log.chain.roster.stewards:
            return (Guest.MINE,)
        return guests_of(self._journal)

    def role(self, guest: Guest) -> Role:
        """What such a guest becomes."""
        return self._journal.role if guest is Guest.MINE else Role(guest.value)

    def inviter(self, origin: str) -> Inviter:
        """This device, at an endpoint's mailbox."""
        sharing = self._sharing
        return Inviter(sharing.crypto, self.client(origin), sharing.vault.device, sharing.now_ms)

    def client(self, origin: str) -> EndpointClient:
        """This device, at an endpoint."""
        return self._sharing.client(origin, self._sharing.vault.device)

    async def circles(self, guest: Guest) -> Sequence[Circle]:
        """The circles that such a guest comes into; founded where there is none."""
        url, role, is_own = self._sharing.url(), self.role(guest), guest is Guest.MINE
        await begin_circles(self._sharing.vault, self._journal, role, is_own=is_own)
        journals = circles_for(self._sharing.journals(), self._journal, role, is_own=is_own)
        return [await self._sharing.found(journal, url) for journal in journals]

    async def asks(self, guest: Guest, claim: Claim) -> Asks:
        """What an adult is shown of somebody who asks.

        Errors besides: InputRejected("not_in_planner") by a ticket into notes alone, from anybody else.
        """
        await self._must_be_in_planner(claim)
        since = datetime.fromtimestamp(self._journal.made_ms / 1000, zone_of(self._zone)).date()
        pictures, is_brought = picture_names(claim.pictures), await self._brought(guest, claim) is not None
        return Asks(pictures, since, is_brought, self._is_of_notes)

    async def admit(self, guest: Guest, claim: Claim) -> Welcome:
        """Whoever asks is in, or what they bring is here. Done again after an error it goes on.

        Errors besides: as `asks`.
        """
        await self._must_be_in_planner(claim)
        brought = await self._brought(guest, claim)
        return await (self._take_in(claim) if brought else self._add(guest, claim))

    async def _must_be_in_planner(self, claim: Claim) -> None:
        planner = PlannerId(self._journal.planner_id)
        if self._is_of_notes:
            known = Beside(self._sharing).readers(planner, CircleKind.SHARED) or frozenset()
            if device_id(claim.device.sign, claim.device.kem).hex() not in known:
                raise InputRejected("not_in_planner")

    async def _add(self, guest: Guest, claim: Claim) -> Welcome:
        """The device that asks is in the circles of the ticket."""
        first, *beside = await self.circles(guest)
        # An endpoint may keep no more circles for this device; then the guest comes into those that it keeps.
        circles = [first, *(one for one in beside if one.store.kept.place.is_hosted)]
        wish = RosterWish(add=((claim.device, self.role(guest)),))
        await self._sharing.wish([(circle, wish) for circle in circles])
        return Welcome(tuple(_welcomed(circle) for circle in circles))

    async def _take_in(self, claim: Claim) -> Welcome:
        """The planner that comes along is on this device too; the one of the ticket stays as it is."""
        sharing, role = self._sharing, self._journal.role
        client = self.client(sharing.url())
        welcomed = await take_in(sharing.crypto, sharing.vault.device, role, client, claim.brings[0])
        journal = _here(sharing, welcomed) or await sharing.vault.add_planner(
            welcomed.kind.value, role, welcomed.planner.hex()
        )
        await sharing.join(journal, welcomed)
        return Welcome((welcomed,))

    async def _brought(self, guest: Guest, claim: Claim) -> WelcomedCircle | None:
        """The pupil's own planner that comes along; None where none does, or it is known here already."""
        if guest is not Guest.PUPIL or len(claim.brings) != 1:
            return None
        sharing = self._sharing
        device, role, url = sharing.vault.device, self._journal.role, sharing.url()
        try:
            welcomed = await welcomed_by(sharing.crypto, device, role, url, claim.brings[0])
        except FirstbellError as problem:
            _log.warning("what a device brings does not hold code=%s", problem.code)
            return None
        here = _here(sharing, welcomed)
        kept = sharing.kept(here) if here else None
        is_again = kept is not None and kept.place.id == welcomed.id  # an answer to this device got lost
        members = set(kept.log.chain.roster.members) if kept and kept.log else set()
        is_others = bool(members - {device.id, device_id(claim.device.sign, claim.device.kem)})
        is_other = here is not None and not is_again and (is_others or not _is_only_named(here))
        return None if is_other or welcomed.kind is not CircleKind.SHARED else welcomed


def _here(sharing: Sharing, welcomed: WelcomedCircle) -> Journal | None:
    """The planner that a circle is of, if it is on this device."""
    named = (welcomed.planner.hex(), welcomed.kind.value)
    return next((one for one in sharing.journals() if (one.planner_id, one.kind) == named), None)


def _is_only_named(journal: Journal) -> bool:
    """Whether nothing came of it yet: it was taken in once, and whoever brought it never heard."""
    return all(record.type in ("who", "looked") for record in journal.records.values())


def _welcomed(circle: Circle) -> WelcomedCircle:
    keys, state = circle.store.keys, circle.store.state
    assert keys is not None
    assert state is not None
    about = keys.about
    return WelcomedCircle(circle.id, CircleKind(about.kind), about.planner, circle.url, state.chain.hash)
