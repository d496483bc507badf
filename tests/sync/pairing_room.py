"""Two devices, a mailbox and a clock, for everything that happens in pairing."""

import hashlib
from functools import lru_cache
from typing import Any

from services.crypto.device_keys import DeviceKeys
from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.sync.hello import Welcome, WelcomedCircle
from services.sync.inviting import Invitation
from services.sync.pairing import Asked, Inviter, Joiner
from services.sync.pairing_proof import CODE_ROUNDS
from services.sync.ticket import LinkTicket, Ticket, TypedTicket
from tests.crypto.finish import finish
from tests.sync.circle import MENTOR, NOW_MS, PUPIL, CountedCrypto
from tests.sync.mailbox_memory import ORIGIN, MemoryMailbox

WELCOME = Welcome(
    (WelcomedCircle(bytes(range(16)), CircleKind.SHARED, bytes(range(16, 32)), ORIGIN, bytes(range(32, 48))),)
)


@lru_cache
def stretched(secret: bytes, salt: bytes) -> bytes:
    """As slow as in life, once for each code."""
    return hashlib.pbkdf2_hmac("sha256", secret, salt, CODE_ROUNDS)


class PairingCrypto(CountedCrypto):
    """Never waits, so that no event loop is needed."""

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        assert iterations == CODE_ROUNDS
        return stretched(secret, salt)


class Room:
    """An inviting device, a joining one, and what lies between them."""

    def __init__(self, mailbox: Any = None, seed: str = "Firstbell pairing 1") -> None:
        self.now_ms = NOW_MS
        self.crypto = PairingCrypto(seed)
        self.mailbox: Any = mailbox or MemoryMailbox(self.clock)
        self.inviter = Inviter(self.crypto, self.mailbox, MENTOR, self.clock)

    def clock(self) -> int:
        return self.now_ms

    def open(self, role: Role = Role.PUPIL, *, is_letter: bool = False) -> Invitation:
        return finish(self.inviter.open(role, is_letter=is_letter))

    def look(self, invitation: Invitation) -> Invitation:
        return finish(self.inviter.look(invitation))

    def joiner(self, device: DeviceKeys = PUPIL) -> Joiner:
        return Joiner(self.crypto, self.mailbox, device)

    def ask(self, ticket: Ticket, device: DeviceKeys = PUPIL, **more: Any) -> Asked:
        joiner = self.joiner(device)
        return finish(joiner.ask(finish(joiner.offer(ticket)), **more))

    def welcome(self, asked: Asked, device: DeviceKeys = PUPIL) -> Welcome | None:
        return finish(self.joiner(device).look(asked))

    def approve(self, invitation: Invitation, welcome: Welcome = WELCOME) -> None:
        finish(self.inviter.approve(invitation, welcome))


def typed_of(invitation: Invitation) -> TypedTicket:
    """The code of an invitation that has one."""
    assert invitation.typed is not None
    return invitation.typed


def wrong_code(invitation: Invitation, number: int = 0) -> TypedTicket:
    """A code for the right channel that nobody was given."""
    return TypedTicket(invitation.link.channel, f"0000000{number}")


def wrong_link(invitation: Invitation) -> LinkTicket:
    """A link with the right hello and channel, and a secret that nobody was given."""
    link = invitation.link
    return LinkTicket(link.channel, bytes(16), link.hello_hash, link.origin)
