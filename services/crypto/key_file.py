"""The key file: everything that opens a device's vault, itself opened by PIN, device or card.

    | offset | size | field                                                              |
    |--------|------|--------------------------------------------------------------------|
    | 0      | 4    | `FBK1`                                                             |
    | 4      | 8    | generation, at least 1                                             |
    | 12     | 1    | number of slots s: 1 or 2                                          |
    | 13     | 132s | slots, one of a kind, this device before card: see key_slot        |
    | 13+132s| 72+j | seal(F, "keyfile", all before, canonical JSON of j bytes)          |
    | end    | 32   | SHA-256 of all before                                              |

    Integers are big-endian. F is 32 random bytes, made once for the file: a slot never needs to be sealed
    again when the body changes, so saving asks nobody for a PIN.

Read in this order, and nothing is stretched before all of it holds: checksum (wrong: VaultDamaged),
`FBK` with another digit (VaultFromNewerVersion), any other beginning, slot or limit (HeaderUnknown). Then
the slot: commitment wrong is WrongPin, or KeyMissing where no secret was asked for. After a slot has
opened, whatever does not fit in the body is VaultDamaged.

Version 1, frozen. Limits: at most 1 MiB. Specification: docs/spec/key-file.md. Vectors: tests/vectors/.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from services.crypto.canonical import Json, decode, encode
from services.crypto.hkdf import HASH_BYTES, same_bytes, sha256
from services.crypto.key_slot import (
    MAGIC,
    SLOT_BYTES,
    DeviceSecret,
    Slot,
    SlotKind,
    new_card_slot,
    new_device_slot,
    open_card_slot,
    open_device_slot,
    slot_from_wire,
)
from services.crypto.port import KEY_BYTES, Crypto
from services.crypto.recovery_card import RecoveryCard
from services.crypto.seal import open_sealed, seal
from services.crypto.secret_text import Asks
from services.crypto.stretch import NO_STRETCH, Stretch
from services.planner.errors import (
    AuthenticationFailed,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
    VaultDamaged,
    VaultFromNewerVersion,
)

MAX_BYTES: Final = 1 << 20
_FAMILY: Final = b"FBK"
_FRONT_BYTES: Final = 13
_BODY_DEPTH: Final = 8


@dataclass(frozen=True)
class KeyFileHeader:
    """What a key file says before anybody has opened it."""

    generation: int
    slots: tuple[Slot, ...]

    @property
    def asks(self) -> Asks | None:
        """What the unlock screen asks for; None when only the card opens it."""
        slot = self.slot(SlotKind.DEVICE)
        return slot.asks if slot else None

    @property
    def has_device_secret(self) -> bool:
        """Whether the device's own secret is needed beside what is asked for."""
        slot = self.slot(SlotKind.DEVICE)
        return slot is not None and slot.has_device_secret

    @property
    def has_card(self) -> bool:
        """Whether a recovery card opens it."""
        return self.slot(SlotKind.CARD) is not None

    def slot(self, kind: SlotKind) -> Slot | None:
        """The slot of a kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind is kind), None)


@dataclass(frozen=True)
class OpenKeyFile:
    """An opened key file, to be changed and sealed again. Privacy: the keys to everything."""

    header: KeyFileHeader
    file_key: bytes
    body: Mapping[str, Json]

    def __repr__(self) -> str:
        return f"OpenKeyFile(generation={self.header.generation})"


def read_header(raw: bytes) -> KeyFileHeader:
    """Which ways of opening there are; needs no key. Errors: see the order at the head of this module."""
    return _parse(raw)[0]


async def new_key_file(
    crypto: Crypto,
    body: Mapping[str, Json],
    device_secret: DeviceSecret | None,
    asks: Asks = Asks.NOTHING,
    text: str = "",
    stretch: Stretch = NO_STRETCH,
) -> OpenKeyFile:
    """A key file that this device opens; add a card with `with_card`. Errors: InputRejected."""
    empty = OpenKeyFile(KeyFileHeader(0, ()), crypto.random(KEY_BYTES), body)
    return await with_lock(crypto, empty, device_secret, asks, text, stretch)


async def with_lock(
    crypto: Crypto,
    opened: OpenKeyFile,
    device_secret: DeviceSecret | None,
    asks: Asks = Asks.NOTHING,
    text: str = "",
    stretch: Stretch = NO_STRETCH,
) -> OpenKeyFile:
    """The same file with a PIN set, changed or (asks nothing) taken away. Errors: InputRejected."""
    slot = await new_device_slot(crypto, opened.file_key, device_secret, asks, text, stretch)
    return _with_slots(opened, SlotKind.DEVICE, slot)


async def with_card(crypto: Crypto, opened: OpenKeyFile, card: RecoveryCard) -> OpenKeyFile:
    """The same file, opened by this card too; an earlier card no longer opens it."""
    return _with_slots(opened, SlotKind.CARD, await new_card_slot(crypto, opened.file_key, card))


def without_card(opened: OpenKeyFile) -> OpenKeyFile:
    """The same file, opened by no card. Errors: InputRejected when nothing else would open it."""
    if opened.header.asks is None:
        raise InputRejected("card", "the only way in")
    return _with_slots(opened, SlotKind.CARD, None)


def with_body(opened: OpenKeyFile, body: Mapping[str, Json]) -> OpenKeyFile:
    """The same file with other contents."""
    return replace(opened, body=body)


async def seal_key_file(crypto: Crypto, opened: OpenKeyFile, generation: int) -> bytes:
    """The bytes of a generation, ready for the disk."""
    assert 0 < generation < 1 << 64
    slots = opened.header.slots
    front = MAGIC + generation.to_bytes(8, "big") + bytes([len(slots)])
    front += b"".join(slot.to_wire() for slot in slots)
    sealed = front + await seal(crypto, opened.file_key, "keyfile", front, encode(dict(opened.body)))
    assert len(sealed) + HASH_BYTES <= MAX_BYTES
    return sealed + sha256(sealed)


async def open_with_device(
    crypto: Crypto, raw: bytes, device_secret: DeviceSecret | None, text: str | None = None
) -> OpenKeyFile:
    """Opens with this device, and with the PIN, pictures or passphrase it asks for.

    Errors: WrongPin; KeyMissing when this is not the device, or only a card opens it; and `read_header`'s.
    """
    header, front, sealed = _parse(raw)
    slot = header.slot(SlotKind.DEVICE)
    if slot is None:
        raise KeyMissing("no device slot")
    if slot.asks is not Asks.NOTHING and text is None:
        raise InputRejected("pin")
    try:
        file_key = await open_device_slot(crypto, slot, device_secret, text or "")
    except AuthenticationFailed as problem:
        raise VaultDamaged("slot") from problem
    return await _open_body(crypto, header, file_key, front, sealed)


async def open_with_card(crypto: Crypto, raw: bytes, card: RecoveryCard) -> OpenKeyFile:
    """Opens with a recovery card. Errors: WrongPin; KeyMissing without such a slot; and `read_header`'s."""
    header, front, sealed = _parse(raw)
    slot = header.slot(SlotKind.CARD)
    if slot is None:
        raise KeyMissing("no card slot")
    try:
        file_key = await open_card_slot(crypto, slot, card)
    except AuthenticationFailed as problem:
        raise VaultDamaged("slot") from problem
    return await _open_body(crypto, header, file_key, front, sealed)


