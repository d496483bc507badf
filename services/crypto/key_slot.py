"""One slot of a key file: the file key F, sealed to one way of opening it.

    | offset | size | field                                                              |
    |--------|------|--------------------------------------------------------------------|
    | 0      | 1    | kind: 1 this device, 2 recovery card                               |
    | 1      | 1    | KDF: 0 none, 1 PBKDF2-HMAC-SHA-256, 2 Argon2id                     |
    | 2      | 1    | flags: bit0 device secret, bit1 picture PIN, bit2 passphrase       |
    | 3      | 4    | rounds or passes                                                   |
    | 7      | 4    | memory in KiB                                                      |
    | 11     | 1    | lanes                                                              |
    | 12     | 16   | salt                                                               |
    | 28     | 104  | seal(KEK, "slot", "FBK1" ‖ bytes[0:28], F)                         |

    kind 1  KEK = HKDF-SHA-256(ikm = P ‖ D, salt, info = "fb1 kek" ‖ "FBK1" ‖ bytes[0:28], 32)
            P = KDF(NFKC(text), salt), zeros when KDF = 0;  D = device secret, zeros when bit0 is clear
    kind 2  KEK as above with ikm = the card's 17 bytes; KDF, flags and parameters are zero

Kind 1 is one of: no PIN (KDF 0, bit0) · digits (bit0) · pictures (bit0, bit1) · passphrase (bit0, bit2)
· passphrase without device secret (bit2 alone). Anything else is HeaderUnknown.

Version 1, frozen. Specification: docs/spec/key-file.md.
"""

import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeAlias

from services.crypto.hkdf import hkdf
from services.crypto.port import KEY_BYTES, Crypto
from services.crypto.recovery_card import RecoveryCard
from services.crypto.seal import OVERHEAD_BYTES, open_sealed, seal
from services.crypto.secret_text import Asks, check_new, normalised
from services.crypto.stretch import Kdf, Stretch
from services.planner.errors import HeaderUnknown, KeyMissing, WrongPin

MAGIC: Final = b"FBK1"
SALT_BYTES: Final = 16
_HEADER: Final = struct.Struct(f">BBBIIB{SALT_BYTES}s")
SLOT_BYTES: Final = _HEADER.size + OVERHEAD_BYTES + KEY_BYTES

DeviceSecret: TypeAlias = Callable[[bytes], Awaitable[bytes | None]]
"""Gives this device's 32 bytes for a slot's salt, or None when it has none. Native ignores the salt."""

_DEVICE_SECRET, _PICTURES, _PASSPHRASE = 1, 2, 4
_FLAGS: Final = {
    Asks.NOTHING: _DEVICE_SECRET,
    Asks.DIGITS: _DEVICE_SECRET,
    Asks.PICTURES: _DEVICE_SECRET | _PICTURES,
    Asks.PASSPHRASE: _DEVICE_SECRET | _PASSPHRASE,
}


class SlotKind(IntEnum):
    """Who a slot opens for, as its byte in the file."""

    DEVICE = 1
    CARD = 2


@dataclass(frozen=True)
class Slot:
    """A slot as it stands in the file, taken apart. It holds nothing that opens by itself."""

    kind: SlotKind
    stretch: Stretch
    flags: int
    salt: bytes
    sealed: bytes = b""

    @property
    def asks(self) -> Asks:
        """What the unlock screen asks for; for a card slot nothing beside the card."""
        if self.stretch.kdf is Kdf.NONE:
            return Asks.NOTHING
        if self.flags & _PICTURES:
            return Asks.PICTURES
        return Asks.PASSPHRASE if self.flags & _PASSPHRASE else Asks.DIGITS

    @property
    def has_device_secret(self) -> bool:
        """Whether the device's own secret is one half of the key."""
        return bool(self.flags & _DEVICE_SECRET)

    def header(self) -> bytes:
        """What the seal binds, behind the magic: bytes 0 to 27."""
        how = self.stretch
        return _HEADER.pack(self.kind, how.kdf, self.flags, how.cost, how.memory_kib, how.lanes, self.salt)

    def to_wire(self) -> bytes:
        """The slot's bytes."""
        return self.header() + self.sealed

    def check(self) -> None:
        """Returns only for a combination that the table allows. Errors: HeaderUnknown."""
        if self.kind is SlotKind.CARD:
            allowed = {0} if self.stretch.kdf is Kdf.NONE else set()
        elif self.stretch.kdf is Kdf.NONE:
            allowed = {_FLAGS[Asks.NOTHING]}
        else:
            allowed = {*_FLAGS.values(), _PASSPHRASE}
        if self.flags not in allowed:
            raise HeaderUnknown("slot flags")
        self.stretch.check(has_device_secret=self.has_device_secret or self.kind is SlotKind.CARD)


