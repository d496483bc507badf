"""Pairing over a mailbox: the inviting device's four verbs, and the joining device's three.

    inviting   open, show the ticket; look until somebody has asked; approve, or close
    joining    offer, ask (or prepare, keep and put), look until there is a welcome

Nothing is kept here: whoever calls keeps the invitation, or what was asked, from one look to the next.
Errors of every verb: EndpointError and its kin; AuthenticationFailed and InputRejected as said there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import AuthenticationFailed
from services.planner.words import Role
from services.sync.asking import Asking, Offer, ask, open_welcome, read_offer
from services.sync.hello import Brought, Welcome
from services.sync.inviting import (
    REFUSAL,
    Invitation,
    Sealed,
    draft,
    invitation_of,
    judge,
    seal_welcome,
)
from services.sync.mailbox import Mailbox
from services.sync.ticket import LETTER_MS, TYPED_MS, LinkTicket, Ticket
from services.sync.wire_pairing import LONGEST_TICKET_S

_KEPT_LONGER_S: Final = 20 * 60  # so that a welcome of the last moment is still found


class Inviter:
    """A device that lets others in. Units: `now_ms` this device's own clock."""

    def __init__(
        self, crypto: Crypto, mailbox: Mailbox, device: DeviceKeys, now_ms: Callable[[], int]
    ) -> None:
        self._crypto = crypto
        self._mailbox = mailbox
        self._device = device
        self._now_ms = now_ms

    async def open(self, role: Role, *, is_letter: bool = False, by: Role | None = None) -> Invitation:
        """A new ticket for one device of this role: link and code for ten minutes, or a letter's link.

        `by` is the role of who invites; whoever has a planner already can only then bring it along.
        """
        lasts_ms = LETTER_MS if is_letter else TYPED_MS
        drafted = await draft(self._crypto, self._device, role, self._now_ms() + lasts_ms, by)
        ttl_s = min(lasts_ms // 1000 + _KEPT_LONGER_S, LONGEST_TICKET_S)
        channel = await self._mailbox.open_pairing(drafted.hello, ttl_s, is_typed=not is_letter)
        return await invitation_of(
            self._crypto, drafted, channel, self._mailbox.origin, is_typed=not is_letter
        )

    async def look(self, invitation: Invitation) -> Invitation:
        """The invitation after a look. Wrong codes are answered, a spoilt ticket is closed."""
        joins = await self._mailbox.joins(invitation.link.channel)
        judged = await judge(self._crypto, invitation, joins, self._now_ms())
        if judged.invitation.spoilt is not None:
            await self.close(judged.invitation)
            return judged.invitation
        for slot in judged.refused:
            await self._mailbox.put_welcome(invitation.link.channel, slot, REFUSAL.welcome, REFUSAL.mac)
        return judged.invitation

    async def approve(self, invitation: Invitation, welcome: Welcome) -> None:
        """Gives the device that asked its welcome, after the rosters that add it were accepted."""
        assert invitation.claim is not None
        assert invitation.spoilt is None
        sealed = await seal_welcome(self._crypto, invitation.claim, welcome)
        for slot in sorted(invitation.claim.slots):
            await self._mailbox.put_welcome(invitation.link.channel, slot, sealed.welcome, sealed.mac)

    async def close(self, invitation: Invitation) -> None:
        """Takes the ticket back."""
        await self._mailbox.close_pairing(invitation.link.channel)


@dataclass(frozen=True, slots=True)
class Asked:
    """A join that lies in the mailbox, and what its answer is asked for with."""

    asking: Asking
    slot: int
    slot_key: bytes = field(repr=False)


class Joiner:
    """A device that wants to be let in."""

    def __init__(self, crypto: Crypto, mailbox: Mailbox, device: DeviceKeys) -> None:
        self._crypto = crypto
        self._mailbox = mailbox
        self._device = device

    async def offer(self, ticket: Ticket) -> Offer:
        """What a ticket offers. Errors: AuthenticationFailed, InputRejected("hello")."""
        if isinstance(ticket, LinkTicket) and ticket.origin != self._mailbox.origin:
            raise AuthenticationFailed("another endpoint than the link's")
        hello = await self._mailbox.inviter_hello(ticket.channel)
        return read_offer(ticket, self._mailbox.origin, hello)

    async def prepare(self, offer: Offer, brings: tuple[Brought, ...] = ()) -> Asking:
        """A join that is not left yet. `brings` are circles of a planner that is on this device already."""
        return await ask(self._crypto, self._device, offer, brings)

    async def put(self, asking: Asking) -> Asked:
        """Leaves a join; left twice it is still the same one, in a slot more."""
        put = await self._mailbox.put_join(asking.offer.ticket.channel, asking.hello, asking.mac)
        return Asked(asking, put.slot, put.key)

    async def ask(self, offer: Offer, brings: tuple[Brought, ...] = ()) -> Asked:
        """Asks to join: prepares and leaves it."""
        return await self.put(await self.prepare(offer, brings))

    async def look(self, asked: Asked) -> Welcome | None:
        """The welcome, once there is one. Errors: AuthenticationFailed when the code was not right."""
        answer = await self._mailbox.welcome(asked.asking.offer.ticket.channel, asked.slot, asked.slot_key)
        if answer is None:
            return None
        sealed = Sealed(answer.welcome, answer.mac)
        return await open_welcome(self._crypto, self._device, asked.asking, sealed)
