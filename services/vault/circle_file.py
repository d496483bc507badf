"""The bytes of a circle file, `FBV1`: everything of one planner on this device.

    | offset | size | field                                                             |
    |--------|------|-------------------------------------------------------------------|
    | 0      | 4    | `FBV1`                                                            |
    | 4      | 16   | file id, random; also the name of the file, in hex                |
    | 20     | 8    | generation, u64                                                   |
    | 28     | 2    | schema version of the tables, u16                                 |
    | 30     | …    | seal(vault key, "vault", bytes[0:30], tables padded to 4 KiB)     |
    | end-32 | 32   | SHA-256 of all before it                                          |

The tables are canonical JSON behind `u32 length`, then zeros. Version 1, frozen.
Specification: docs/spec/vault.md. Vectors: tests/vectors/vault/.
"""

from dataclasses import dataclass
from typing import Final

from services.crypto.padding import pad_blocks, unpad_blocks
from services.crypto.port import Crypto
from services.crypto.seal import open_sealed, seal
from services.planner.errors import AuthenticationFailed, HeaderUnknown, InputRejected, VaultDamaged
from services.vault.checksum import CHECKSUM_BYTES, with_checksum
from services.vault.slots import format_of

FAMILY: Final = b"FBV"
VERSION: Final = 1
FILE_ID_BYTES: Final = 16
HEADER_BYTES: Final = 30


@dataclass(frozen=True, slots=True)
class CircleHeader:
    """What is readable without a key."""

    file_id: bytes
    generation: int
    schema: int

    def to_bytes(self) -> bytes:
        """The first 30 bytes."""
        assert len(self.file_id) == FILE_ID_BYTES
        return (
            FAMILY
            + str(VERSION).encode("ascii")
            + self.file_id
            + self.generation.to_bytes(8, "big")
            + self.schema.to_bytes(2, "big")
        )

    @classmethod
    def from_bytes(cls, content: bytes) -> "CircleHeader":
        """The header of a file. Errors: VaultFromNewerVersion, HeaderUnknown."""
        format_of(content, FAMILY, VERSION)
        if len(content) < HEADER_BYTES + CHECKSUM_BYTES:
            raise HeaderUnknown("circle file too short")
        return cls(
            content[4:20], int.from_bytes(content[20:28], "big"), int.from_bytes(content[28:30], "big")
        )


class CircleFormat:
    """How `Slots` learns the generation of a circle file."""

    def generation(self, content: bytes) -> int:
        """The generation. Errors: VaultFromNewerVersion, HeaderUnknown."""
        return CircleHeader.from_bytes(content).generation


async def seal_circle(crypto: Crypto, vault_key: bytes, header: CircleHeader, text: bytes) -> bytes:
    """The whole file."""
    front = header.to_bytes()
    sealed = await seal(crypto, vault_key, "vault", front, pad_blocks(text))
    return with_checksum(front + sealed)


async def open_circle(crypto: Crypto, vault_key: bytes, content: bytes) -> bytes:
    """The text of a whole file. Errors: KeyMissing when the key is another; VaultDamaged."""
    front, sealed = content[:HEADER_BYTES], content[HEADER_BYTES:-CHECKSUM_BYTES]
    try:
        return unpad_blocks(await open_sealed(crypto, vault_key, "vault", front, sealed))
    except (AuthenticationFailed, HeaderUnknown, InputRejected) as problem:
        raise VaultDamaged(problem.code) from problem
