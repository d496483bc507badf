"""Letting a device into a planner: its circle is founded at the first ticket, and grows with each yes.

One ticket is open at a time, in memory: whoever closes the app has taken it back. Specification:
docs/spec/pairing.md.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

from services.crypto.canonical import from_base64url
from services.crypto.device_keys import device_id
from services.planner.errors import EndpointRefused, FirstbellError, InputRejected
from services.planner.words import Role
from services.planner.zone import zone_of
from services.sync.audience import begin_circles, circles_for
from services.sync.bringing import take_in, welcomed_by
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.client import EndpointClient
from services.sync.epoch_keys import CircleKind
from services.sync.hello import Welcome, WelcomedCircle
from services.sync.inviting import Claim, Invitation
from services.sync.origin import origin_of
from services.sync.pairing import Inviter
from services.sync.pairing_pictures import picture_names
from services.sync.pairing_port import Asks, Ended, Guest, Look, NobodyYet, ShownTicket
from services.sync.roster_wish import RosterWish
from services.sync.sharing import Sharing
from services.vault.journal import Journal

OwnEndpoint = Callable[[], Awaitable[str]]
"""The endpoint of the page that the app was loaded from; empty where there is no page."""

_FIRST: Final = {
    Role.PUPIL: (Guest.PARENT, Guest.MENTOR, Guest.MINE),
    Role.PARENT: (Guest.PUPIL, Guest.PARENT, Guest.MENTOR, Guest.MINE),
    Role.MENTOR: (Guest.PUPIL, Guest.PARENT, Guest.MENTOR, Guest.MINE),
}
GRANT_BYTES: Final = 32
_log: Final = logging.getLogger(__name__)


class LettingIn:
    """`Inviting` for one planner of an open vault. `app_address`: where the app opens in a browser."""

    def __init__(
        self,
        sharing: Sharing,
        journal: Journal,
        own_endpoint: OwnEndpoint,
        *,
        has_own_endpoint: bool,
        zone: str,
        app_address: str = "",
    ) -> None:
        self._sharing = sharing
        self._journal = journal
        self._own_endpoint = own_endpoint
        self._has_own_endpoint = has_own_endpoint
        self._zone = zone
        self._app_address = app_address
        self._open: Invitation | None = None
        self._guest = Guest.PUPIL

    def guests(self) -> tuple[Guest, ...]:
        """See `Inviting`: whoever is no steward adds only devices of their own."""
        kept = self._sharing.kept(self._journal)
        log = kept.log if kept and kept.place.standing is Standing.LIVE else None
        if log is not None and self._sharing.vault.device.id not in log.chain.roster.stewards:
            return (Guest.MINE,)
        return _FIRST[self._journal.role]

    def needs_grant(self) -> bool:
        """See `Inviting`."""
        return not self._sharing.url()

    def needs_address(self) -> bool:
        """See `Inviting`."""
        return not self._has_own_endpoint

    async def spend_grant(self, grant: str, address: str = "") -> None:
        """See `Inviting`."""
        origin = origin_of(address) if address else await self._own_endpoint()
        if not origin:
            raise InputRejected("endpoint")
        try:
            secret = from_base64url(grant.strip(), GRANT_BYTES)
        except InputRejected as problem:
            raise InputRejected("grant") from problem
        client = self._client(origin)
        try:
            await client.spend_grant(secret)
        except EndpointRefused as problem:
            if not await _is_known(client):  # else it was spent here, and the answer got lost
                raise InputRejected("grant") from problem
        await self._sharing.found(self._journal, origin)

    async def make_ticket(self, guest: Guest) -> ShownTicket:
        """See `Inviting`."""
        await self.take_back()
        await self._sharing.round(await self._circles(guest))
        inviter = self._inviter()
        self._open = await inviter.open(self._role(guest), by=self._journal.role)
        self._guest = guest
        assert self._open.typed is not None
        link = self._open.link
        return ShownTicket(
            guest,
            link.link(self._app_address or f"{link.origin}/"),
            self._open.typed.printed(),
            self._open.offered.until_ms,
        )

    async def look(self) -> Look:
        """See `Inviting`."""
        assert self._open is not None
        self._open = await self._inviter().look(self._open)
        if self._open.spoilt is not None:
            spoilt, self._open = self._open.spoilt, None
            return Ended(spoilt)
        claim = self._open.claim
        if claim is None:
            return NobodyYet()
        since = datetime.fromtimestamp(self._journal.made_ms / 1000, zone_of(self._zone)).date()
        return Asks(picture_names(claim.pictures), since, await self._brought(claim) is not None)

    async def approve(self) -> None:
        """See `Inviting`."""
        invitation = self._open
        assert invitation is not None
        claim = invitation.claim
        assert claim is not None
        brought = await self._brought(claim)
        welcome = await (self._take_in(claim) if brought else self._add(claim))
        await self._inviter().approve(invitation, welcome)
        self._open = None

    async def take_back(self) -> None:
        """See `Inviting`."""
        if self._open is not None:
            await self._inviter().close(self._open)
            self._open = None

    async def _add(self, claim: Claim) -> Welcome:
        """The device that asks is in the circles of the ticket."""
        first, *beside = await self._circles(self._guest)
        # An endpoint may keep no more circles for this device; then the guest comes into those that it keeps.
        circles = [first, *(one for one in beside if one.store.kept.place.is_hosted)]
        wish = RosterWish(add=((claim.device, self._role(self._guest)),))
        await self._sharing.wish([(circle, wish) for circle in circles])
        return Welcome(tuple(_welcomed(circle) for circle in circles))

    async def _take_in(self, claim: Claim) -> Welcome:
        """The planner that comes along is on this device too; the one of the ticket stays as it is."""
        sharing, role = self._sharing, self._journal.role
        client = self._client(sharing.url())
        welcomed = await take_in(sharing.crypto, sharing.vault.device, role, client, claim.brings[0])
        journal = _here(sharing, welcomed) or await sharing.vault.add_planner(
            welcomed.kind.value, role, welcomed.planner.hex()
        )
        await sharing.join(journal, welcomed)
        return Welcome((welcomed,))

    async def _brought(self, claim: Claim) -> WelcomedCircle | None:
        """The pupil's own planner that comes along; None where none does, or it is known here already."""
        if self._guest is not Guest.PUPIL or len(claim.brings) != 1:
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

    async def _circles(self, guest: Guest) -> Sequence[Circle]:
        """The circles that such a guest comes into; founded where there is none."""
        url, role, is_own = self._sharing.url(), self._role(guest), guest is Guest.MINE
        await begin_circles(self._sharing.vault, self._journal, role, is_own=is_own)
        journals = circles_for(self._sharing.journals(), self._journal, role, is_own=is_own)
        return [await self._sharing.found(journal, url) for journal in journals]

    def _role(self, guest: Guest) -> Role:
        return self._journal.role if guest is Guest.MINE else Role(guest.value)

    def _client(self, origin: str) -> EndpointClient:
        return self._sharing.client(origin, self._sharing.vault.device)

    def _inviter(self) -> Inviter:
        sharing = self._sharing
        client = self._client(sharing.url())
        return Inviter(sharing.crypto, client, sharing.vault.device, sharing.now_ms)


async def _is_known(client: EndpointClient) -> bool:
    try:
        await client.me()
    except EndpointRefused:
        return False
    return True


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
