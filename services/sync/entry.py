"""One entry of a log: a frame that everybody may read, a body, and the signature of the device that made it.

    | offset | size | field                                                                  |
    |--------|------|------------------------------------------------------------------------|
    | 0      | 1    | format, 1                                                              |
    | 1      | 1    | kind: 1 edits, 2 roster, 3 snapshot part                               |
    | 2      | 2    | flags: bit 0 the last part of a snapshot                               |
    | 4      | 16   | circle                                                                 |
    | 20     | 16   | device                                                                 |
    | 36     | 4    | n, this device's counter in this circle, from 1, never used twice      |
    | 40     | 4    | epoch, from 1                                                          |
    | 44     | 8    | ts, ms, not below any stamp inside                                     |
    | 52     | 16   | prev: hash of this device's last accepted entry here, or zeros         |
    | 68     | 16   | roster: hash of the latest roster entry it has applied                 |
    | 84     | 56   | N and C of the seal; zeros in a roster                                 |
    | 140    | …    | sealed body and its tag; in a roster canonical JSON                    |
    | end    | 64   | Ed25519 over "fb1 sig entry\\0" and all before                          |

    body = seal(K of the epoch, "entry", bytes 0 to 83, padded plaintext)
    hash = SHA-256 of all bytes, the first 16: what prev, roster and every list of entries hold

Integers are big-endian. At most 256 KiB. Specification: docs/spec/entry.md. Vectors: tests/vectors/sync.json.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NamedTuple

from services.crypto.device_keys import DeviceKeys
from services.crypto.hkdf import sha256
from services.crypto.padding import SMALLEST_ENTRY_BYTES, pad_entry, padme, unpad_entry
from services.crypto.port import SIGNATURE_BYTES, TAG_BYTES, Crypto
from services.crypto.seal import COMMITMENT_BYTES, SALT_BYTES, open_sealed, seal
from services.planner.errors import HeaderUnknown, InputRejected
from services.planner.stamp import GREATEST_MS

ID_BYTES: Final = 16
HASH_BYTES: Final = 16
ZERO_ID: Final = bytes(ID_BYTES)
ZERO_HASH: Final = bytes(HASH_BYTES)
GREATEST_N: Final = 2**32 - 1
MOST_ENTRY_BYTES: Final = 256 * 1024
MOST_TEXT_BYTES: Final = 258_044  # the longest that PADMÉ still puts into 256 KiB

_FORMAT: Final = 1
_LAST_PART: Final = 1
_FRAME: Final = struct.Struct(">BBH16s16sIIQ16s16s")
_BODY_AT: Final = _FRAME.size + SALT_BYTES + COMMITMENT_BYTES
_NO_SEAL: Final = bytes(SALT_BYTES + COMMITMENT_BYTES)
_SIGNED_AS: Final = b"fb1 sig entry\0"
_LEAST_BYTES: Final = _BODY_AT + SIGNATURE_BYTES


class Kind(IntEnum):
    """What an entry holds."""

    EDITS = 1
    ROSTER = 2
    SNAPSHOT = 3


class Frame(NamedTuple):
    """The first 84 bytes. Units: `ts_ms` by circle time. Shape: ids and hashes are 16 bytes."""

    kind: Kind
    circle: bytes
    device: bytes
    n: int
    epoch: int
    ts_ms: int
    prev: bytes
    roster: bytes
    is_last_part: bool = False

    def to_wire(self) -> bytes:
        """The bytes that are sealed as header and signed."""
        flags = _LAST_PART if self.is_last_part else 0
        return _FRAME.pack(_FORMAT, self.kind, flags, *self[1:8])


class Last(NamedTuple):
    """A device's last accepted entry in a log."""

    n: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry whose bytes have the right form; what it says is judged elsewhere."""

    raw: bytes
    frame: Frame
    hash: bytes

    @property
    def body(self) -> bytes:
        """Sealed bytes without N and C, or a roster's JSON."""
        return self.raw[_BODY_AT:-SIGNATURE_BYTES]

    def __repr__(self) -> str:
        return f"Entry(kind={self.frame.kind.name}, bytes={len(self.raw)})"


