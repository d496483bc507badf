"""Two devices in memory that really pair, over a mailbox in memory: the whole port, without rosters."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import TypeVar

from services.crypto.device_keys import DeviceKeys
from services.planner.errors import AuthenticationFailed, EndpointRefused, InputRejected, StorageFull
from services.planner.words import Role
from services.sync.asking import Asking, Offer
from services.sync.epoch_keys import CircleKind
from services.sync.hello import Brought, Welcome
from services.sync.inviting import Invitation
from services.sync.origin import origin_of
from services.sync.pairing import Asked, Inviter, Joiner
from services.sync.pairing_pictures import picture_names
from services.sync.pairing_port import Asks, Ended, Guest, Joined, Look, NobodyYet, Offered, ShownTicket
from services.sync.ticket import LinkTicket, Ticket
from tests.sync.circle import MENTOR, PUPIL
from tests.sync.mailbox_memory import ORIGIN, MemoryMailbox
from tests.views.lock.quick_crypto import QuickCrypto

Kept = TypeVar("Kept")
APP = "https://app.example/"
SINCE = date(2026, 9, 7)
GUESTS = (Guest.PUPIL, Guest.PARENT, Guest.MENTOR, Guest.MINE)


class MemoryInviting:
    """`Inviting` for a mentor's tablet. Who is approved gets an empty welcome. `fill_up` is its weather."""

    def __init__(
        self, mailbox: MemoryMailbox, now_ms: Callable[[], int], device: DeviceKeys = MENTOR
    ) -> None:
        self._mailbox = mailbox
        self._inviter = Inviter(QuickCrypto(), mailbox, device, now_ms)
        self._open: Invitation | None = None
        self.added = 0
        self._has_room = True
        self._grant: str | None = None

    def be_unknown(self, grant: str) -> None:
        """No endpoint knows this device; this grant would change that."""
        self._grant = grant

    def fill_up(self) -> None:
        """There is no room for one more device, once."""
        self._has_room = False

    def needs_grant(self) -> bool:
        return self._grant is not None

    def needs_address(self) -> bool:
        return True

    async def spend_grant(self, grant: str, address: str = "") -> None:
        origin_of(address)
        if self._grant is not None and grant != self._grant:
            raise InputRejected("grant")
        self._grant = None

    def guests(self) -> tuple[Guest, ...]:
        return GUESTS

    async def make_ticket(self, guest: Guest) -> ShownTicket:
        await self.take_back()
        role = Role.MENTOR if guest is Guest.MINE else Role(guest.value)
        self._open = await self._inviter.open(role)
        assert self._open.typed is not None
        return ShownTicket(
            guest, self._open.link.link(APP), self._open.typed.printed(), self._open.offered.until_ms
        )

    async def look(self) -> Look:
        assert self._open is not None
        self._open = await self._inviter.look(self._open)
        if self._open.spoilt is not None:
            spoilt, self._open = self._open.spoilt, None
            return Ended(spoilt)
        claim = self._open.claim
        if claim is None:
            return NobodyYet()
        return Asks(picture_names(claim.pictures), SINCE, bool(claim.brings))

    async def approve(self) -> None:
        assert self._open is not None
        if not self._has_room:
            self._has_room = True
            raise StorageFull
        await self._inviter.approve(self._open, Welcome(()))
        self._open = None
        self.added += 1

    async def take_back(self) -> None:
        if self._open is not None:
            await self._inviter.close(self._open)
            self._open = None


class MemoryJoining:
    """`Joining` for a pupil's phone. `has_planner`: it comes with one."""

    def __init__(
        self,
        mailbox: MemoryMailbox,
        *,
        has_planner: bool = False,
        needs_address: bool = False,
        device: DeviceKeys = PUPIL,
    ) -> None:
        self._mailbox = mailbox
        self._joiner = Joiner(QuickCrypto(), mailbox, device)
        self._brings = (Brought(CircleKind.SHARED, (b"first", b"second")),) if has_planner else ()
        self._needs_address = needs_address
        self._offer: Offer | None = None
        self._asking: Asking | None = None
        self._asked: Asked | None = None

    def needs_address(self) -> bool:
        return self._needs_address

    async def look_up(self, ticket: Ticket, address: str = "") -> Offered:
        where = ticket.origin if isinstance(ticket, LinkTicket) else origin_of(address or ORIGIN)
        if where != self._mailbox.origin:
            raise InputRejected("ticket_gone")
        self._offer = await self._kept(self._joiner.offer(ticket))
        return Offered(self._offer.says.role, bool(self._brings))

    def waiting(self) -> tuple[str, ...] | None:
        ticket = self._asking.offer.ticket if self._asking else None
        is_letter = isinstance(ticket, LinkTicket) and ticket.is_letter
        return picture_names(self._asking.pictures) if self._asking and is_letter else None

    async def ask(self) -> tuple[str, ...]:
        assert self._offer is not None
        if self._asking is None or self._asking.offer != self._offer:
            self._asking, self._asked = await self._joiner.prepare(self._offer, self._brings), None
        self._asked = await self._kept(self._joiner.put(self._asking))
        return picture_names(self._asking.pictures)

    async def look(self) -> Joined | None:
        assert self._asking is not None
        if self._asked is None:
            self._asked = await self._kept(self._joiner.put(self._asking))
        asked = self._asked
        welcome = await self._kept(self._joiner.look(asked))
        if welcome:
            self._asking = self._asked = None
        return Joined(asked.asking.offer.says.role) if welcome else None

    async def give_up(self) -> None:
        self._offer = self._asking = self._asked = None

    async def _kept(self, work: Awaitable[Kept]) -> Kept:
        try:
            return await work
        except AuthenticationFailed as problem:
            self._asking = self._asked = None
            raise InputRejected("ticket_wrong") from problem
        except EndpointRefused as problem:
            self._asking = self._asked = None
            raise InputRejected("ticket_gone") from problem
