"""Being let into a planner: what a ticket offers, asking by it, and the planners of the welcome.

Until the welcome's proof holds nothing is kept of what the other side said. Looking again after a stop
half-way goes on where it stopped. A join by a letter is kept before it is left in the mailbox, and forgotten
by `settled`, so the app may be closed while it waits. Specification: docs/spec/pairing.md.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Final, TypeVar

from services.crypto.canonical import Json
from services.crypto.device_keys import new_device_keys
from services.planner.errors import AuthenticationFailed, EndpointRefused, InputRejected
from services.planner.words import Role
from services.sync.asking import Asking, Offer
from services.sync.bringing import Bringing, bring, bringing_again
from services.sync.epoch_keys import About, CircleKind
from services.sync.hello import Welcome, WelcomedCircle, read_joiner_hello
from services.sync.letting_in import OwnEndpoint
from services.sync.origin import origin_of
from services.sync.pairing import Asked, Joiner
from services.sync.pairing_kept import asked_from_wire, asked_to_wire, asking_from_wire, asking_to_wire
from services.sync.pairing_pictures import picture_names
from services.sync.pairing_port import Joined, Offered
from services.sync.sharing import Sharing
from services.sync.ticket import LinkTicket, Ticket
from services.vault.journal import Journal
from services.vault.kept_asking import KeptAsking

_Kept = TypeVar("_Kept")
_ONE_EACH: Final = frozenset({CircleKind.CASELOAD})
"""A mentor's device has one caseload; that of a welcome takes its place while nothing is in it."""


