"""Letting a device into a planner: its circle is founded at the first ticket, and grows with each yes.

One ticket is open at a time, in memory: whoever closes the app has taken it back. Specification:
docs/spec/pairing.md.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from services.crypto.canonical import from_base64url
from services.planner.errors import EndpointRefused, InputRejected
from services.sync.admitting import Admitting
from services.sync.client import EndpointClient
from services.sync.inviting import Invitation
from services.sync.origin import origin_of
from services.sync.pairing import Inviter
from services.sync.pairing_port import Ended, Guest, Look, NobodyYet, ShownTicket
from services.sync.sharing import Sharing
from services.vault.journal import Journal

OwnEndpoint = Callable[[], Awaitable[str]]
"""The endpoint of the page that the app was loaded from; empty where there is no page."""

GRANT_BYTES: Final = 32


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
        self._admitting = Admitting(sharing, journal, zone)
        self._app_address = app_address
        self._open: Invitation | None = None
        self._guest = Guest.PUPIL

    def guests(self) -> tuple[Guest, ...]:
        """See `Inviting`."""
        return self._admitting.guests()

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
        client = self._admitting.client(origin)
        try:
            await client.spend_grant(secret)
        except EndpointRefused as problem:
            if not await _is_known(client):  # else it was spent here, and the answer got lost
                raise InputRejected("grant") from problem
        await self._sharing.found(self._journal, origin)

    async def make_ticket(self, guest: Guest) -> ShownTicket:
        """See `Inviting`."""
        await self.take_back()
        await self._sharing.round(await self._admitting.circles(guest))
        self._open = await self._inviter().open(self._admitting.role(guest), by=self._journal.role)
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
        try:
            return await self._admitting.asks(self._guest, claim)
        except InputRejected:
            await self.take_back()  # whoever asks may not come in by it
            raise

    async def approve(self) -> None:
        """See `Inviting`."""
        invitation = self._open
        assert invitation is not None
        assert invitation.claim is not None
        welcome = await self._admitting.admit(self._guest, invitation.claim)
        await self._inviter().approve(invitation, welcome)
        self._open = None

    async def take_back(self) -> None:
        """See `Inviting`."""
        if self._open is not None:
            await self._inviter().close(self._open)
            self._open = None

    def _inviter(self) -> Inviter:
        return self._admitting.inviter(self._sharing.url())


async def _is_known(client: EndpointClient) -> bool:
    try:
        await client.me()
    except EndpointRefused:
        return False
    return True
