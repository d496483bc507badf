"""An open invitation, and a join that waits, as JSON that outlives a restart; a letter is good for a week.

Privacy: both hold secrets, and belong into a sealed file only.

Errors of reading: InputRejected, AuthenticationFailed when the kept joins do not fit their ticket.
"""

from services.crypto.canonical import Json, from_base64url, to_base64url
from services.crypto.hkdf import sha256
from services.crypto.port import KEY_BYTES, Crypto, KeyPair
from services.planner.errors import InputRejected
from services.sync.asking import Asking, read_offer
from services.sync.inviting import Draft, Invitation, judge, with_keys
from services.sync.pairing import Asked
from services.sync.pairing_proof import Session
from services.sync.ticket import LinkTicket, TypedTicket, read_ticket
from services.sync.wire_pairing import Join

_ALWAYS = 0  # what was seen before was seen in time


def invitation_to_wire(invitation: Invitation) -> dict[str, Json]:
    """The ticket and what it has seen."""
    seen: list[Json] = [
        {"slot": join.slot, "hello": to_base64url(join.hello), "mac": to_base64url(join.mac)}
        for join in invitation.seen
    ]
    return {
        "hello": to_base64url(invitation.hello),
        "eph": to_base64url(invitation.eph_seed),
        "link": invitation.link.link(""),
        "code": invitation.typed.printed() if invitation.typed else None,
        "seen": seen,
    }


async def invitation_from_wire(crypto: Crypto, wire: Json) -> Invitation:
    """The invitation as it was."""
    match wire:
        case {"hello": str(hello), "eph": str(eph), "link": str(link), "code": code, "seen": list(seen)}:
            seed = from_base64url(eph, KEY_BYTES)
            drafted = Draft(from_base64url(hello), KeyPair(seed, await crypto.x25519_public(seed)))
            invitation = await with_keys(crypto, drafted, _link_in(link), _typed_in(code))
            return (await judge(crypto, invitation, map(_read_join, seen), _ALWAYS)).invitation
        case _:
            raise InputRejected("invitation")


def asking_to_wire(asking: Asking) -> dict[str, Json]:
    """A join that was made, whether or not it was left in the mailbox."""
    ticket = asking.offer.ticket
    return {
        "ticket": ticket.link("") if isinstance(ticket, LinkTicket) else ticket.printed(),
        "origin": asking.offer.origin,
        "offer": to_base64url(asking.offer.hello),
        "hello": to_base64url(asking.hello),
        "mac": to_base64url(asking.mac),
        "shared": to_base64url(asking.session.shared),
        "key": to_base64url(asking.key),
    }


def asked_to_wire(asked: Asked) -> dict[str, Json]:
    """The join and all that its welcome is opened with."""
    slot: dict[str, Json] = {"slot": asked.slot, "slot_key": to_base64url(asked.slot_key)}
    return asking_to_wire(asked.asking) | slot


def asking_from_wire(wire: Json) -> Asking:
    """The join as it was made."""
    match wire:
        case {
            "ticket": str(ticket),
            "origin": str(origin),
            "offer": str(offer),
            "hello": str(hello),
            "mac": str(mac),
            "shared": str(shared),
            "key": str(key),
        }:
            offered = read_offer(read_ticket(ticket), origin, from_base64url(offer))
            own = from_base64url(hello)
            session = Session(sha256(offered.hello, own), from_base64url(shared, KEY_BYTES))
            return Asking(offered, own, from_base64url(mac, KEY_BYTES), session, from_base64url(key))
        case _:
            raise InputRejected("asked")


def asked_from_wire(wire: Json) -> Asked:
    """The join as it was left."""
    match wire:
        case {"slot": int(slot), "slot_key": str(slot_key)}:
            return Asked(asking_from_wire(wire), slot, from_base64url(slot_key))
        case _:
            raise InputRejected("asked")


def _read_join(wire: Json) -> Join:
    match wire:
        case {"slot": int(slot), "hello": str(hello), "mac": str(mac)}:
            return Join(slot=slot, hello=from_base64url(hello), mac=from_base64url(mac, KEY_BYTES))
        case _:
            raise InputRejected("invitation")


def _link_in(text: str) -> LinkTicket:
    ticket = read_ticket(text)
    if not isinstance(ticket, LinkTicket):
        raise InputRejected("invitation")
    return ticket


def _typed_in(text: Json) -> TypedTicket | None:
    ticket = read_ticket(text) if isinstance(text, str) else None
    if isinstance(ticket, LinkTicket):
        raise InputRejected("invitation")
    return ticket
