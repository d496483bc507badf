"""The bytes of a backup, `FBC1`: one text under a passphrase, in a file that may lie anywhere.

    | offset | size | field                                                               |
    |--------|------|---------------------------------------------------------------------|
    | 0      | 4    | `FBC1`                                                              |
    | 4      | 1    | KDF: 1 PBKDF2-HMAC-SHA-256, because every platform has it           |
    | 5      | 4    | rounds, 1,000,000 to 10,000,000                                     |
    | 9      | 16   | salt, random                                                        |
    | 25     | …    | seal(K, "backup", bytes[0:25], padded text)                         |
    | end-32 | 32   | SHA-256 of all before it                                            |

    K = PBKDF2(NFKC(passphrase), salt, rounds, 32 bytes)

Read in this order, and nothing is stretched before 1 to 4 hold: another family or far too long
(HeaderUnknown), checksum (VaultDamaged), a greater digit (VaultFromNewerVersion), any other KDF, number or
size (HeaderUnknown); then the commitment (WrongPin), then all the rest (VaultDamaged).

Version 1, frozen. Specification: docs/spec/backup.md. Vectors: tests/vectors/backup/.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.padding import SMALLEST_ENTRY_BYTES, pad_entry, padme, unpad_entry
from services.crypto.port import Crypto
from services.crypto.seal import OVERHEAD_BYTES, open_sealed, seal
from services.crypto.secret_text import Asks, check_new, normalised
from services.crypto.stretch import TRAVELLING, Kdf, Stretch
from services.planner.errors import (
    AuthenticationFailed,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
    VaultDamaged,
    WrongPin,
)
from services.vault.checksum import CHECKSUM_BYTES, is_whole, with_checksum
from services.vault.slots import format_of

FAMILY: Final = b"FBC"
VERSION: Final = 1
MAX_BYTES: Final = 64 << 20
HEADER_BYTES: Final = 25
_SALT_BYTES: Final = 16
_SALT_AT: Final = HEADER_BYTES - _SALT_BYTES
_AROUND_BYTES: Final = HEADER_BYTES + OVERHEAD_BYTES + CHECKSUM_BYTES


@dataclass(frozen=True, slots=True)
class BackupHeader:
    """What is readable without the passphrase."""

    stretch: Stretch
    salt: bytes

    def to_bytes(self) -> bytes:
        """The first 25 bytes."""
        kdf = bytes([self.stretch.kdf])
        return FAMILY + str(VERSION).encode("ascii") + kdf + self.stretch.cost.to_bytes(4, "big") + self.salt


def read_backup_header(raw: bytes) -> BackupHeader:
    """Whether these bytes are a backup at all; needs no passphrase. Errors: see the head of this module."""
    if raw[:3] != FAMILY or len(raw) > MAX_BYTES:
        raise HeaderUnknown("backup")
    if not is_whole(raw):
        raise VaultDamaged("backup checksum")
    format_of(raw, FAMILY, VERSION)
    padded_bytes = len(raw) - _AROUND_BYTES
    if padded_bytes < SMALLEST_ENTRY_BYTES or padme(padded_bytes) != padded_bytes:
        raise HeaderUnknown("backup size")
    if raw[4] != Kdf.PBKDF2:
        raise HeaderUnknown("backup kdf")
    stretch = Stretch(Kdf.PBKDF2, int.from_bytes(raw[5:_SALT_AT], "big"))
    stretch.check(has_device_secret=False)
    return BackupHeader(stretch, raw[_SALT_AT:HEADER_BYTES])


async def seal_backup(crypto: Crypto, passphrase: str, text: bytes) -> bytes:
    """The whole file. Errors: InputRejected("pin") for a weak passphrase, ("backup") when it is too much."""
    check_new(Asks.PASSPHRASE, passphrase, has_device_secret=False)
    if len(text) > MAX_BYTES // 2:
        raise InputRejected("backup", "too long")
    header = BackupHeader(TRAVELLING, crypto.random(_SALT_BYTES))
    key = await header.stretch.derive(crypto, normalised(passphrase), header.salt)
    front = header.to_bytes()
    return with_checksum(front + await seal(crypto, key, "backup", front, pad_entry(text)))


async def open_backup(crypto: Crypto, passphrase: str, raw: bytes) -> bytes:
    """The text of a backup. Errors: see the head of this module; InputRejected("pin") for what is no text."""
    header = read_backup_header(raw)
    key = await header.stretch.derive(crypto, normalised(passphrase), header.salt)
    front, sealed = raw[:HEADER_BYTES], raw[HEADER_BYTES:-CHECKSUM_BYTES]
    try:
        return unpad_entry(await open_sealed(crypto, key, "backup", front, sealed))
    except KeyMissing as problem:
        raise WrongPin from problem
    except (AuthenticationFailed, InputRejected) as problem:
        raise VaultDamaged("backup") from problem
