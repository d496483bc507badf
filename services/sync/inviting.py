"""The inviting side of pairing, pure: what was offered, who asked to join, and the welcome.

    waiting  ->  claimed   a join whose proof holds; its pictures are shown, an adult approves
    waiting  ->  spoilt    three joins were wrong, or time ran out by this device's own clock
    claimed  ->  spoilt    a second device proved the same ticket

At most three different joins are ever looked at, each one chance; what was seen before is not looked at
again. A spoilt invitation stays so. Specification: docs/spec/pairing.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from services.crypto.device_keys import DeviceKeys
from services.crypto.hkdf import same_bytes
from services.crypto.port import Crypto, KeyPair
from services.planner.errors import AuthenticationFailed, InputRejected
from services.planner.words import Role
from services.sync.hello import (
    Brought,
    InviterHello,
    Welcome,
    public_of,
    read_inviter_hello,
    read_joiner_hello,
)
from services.sync.pairing_proof import Session, key_of, session_of
from services.sync.roster_wish import Device
from services.sync.ticket import SECRET_BYTES, LinkTicket, TypedTicket, hello_hash, new_code
from services.sync.wire_pairing import Join

MOST_JOINS: Final = 3


class Spoilt(StrEnum):
    """Why nobody can join by this ticket any more. LOST: the mailbox has forgotten a letter."""

    WRONG_CODES = "wrong_codes"
    TOO_LATE = "too_late"
    TWO_DEVICES = "two_devices"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Claim:
    """A device that proved the ticket. Shape: `slots` is one, unless the same join was left twice."""

    join: Join
    device: Device
    brings: tuple[Brought, ...]
    session: Session
    key: bytes = field(repr=False)
    slots: frozenset[int] = frozenset()

    @property
    def pictures(self) -> tuple[int, ...]:
        """What this screen and the other one show."""
        return self.session.pictures


class Draft(NamedTuple):
    """A hello that has no channel yet."""

    hello: bytes
    eph: KeyPair


@dataclass(frozen=True, slots=True)
class Invitation:
    """One ticket. Privacy: holds its secrets; kept sealed, never logged. `typed` is None for a letter."""

    hello: bytes
    eph_seed: bytes = field(repr=False)
    link: LinkTicket
    typed: TypedTicket | None
    keys: tuple[bytes, ...] = field(repr=False)
    seen: tuple[Join, ...] = ()
    claim: Claim | None = None
    spoilt: Spoilt | None = None

    @property
    def offered(self) -> InviterHello:
        """What the ticket offers."""
        return read_inviter_hello(self.hello)


class Judged(NamedTuple):
    """An invitation after a look, and the slots whose proof was wrong."""

    invitation: Invitation
    refused: tuple[int, ...]


class Sealed(NamedTuple):
    """A welcome as it travels."""

    welcome: bytes
    mac: bytes


# What a join with a wrong code is answered with, so that nobody waits: no mac ever fits it.
REFUSAL: Final = Sealed(b"\0", bytes(32))


async def draft(
    crypto: Crypto, device: DeviceKeys, role: Role, until_ms: int, by: Role | None = None
) -> Draft:
    """The hello of a new ticket."""
    eph = await crypto.x25519_generate()
    return Draft(InviterHello(public_of(device), eph.public, role, until_ms, by).to_text(), eph)


async def invitation_of(
    crypto: Crypto, drafted: Draft, channel: str, origin: str, *, is_typed: bool
) -> Invitation:
    """The ticket of a hello that has a channel now."""
    link = LinkTicket(channel, crypto.random(SECRET_BYTES), hello_hash(drafted.hello), origin)
    typed = TypedTicket(channel, new_code(crypto.random)) if is_typed else None
    return await with_keys(crypto, drafted, link, typed)


async def with_keys(
    crypto: Crypto, drafted: Draft, link: LinkTicket, typed: TypedTicket | None
) -> Invitation:
    """An invitation of known secrets."""
    keys = [await key_of(crypto, ticket, link.origin) for ticket in (link, typed) if ticket]
    return Invitation(drafted.hello, drafted.eph.seed, link, typed, tuple(keys))


async def judge(crypto: Crypto, invitation: Invitation, joins: Iterable[Join], now_ms: int) -> Judged:
    """The invitation after these joins, whoever they are from. Units: `now_ms` by this device's clock."""
    refused: list[int] = []
    for join in sorted(joins, key=lambda join: join.slot):
        if _is_known(invitation, join):
            invitation = _with_slot(invitation, join)
        elif (
            invitation.spoilt is None
            and len(invitation.seen) < MOST_JOINS
            and not _is_late(invitation, now_ms)
        ):
            invitation = await _looked_at(crypto, invitation, join)
        if invitation.claim is None or join.slot not in invitation.claim.slots:
            refused.append(join.slot)
    if invitation.claim is None and invitation.spoilt is None and _is_late(invitation, now_ms):
        invitation = replace(invitation, spoilt=Spoilt.TOO_LATE)
    return Judged(invitation, tuple(refused))


async def seal_welcome(crypto: Crypto, claim: Claim, welcome: Welcome) -> Sealed:
    """The welcome for a claim that an adult approved. Errors: AuthenticationFailed for an unusable key."""
    sealed = await crypto.hpke_seal(claim.device.kem, claim.session.welcome_info, welcome.to_text())
    return Sealed(sealed, claim.session.welcome_mac(claim.key, sealed))


def _is_late(invitation: Invitation, now_ms: int) -> bool:
    return now_ms >= invitation.offered.until_ms


def _is_known(invitation: Invitation, join: Join) -> bool:
    return any((join.hello, join.mac) == (seen.hello, seen.mac) for seen in invitation.seen)


def _with_slot(invitation: Invitation, join: Join) -> Invitation:
    claim = invitation.claim
    if claim is None or (claim.join.hello, claim.join.mac) != (join.hello, join.mac):
        return invitation
    return replace(invitation, claim=replace(claim, slots=claim.slots | {join.slot}))


async def _looked_at(crypto: Crypto, invitation: Invitation, join: Join) -> Invitation:
    claim = await _proved(crypto, invitation, join)
    after = replace(invitation, seen=(*invitation.seen, join))
    if claim is not None and invitation.claim is not None:
        return replace(after, spoilt=Spoilt.TWO_DEVICES)
    if claim is None and invitation.claim is None and len(after.seen) == MOST_JOINS:
        return replace(after, spoilt=Spoilt.WRONG_CODES)
    return replace(after, claim=claim or invitation.claim)


async def _proved(crypto: Crypto, invitation: Invitation, join: Join) -> Claim | None:
    try:
        hello = read_joiner_hello(join.hello)
        session = await session_of(crypto, invitation.eph_seed, hello.eph, invitation.hello, join.hello)
    except (InputRejected, AuthenticationFailed):
        return None
    for key in invitation.keys:
        if same_bytes(session.join_mac(key), join.mac):
            return Claim(join, hello.device, hello.brings, session, key, frozenset({join.slot}))
    return None
