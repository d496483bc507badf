"""Whole pairings as data: made in a fixed order of random bytes, and gone through again by any backend."""

from typing import Any

from services.crypto.device_keys import DeviceKeys, device_keys_from_seeds, new_device_keys
from services.crypto.port import Crypto
from services.planner.words import Role
from services.sync.asking import ask, open_welcome, read_offer
from services.sync.epoch_keys import CircleKind
from services.sync.hello import Brought, Welcome, WelcomedCircle, read_joiner_hello
from services.sync.inviting import Invitation, Sealed, draft, invitation_of, judge, seal_welcome
from services.sync.pairing_kept import invitation_from_wire, invitation_to_wire
from services.sync.pairing_proof import key_of, session_of
from services.sync.ticket import TypedTicket, read_ticket
from services.sync.wire_pairing import Join

Sample = dict[str, Any]
ORIGIN = "https://sync.example:8443"
APP = "https://app.example/"
UNTIL_MS = 1_789_373_401_123
LETTER_CHANNEL = "AAECAwQFBgcICQoLDA0ODw"
WAYS = (("link", "417", Role.PUPIL), ("code", "90210", Role.PARENT), ("letter", LETTER_CHANNEL, Role.MENTOR))


async def make(crypto: Crypto) -> list[Sample]:
    """One pairing of each way."""
    return [await _make(crypto, *way) for way in WAYS]


async def check(crypto: Crypto, samples: list[Sample]) -> int:
    """Goes through every pairing again, on both sides. Gives how many there were."""
    for sample in samples:
        await _check(crypto, sample)
    return len(samples)


async def _make(crypto: Crypto, way: str, channel: str, role: Role) -> Sample:
    inviter, joiner = await new_device_keys(crypto), await new_device_keys(crypto)
    drafted = await draft(crypto, inviter, role, UNTIL_MS)
    invitation = await invitation_of(crypto, drafted, channel, ORIGIN, is_typed=way != "letter")
    ticket = invitation.typed if way == "code" and invitation.typed else invitation.link
    brings = (Brought(CircleKind.SHARED, (b"first", b"second")),) if way == "letter" else ()
    asking = await ask(crypto, joiner, read_offer(ticket, ORIGIN, drafted.hello), brings)
    join = Join(slot=0, hello=asking.hello, mac=asking.mac)
    claim = (await judge(crypto, invitation, [join], 0)).invitation.claim
    assert claim is not None
    ids = crypto.random(16), crypto.random(16), crypto.random(16)
    welcome = Welcome((WelcomedCircle(ids[0], CircleKind.SHARED, ids[1], ORIGIN, ids[2]),))
    sealed = await seal_welcome(crypto, claim, welcome)
    return {
        "way": way,
        "ticket": ticket.printed() if isinstance(ticket, TypedTicket) else ticket.link(APP),
        "origin": ORIGIN,
        "joiner": {"sign": joiner.sign.seed.hex(), "kem": joiner.kem.seed.hex()},
        "invitation": invitation_to_wire(invitation),
        "hello": asking.hello.decode(),
        "key": claim.key.hex(),
        "shared": claim.session.shared.hex(),
        "mac_j": asking.mac.hex(),
        "pictures": list(claim.pictures),
        "welcome": welcome.to_text().decode(),
        "sealed": sealed.welcome.hex(),
        "mac_i": sealed.mac.hex(),
    }


async def _check(crypto: Crypto, sample: Sample) -> None:
    invitation = await invitation_from_wire(crypto, sample["invitation"])
    hello, mac = sample["hello"].encode(), bytes.fromhex(sample["mac_j"])
    join = Join(slot=0, hello=hello, mac=mac)
    claim = (await judge(crypto, invitation, [join], 0)).invitation.claim
    assert claim is not None
    assert list(claim.pictures) == sample["pictures"]
    assert (claim.key.hex(), claim.session.shared.hex()) == (sample["key"], sample["shared"])
    await _check_joiner(crypto, sample, invitation)


async def _check_joiner(crypto: Crypto, sample: Sample, invitation: Invitation) -> None:
    """The fresh seed of who joined is not kept; what it gave is, so the rest follows from that."""
    seeds = sample["joiner"]
    device: DeviceKeys = await device_keys_from_seeds(
        crypto, bytes.fromhex(seeds["sign"]), bytes.fromhex(seeds["kem"])
    )
    ticket = read_ticket(sample["ticket"])
    offer = read_offer(ticket, sample["origin"], invitation.hello)
    asking = await ask(crypto, device, offer)
    assert (await key_of(crypto, ticket, sample["origin"])).hex() == sample["key"] == asking.key.hex()
    hello = sample["hello"].encode()
    session = await session_of(
        crypto, invitation.eph_seed, read_joiner_hello(hello).eph, invitation.hello, hello
    )
    kept = type(asking)(offer, hello, bytes.fromhex(sample["mac_j"]), session, asking.key)
    sealed = Sealed(bytes.fromhex(sample["sealed"]), bytes.fromhex(sample["mac_i"]))
    welcome = await open_welcome(crypto, device, kept, sealed)
    assert welcome.to_text().decode() == sample["welcome"]
