"""How every vault file ends: with the SHA-256 of all before it.

A wrong checksum means damaged bytes, known before any key is touched; a right one with a wrong key
commitment means a wrong PIN or key. So the two are never confused.
"""

import hashlib
from typing import Final

CHECKSUM_BYTES: Final = 32


def with_checksum(body: bytes) -> bytes:
    """The body with its checksum behind it."""
    return body + hashlib.sha256(body).digest()


def is_whole(content: bytes) -> bool:
    """Whether the bytes are those that were written."""
    if len(content) <= CHECKSUM_BYTES:
        return False
    view = memoryview(content)
    return hashlib.sha256(view[:-CHECKSUM_BYTES]).digest() == view[-CHECKSUM_BYTES:]