def _parse(raw: bytes) -> tuple[KeyFileHeader, bytes, bytes]:
    content, checksum = raw[:-HASH_BYTES], raw[-HASH_BYTES:]
    if len(raw) > MAX_BYTES or not same_bytes(sha256(content), checksum):
        raise VaultDamaged("checksum")
    if content[:3] == _FAMILY and content[:4] != MAGIC:
        raise VaultFromNewerVersion("key file")
    slot_count = content[_FRONT_BYTES - 1] if len(content) >= _FRONT_BYTES else 0
    end = _FRONT_BYTES + slot_count * SLOT_BYTES
    if content[:4] != MAGIC or slot_count not in (1, 2) or len(content) < end:
        raise HeaderUnknown("key file")
    starts = range(_FRONT_BYTES, end, SLOT_BYTES)
    slots = tuple(slot_from_wire(content[start : start + SLOT_BYTES]) for start in starts)
    kinds = [slot.kind for slot in slots]
    generation = int.from_bytes(content[4:12], "big")
    if kinds != sorted(set(kinds)) or generation == 0:
        raise HeaderUnknown("key file slots")
    return KeyFileHeader(generation, slots), content[:end], content[end:]


async def _open_body(
    crypto: Crypto, header: KeyFileHeader, file_key: bytes, front: bytes, sealed: bytes
) -> OpenKeyFile:
    try:
        body = decode(await open_sealed(crypto, file_key, "keyfile", front, sealed), _BODY_DEPTH)
    except (KeyMissing, AuthenticationFailed, HeaderUnknown, InputRejected) as problem:
        raise VaultDamaged("key file body") from problem
    if not isinstance(body, dict):
        raise VaultDamaged("key file body")
    return OpenKeyFile(header, file_key, body)


def _with_slots(opened: OpenKeyFile, kind: SlotKind, slot: Slot | None) -> OpenKeyFile:
    kept = [other for other in opened.header.slots if other.kind is not kind] + ([slot] if slot else [])
    slots = tuple(sorted(kept, key=lambda one: one.kind))
    return replace(opened, header=replace(opened.header, slots=slots))