class ComingIn:
    """`Joining` for the vault of this device, which may still be made between `look_up` and `ask`.

    `on_planner` hears of each planner of the welcome before its circle is joined.
    """

    def __init__(self, sharing: Sharing, own_endpoint: OwnEndpoint, *, has_own_endpoint: bool) -> None:
        self._sharing = sharing
        self._own_endpoint = own_endpoint
        self._has_own_endpoint = has_own_endpoint
        self._offer: Offer | None = None
        self._asking: Asking | None = None
        self._asked: Asked | None = None
        self._welcome: Welcome | None = None
        self._bringing: Bringing | None = None
        self.on_planner: Callable[[Journal], Awaitable[None]] = _says_nothing

    def needs_address(self) -> bool:
        """See `Joining`."""
        vault = self._sharing.vault
        return not (self._has_own_endpoint or (vault.is_open and self._sharing.url()))

    async def look_up(self, ticket: Ticket, address: str = "") -> Offered:
        """See `Joining`."""
        crypto = self._sharing.crypto
        nobody = await new_device_keys(crypto)  # there may be no vault yet, and nobody is asked who they are
        client = self._sharing.client(await self._origin(ticket, address), nobody)
        self._offer = await _told(Joiner(crypto, client, nobody).offer(ticket))
        return Offered(self._offer.says.role, self._to_bring() is not None)

    def waiting(self) -> tuple[str, ...] | None:
        """See `Joining`."""
        self._remember()
        if self._asking is None or not _is_letter(self._asking.offer.ticket):
            return None
        return picture_names(self._asking.pictures)

    def me(self) -> Json:
        """What was said with the join that waits; None where nothing waits."""
        kept = self._kept()
        return kept["me"] if kept else None

    async def ask(self, me: Json = None) -> tuple[str, ...]:
        """See `Joining`; `me` is kept beside a letter's join. Errors besides: VaultLocked before a vault."""
        assert self._offer is not None
        if self._asking is None or self._asking.offer != self._offer:
            self._asking, self._asked, self._welcome = await self._prepared(self._offer), None, None
        asking = self._asking
        if _is_letter(self._offer.ticket):
            await KeptAsking(self._sharing.vault).keep(asking_to_wire(asking), me)
        await self._put(asking)
        return picture_names(asking.pictures)

    async def look(self) -> Joined | None:
        """See `Joining`."""
        self._remember()
        asking = self._asking
        assert asking is not None
        if self._asked is None:
            await self._put(asking)
        assert self._asked is not None
        if self._welcome is None:
            self._welcome = await self._told(self._joiner(asking.offer).look(self._asked))
        if self._welcome is None:
            return None
        await self._bring_again(asking)
        for welcomed in self._welcome.circles:
            await self._come_into(welcomed, asking.offer.says.role)
        await self._sharing.round()
        return Joined(asking.offer.says.role)

    async def settled(self) -> None:
        """Whoever joined has arrived: nothing waits any more."""
        self._asking = self._asked = None
        if self._kept():
            await KeptAsking(self._sharing.vault).forget()

    def joined(self) -> Sequence[Journal]:
        """The planners of the welcome."""
        ids = {one.planner.hex() for one in self._welcome.circles} if self._welcome else set()
        return [one for one in self._sharing.journals() if one.planner_id in ids]

    def is_own(self) -> bool:
        """Whether the welcome came from another device of the same person."""
        circles = self._welcome.circles if self._welcome else ()
        return any(one.kind in (CircleKind.CASELOAD, CircleKind.PRIVATE) for one in circles)

    async def give_up(self) -> None:
        """See `Joining`."""
        self._offer = self._welcome = self._bringing = None
        await self.settled()

    def _kept(self) -> Mapping[str, Json] | None:
        vault = self._sharing.vault
        return KeptAsking(vault).now() if vault.is_open else None

    def _remember(self) -> None:
        """The join that was kept, after a restart."""
        kept = self._kept()
        if self._asking is None and kept is not None:
            join = kept["join"]
            self._asking = asking_from_wire(join)
            self._asked = asked_from_wire(join) if isinstance(join, Mapping) and "slot" in join else None

    async def _prepared(self, offer: Offer) -> Asking:
        journal, self._bringing = self._to_bring(), None
        if journal is not None:
            self._bringing = await self._bring(journal, offer)
        brings = (self._bringing.brought,) if self._bringing else ()
        return await _told(self._joiner(offer).prepare(offer, brings))

    async def _put(self, asking: Asking) -> None:
        """Leaves a join, and keeps what its answer is asked for with."""
        self._asked = await self._told(self._joiner(asking.offer).put(asking))
        if _is_letter(asking.offer.ticket):
            await KeptAsking(self._sharing.vault).keep(asked_to_wire(self._asked), self.me())

    async def _bring_again(self, asking: Asking) -> None:
        """What the hello offered to bring, after a restart."""
        brings = read_joiner_hello(asking.hello).brings
        if brings and self._bringing is None:
            sharing = self._sharing
            self._bringing = await bringing_again(sharing.crypto, sharing.vault.device, brings[0])

    async def _told(self, work: Awaitable[_Kept]) -> _Kept:
        """What went wrong with a join, as people are told; it waits no more then."""
        try:
            return await _told(work)
        except InputRejected:
            await self.settled()
            raise

    async def _come_into(self, welcomed: WelcomedCircle, role: Role) -> None:
        journal = await self._journal(welcomed, role)
        brought = self._bringing
        if brought is None or brought.second.chain.circle != welcomed.id:
            await self.on_planner(journal)
            await self._sharing.join(journal, welcomed)
        elif self._sharing.kept(journal) is None:  # else an earlier look came this far
            await self._sharing.found_brought(journal, brought, welcomed.url)

    def _to_bring(self) -> Journal | None:
        """The planner that a pupil began alone, where it is one and an adult invites."""
        assert self._offer is not None
        says, sharing = self._offer.says, self._sharing
        if says.role is not Role.PUPIL or says.by in (None, Role.PUPIL) or not sharing.vault.is_open:
            return None
        alone = [
            one
            for one in sharing.journals()
            if (one.kind, one.role) == (CircleKind.SHARED, Role.PUPIL)
            and one.records
            and sharing.kept(one) is None
        ]
        return alone[0] if len(alone) == 1 else None

    async def _bring(self, journal: Journal, offer: Offer) -> Bringing:
        sharing, by = self._sharing, offer.says.by
        assert by is not None
        about = About(CircleKind.SHARED, bytes.fromhex(journal.planner_id))
        device, inviter = sharing.vault.device, (offer.says.device, by)
        return await bring(sharing.crypto, device, Role.PUPIL, about, inviter, sharing.now_ms())

    async def _origin(self, ticket: Ticket, address: str) -> str:
        if isinstance(ticket, LinkTicket):
            return ticket.origin
        if address.strip():
            return origin_of(address)
        vault = self._sharing.vault
        known = self._sharing.url() if vault.is_open else ""
        found = known or await self._own_endpoint()
        if not found:
            raise InputRejected("endpoint")
        return found

    async def _journal(self, welcomed: WelcomedCircle, role: Role) -> Journal:
        planner_id = welcomed.planner.hex()
        vault = self._sharing.vault
        for journal in vault.journals():
            if (journal.planner_id, journal.kind) == (planner_id, welcomed.kind.value):
                return journal
        if welcomed.kind in _ONE_EACH:
            for journal in vault.journals():
                if journal.kind == welcomed.kind.value and not journal.records:
                    await vault.remove_planner(journal)
        return await vault.add_planner(welcomed.kind.value, role, planner_id)

    def _joiner(self, offer: Offer) -> Joiner:
        sharing = self._sharing
        client = sharing.client(offer.origin, sharing.vault.device)
        return Joiner(sharing.crypto, client, sharing.vault.device)


def _is_letter(ticket: Ticket) -> bool:
    return isinstance(ticket, LinkTicket) and ticket.is_letter


async def _says_nothing(_: Journal) -> None:
    """Nobody wants to hear of a planner."""


async def _told(work: Awaitable[_Kept]) -> _Kept:
    """What went wrong with a ticket, as people are told."""
    try:
        return await work
    except AuthenticationFailed as problem:
        raise InputRejected("ticket_wrong") from problem
    except EndpointRefused as problem:
        raise InputRejected("ticket_gone") from problem