def slot_from_wire(raw: bytes) -> Slot:
    """A slot of `SLOT_BYTES` bytes. Errors: HeaderUnknown, before anything is stretched."""
    kind, kdf, flags, cost, memory_kib, lanes, salt = _HEADER.unpack_from(raw)
    try:
        slot = Slot(
            SlotKind(kind), Stretch(Kdf(kdf), cost, memory_kib, lanes), flags, salt, raw[_HEADER.size :]
        )
    except ValueError as problem:
        raise HeaderUnknown("slot kind or kdf") from problem
    slot.check()
    return slot


async def new_device_slot(
    crypto: Crypto,
    file_key: bytes,
    device_secret: DeviceSecret | None,
    asks: Asks,
    text: str,
    stretch: Stretch,
) -> Slot:
    """Seals the file key for this device. Errors: InputRejected for a secret that is too weak."""
    flags = _FLAGS[asks] if device_secret else _FLAGS[asks] & ~_DEVICE_SECRET
    if asks is not Asks.NOTHING:
        check_new(asks, text, has_device_secret=device_secret is not None)
    slot = Slot(SlotKind.DEVICE, stretch, flags, crypto.random(SALT_BYTES))
    slot.check()
    assert slot.asks is asks
    return await _sealed(crypto, slot, await _device_kek(crypto, slot, device_secret, text), file_key)


async def new_card_slot(crypto: Crypto, file_key: bytes, card: RecoveryCard) -> Slot:
    """Seals the file key for a recovery card."""
    slot = Slot(SlotKind.CARD, Stretch(Kdf.NONE), 0, crypto.random(SALT_BYTES))
    return await _sealed(crypto, slot, _kek(slot, card.value), file_key)


async def open_device_slot(
    crypto: Crypto, slot: Slot, device_secret: DeviceSecret | None, text: str
) -> bytes:
    """The file key. Errors: WrongPin; KeyMissing when no secret was asked for, or the device has none."""
    kek = await _device_kek(crypto, slot, device_secret, text)
    try:
        return await open_sealed(crypto, kek, "slot", MAGIC + slot.header(), slot.sealed)
    except KeyMissing as problem:
        if slot.asks is Asks.NOTHING:
            raise
        raise WrongPin from problem


async def open_card_slot(crypto: Crypto, slot: Slot, card: RecoveryCard) -> bytes:
    """The file key. Errors: WrongPin when it is another card."""
    try:
        return await open_sealed(crypto, _kek(slot, card.value), "slot", MAGIC + slot.header(), slot.sealed)
    except KeyMissing as problem:
        raise WrongPin from problem


async def _sealed(crypto: Crypto, slot: Slot, kek: bytes, file_key: bytes) -> Slot:
    sealed = await seal(crypto, kek, "slot", MAGIC + slot.header(), file_key)
    return Slot(slot.kind, slot.stretch, slot.flags, slot.salt, sealed)


async def _device_kek(crypto: Crypto, slot: Slot, device_secret: DeviceSecret | None, text: str) -> bytes:
    own = bytes(KEY_BYTES)
    if slot.has_device_secret:
        given = await device_secret(slot.salt) if device_secret else None
        if given is None:
            raise KeyMissing("no device secret")
        assert len(given) == KEY_BYTES
        own = given
    secret = b"" if slot.asks is Asks.NOTHING else normalised(text)
    return _kek(slot, await slot.stretch.derive(crypto, secret, slot.salt) + own)


def _kek(slot: Slot, ikm: bytes) -> bytes:
    return hkdf(ikm, slot.salt, b"fb1 kek" + MAGIC + slot.header(), KEY_BYTES)
