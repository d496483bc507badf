"""The keys of a circle's epochs: made, sealed to members, opened, and walked back from the latest.

    key      HPKE to a member, info = "fb1 epoch" ‖ circle ‖ epoch ‖ member id           80 bytes
    commit   HKDF-SHA-256(K, salt = circle, info = "fb1 epoch commit", 32)
    back     seal(K, "back", circle ‖ epoch, key of the epoch before)                   104 bytes
    about    seal(K, "about", circle ‖ epoch, {"kind":…,"planner":…})

`circle` is what the roster names: zeros in the first. The current key opens every earlier one, so nobody
waits for keys. What does not fit the commitment, or says another `about`, is refused by every device.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from services.crypto.canonical import decode, encode, from_base64url, to_base64url
from services.crypto.hkdf import hkdf, same_bytes
from services.crypto.port import KEY_BYTES, Crypto
from services.crypto.seal import open_sealed, seal
from services.planner.errors import AuthenticationFailed, InputRejected, KeyMissing
from services.planner.reading import as_word
from services.sync.chain import Chain
from services.sync.roster import Member, Recovery, Roster

PLANNER_ID_BYTES: Final = 16
_EPOCH_BYTES: Final = 4


class CircleKind(StrEnum):
    """The audience of a circle."""

    SHARED = "shared"
    PRIVATE = "private"
    HOME = "home"
    STAFF = "staff"
    CASELOAD = "caseload"


@dataclass(frozen=True, slots=True)
class About:
    """What a circle is for; never changes. Shape: `planner` is 16 bytes."""

    kind: CircleKind
    planner: bytes


@dataclass(frozen=True, slots=True)
class CircleKeys:
    """Every epoch's key that a device has, and what the circle is for. Privacy: the keys to everything."""

    by_epoch: Mapping[int, bytes] = field(repr=False)
    about: About

    @property
    def current(self) -> bytes:
        """The key of the latest epoch. Shape: 32 bytes."""
        return self.by_epoch[max(self.by_epoch)]


async def open_keys(
    crypto: Crypto, chain: Chain, reader_id: bytes, kem_seed: bytes, known: CircleKeys | None = None
) -> CircleKeys:
    """All keys up to the chain's latest roster, for a member or its card; `known` are those of before.

    Errors: KeyMissing when there is no key for this reader; AuthenticationFailed when a key is not the one
    that the roster promised; InputRejected("about") when it says another thing than before.
    """
    roster = chain.roster
    keys = dict(known.by_epoch) if known else {}
    if roster.epoch not in keys:
        keys[roster.epoch] = await _open_own(crypto, roster, reader_id, kem_seed)
    for epoch in range(roster.epoch, 0, -1):
        link = chain.by_epoch[epoch]
        _check_commit(link, keys[epoch])
        if epoch > 1 and epoch - 1 not in keys:
            assert link.back is not None
            keys[epoch - 1] = await open_sealed(crypto, keys[epoch], "back", _place(link), link.back)
    about = known.about if known else await open_about(crypto, chain.by_epoch[1], keys[1])
    newest = max(known.by_epoch) if known else 1
    for epoch in range(newest, roster.epoch + 1):
        if await open_about(crypto, chain.by_epoch[epoch], keys[epoch]) != about:
            raise InputRejected("about", "changed")
    return CircleKeys(keys, about)


async def seal_to(crypto: Crypto, place: Roster, reader: Member | Recovery, key: bytes) -> bytes:
    """The epoch's key for one reader. Shape: 80 bytes. Errors: AuthenticationFailed for an unusable key."""
    return await crypto.hpke_seal(reader.kem, _info(place, reader.id), key)


def commitment(circle: bytes, key: bytes) -> bytes:
    """What a roster promises of its epoch's key. Shape: 32 bytes."""
    return hkdf(key, circle, b"fb1 epoch commit", KEY_BYTES)


async def seal_back(crypto: Crypto, place: Roster, key: bytes, key_before: bytes) -> bytes:
    """The key of the epoch before, under this one's. Shape: 104 bytes."""
    return await seal(crypto, key, "back", _place(place), key_before)


async def seal_about(crypto: Crypto, place: Roster, key: bytes, about: About) -> bytes:
    """What the circle is for, under this epoch's key."""
    text = encode({"kind": about.kind.value, "planner": to_base64url(about.planner)})
    return await seal(crypto, key, "about", _place(place), text)


async def open_about(crypto: Crypto, roster: Roster, key: bytes) -> About:
    """What the circle is for. Errors: KeyMissing, AuthenticationFailed, HeaderUnknown, InputRejected."""
    match decode(await open_sealed(crypto, key, "about", _place(roster), roster.about)):
        case {"kind": str(kind), "planner": str(planner), **rest} if not rest:
            known_kind = as_word(kind, CircleKind)
            if known_kind is None:
                raise InputRejected("about", "kind")
            return About(known_kind, from_base64url(planner, PLANNER_ID_BYTES))
        case _:
            raise InputRejected("about", "shape")


async def _open_own(crypto: Crypto, roster: Roster, reader_id: bytes, kem_seed: bytes) -> bytes:
    reader: Member | Recovery | None = roster.members.get(reader_id)
    if reader is None and roster.recovery is not None and roster.recovery.id == reader_id:
        reader = roster.recovery
    if reader is None:
        raise KeyMissing("not a reader")
    key = await crypto.hpke_open(kem_seed, _info(roster, reader_id), reader.key)
    if len(key) != KEY_BYTES:
        raise AuthenticationFailed("epoch key")
    return key


def _check_commit(roster: Roster, key: bytes) -> None:
    if not same_bytes(commitment(roster.circle, key), roster.commit):
        raise AuthenticationFailed("another key than promised")


def _place(roster: Roster) -> bytes:
    return roster.circle + roster.epoch.to_bytes(_EPOCH_BYTES, "big")


def _info(roster: Roster, reader_id: bytes) -> bytes:
    return b"fb1 epoch" + _place(roster) + reader_id