def read_entry(raw: bytes) -> Entry:
    """The entry in these bytes.

    Errors: InputRejected("entry_size") when longer than any; HeaderUnknown for another format;
    InputRejected("entry") for everything else.
    """
    if len(raw) > MOST_ENTRY_BYTES:
        raise InputRejected("entry_size")
    if raw[:1] != bytes([_FORMAT]):
        raise HeaderUnknown("entry format")
    if len(raw) < _LEAST_BYTES:
        raise InputRejected("entry", "too short")
    frame = _read_frame(raw)
    has_no_seal = raw[_FRAME.size : _BODY_AT] == _NO_SEAL
    padded = len(raw) - _LEAST_BYTES - TAG_BYTES
    if frame.kind is Kind.ROSTER and not has_no_seal:
        raise InputRejected("entry", "a sealed roster")
    if frame.kind is not Kind.ROSTER and (padded < SMALLEST_ENTRY_BYTES or padme(padded) != padded):
        raise InputRejected("entry", "not padded")
    return Entry(raw, frame, sha256(raw)[:HASH_BYTES])


async def seal_entry(
    crypto: Crypto, device: DeviceKeys, frame: Frame, epoch_key: bytes, text: bytes
) -> Entry:
    """An entry of edits or a part of a snapshot. Shape: `text` is at most `MOST_TEXT_BYTES`."""
    assert frame.kind is not Kind.ROSTER
    assert len(text) <= MOST_TEXT_BYTES
    header = frame.to_wire()
    return await _signed(
        crypto, device, header + await seal(crypto, epoch_key, "entry", header, pad_entry(text))
    )


async def sign_roster(crypto: Crypto, device: DeviceKeys, frame: Frame, text: bytes) -> Entry:
    """An entry that holds a roster in plain JSON."""
    assert frame.kind is Kind.ROSTER
    return await _signed(crypto, device, frame.to_wire() + _NO_SEAL + text)


async def verify_entry(crypto: Crypto, entry: Entry, sign_public: bytes) -> None:
    """Returns only if this key signed these bytes. Errors: AuthenticationFailed."""
    signed, signature = entry.raw[:-SIGNATURE_BYTES], entry.raw[-SIGNATURE_BYTES:]
    await crypto.ed25519_verify(sign_public, _SIGNED_AS + signed, signature)


async def open_entry(crypto: Crypto, entry: Entry, epoch_key: bytes) -> bytes:
    """The text that was sealed.

    Errors: KeyMissing when the key is another epoch's; AuthenticationFailed; InputRejected("padding").
    """
    assert entry.frame.kind is not Kind.ROSTER
    sealed = entry.raw[_FRAME.size : -SIGNATURE_BYTES]
    return unpad_entry(await open_sealed(crypto, epoch_key, "entry", entry.raw[: _FRAME.size], sealed))


async def _signed(crypto: Crypto, device: DeviceKeys, unsigned: bytes) -> Entry:
    return read_entry(unsigned + await crypto.ed25519_sign(device.sign.seed, _SIGNED_AS + unsigned))


def _read_frame(raw: bytes) -> Frame:
    _, kind, flags, circle, device, n, epoch, ts_ms, prev, roster = _FRAME.unpack_from(raw)
    if not Kind.EDITS <= kind <= Kind.SNAPSHOT:
        raise InputRejected("entry", "kind")
    if flags > (_LAST_PART if kind == Kind.SNAPSHOT else 0):
        raise InputRejected("entry", "flags")
    if not (n and epoch and ts_ms <= GREATEST_MS):
        raise InputRejected("entry", "out of range")
    return Frame(Kind(kind), circle, device, n, epoch, ts_ms, prev, roster, bool(flags))
