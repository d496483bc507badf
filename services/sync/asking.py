"""The joining side of pairing, pure: what a ticket offers, how this device asks, and what it is given.

A link says which hello is the right one, so another is refused at once. For a typed code the welcome's
proof, and the three pictures, say so afterwards; until it holds nothing of the hello is to be relied on.
Specification: docs/spec/pairing.md.
"""

from dataclasses import dataclass, field

from services.crypto.device_keys import DeviceKeys
from services.crypto.hkdf import same_bytes
from services.crypto.port import Crypto
from services.planner.errors import AuthenticationFailed, InputRejected
from services.sync.hello import (
    Brought,
    InviterHello,
    JoinerHello,
    Welcome,
    public_of,
    read_inviter_hello,
    read_welcome,
)
from services.sync.inviting import Sealed
from services.sync.pairing_proof import Session, key_of, session_of
from services.sync.ticket import LinkTicket, Ticket, hello_hash
from services.sync.wire_pairing import MOST_HELLO_BYTES


@dataclass(frozen=True, slots=True)
class Offer:
    """What a ticket offers, before anything was asked."""

    ticket: Ticket
    origin: str
    hello: bytes
    says: InviterHello


@dataclass(frozen=True, slots=True)
class Asking:
    """A join that was made. Privacy: holds its secrets; kept sealed, never logged."""

    offer: Offer
    hello: bytes
    mac: bytes
    session: Session
    key: bytes = field(repr=False)

    @property
    def pictures(self) -> tuple[int, ...]:
        """What this screen and the other one show."""
        return self.session.pictures


def read_offer(ticket: Ticket, origin: str, hello: bytes) -> Offer:
    """What lies in the mailbox of a ticket.

    Errors: AuthenticationFailed when it is not the hello that a link names; InputRejected("hello").
    """
    if isinstance(ticket, LinkTicket) and not same_bytes(hello_hash(hello), ticket.hello_hash):
        raise AuthenticationFailed("another hello than the link's")
    return Offer(ticket, origin, hello, read_inviter_hello(hello))


async def ask(crypto: Crypto, device: DeviceKeys, offer: Offer, brings: tuple[Brought, ...] = ()) -> Asking:
    """This device's answer to an offer. Slow for a typed code.

    Errors: AuthenticationFailed; InputRejected("hello") when it brings more than a mailbox takes.
    """
    eph = await crypto.x25519_generate()
    hello = JoinerHello(public_of(device), eph.public, brings).to_text()
    if len(hello) > MOST_HELLO_BYTES:
        raise InputRejected("hello", "brings too much")
    session = await session_of(crypto, eph.seed, offer.says.eph, offer.hello, hello)
    key = await key_of(crypto, offer.ticket, offer.origin)
    return Asking(offer, hello, session.join_mac(key), session, key)


async def open_welcome(crypto: Crypto, device: DeviceKeys, asking: Asking, sealed: Sealed) -> Welcome:
    """What this device is given; from now on the inviting device's hello is known to be true.

    Errors: AuthenticationFailed when the code was wrong or somebody stands between; InputRejected("welcome").
    """
    if not same_bytes(asking.session.welcome_mac(asking.key, sealed.welcome), sealed.mac):
        raise AuthenticationFailed("welcome")
    return read_welcome(await crypto.hpke_open(device.kem.seed, asking.session.welcome_info, sealed.welcome))
