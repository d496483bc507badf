"""A chunk of the entries that a planner keeps as they came, for offering them again: the file `<file>.r<k>`.

    | offset | size | field                                                             |
    |--------|------|-------------------------------------------------------------------|
    | 0      | 4    | `FBR1`                                                            |
    | 4      | 16   | file id of the planner                                            |
    | 20     | 4    | k, u32                                                            |
    | 24     | …    | seal(vault key, "raw", bytes[0:24], entries padded to 4 KiB)      |
    | end-32 | 32   | SHA-256 of all before it                                          |

Entries stand as `u64 seq ‖ u32 length ‖ bytes`. Version 1, frozen. Specification: docs/spec/vault.md.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from services.crypto.padding import pad_blocks, unpad_blocks
from services.crypto.port import Crypto
from services.crypto.seal import open_sealed, seal
from services.planner.errors import (
    AuthenticationFailed,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
    VaultDamaged,
)
from services.vault.checksum import CHECKSUM_BYTES, is_whole, with_checksum

_MAGIC: Final = b"FBR1"
_HEADER_BYTES: Final = 24
_FRONT_BYTES: Final = 12


class NumberedEntry(NamedTuple):
    """An entry of a log as it came. Shape: `seq` is its number."""

    seq: int
    raw: bytes


def to_records(entries: Iterable[NumberedEntry]) -> bytes:
    """Entries one after the other."""
    return b"".join(seq.to_bytes(8, "big") + len(raw).to_bytes(4, "big") + raw for seq, raw in entries)


def from_records(records: bytes) -> Iterator[NumberedEntry]:
    """The entries of `to_records`. Errors: VaultDamaged."""
    at = 0
    while at < len(records):
        begin = at + _FRONT_BYTES
        end = begin + int.from_bytes(records[at + 8 : begin], "big")
        if begin > len(records) or end > len(records):
            raise VaultDamaged("raw entries")
        yield NumberedEntry(int.from_bytes(records[at : at + 8], "big"), records[begin:end])
        at = end


async def seal_chunk(crypto: Crypto, vault_key: bytes, file_id: bytes, number: int, records: bytes) -> bytes:
    """The whole file."""
    front = _front(file_id, number)
    return with_checksum(front + await seal(crypto, vault_key, "raw", front, pad_blocks(records)))


async def open_chunk(
    crypto: Crypto, vault_key: bytes, file_id: bytes, number: int, content: bytes | None
) -> bytes:
    """The entries of a whole file. Errors: VaultDamaged, also when there is none or it is another one."""
    front = _front(file_id, number)
    if content is None or not is_whole(content) or content[:_HEADER_BYTES] != front:
        raise VaultDamaged("raw chunk")
    try:
        sealed = content[_HEADER_BYTES:-CHECKSUM_BYTES]
        return unpad_blocks(await open_sealed(crypto, vault_key, "raw", front, sealed))
    except (AuthenticationFailed, HeaderUnknown, InputRejected, KeyMissing) as problem:
        raise VaultDamaged(problem.code) from problem


def _front(file_id: bytes, number: int) -> bytes:
    return _MAGIC + file_id + number.to_bytes(4, "big")
