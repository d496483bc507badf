"""Hides how long a text is before it is sealed: `u32 length ‖ text ‖ zeros`.

    entries      total = PADMÉ(max(256, 4 + length)): at most 12 % longer, leaks O(log log length)
    vault files  total = the next multiple of 4 KiB

Only zeros, and only as many as the rule gives, are accepted back: one text has one padded form.
Source: PADMÉ, Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019.
"""

from collections.abc import Callable
from typing import Final

from services.planner.errors import InputRejected

BLOCK_BYTES: Final = 4096
SMALLEST_ENTRY_BYTES: Final = 256
_LENGTH_BYTES: Final = 4


def padme(length: int) -> int:
    """The padded length PADMÉ gives to `length`."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    cleared_bits = exponent - exponent.bit_length()
    mask = (1 << cleared_bits) - 1
    return (length + mask) & ~mask


def pad_entry(text: bytes) -> bytes:
    """Padded for a log."""
    return _pad(text, _entry_bytes)


def unpad_entry(padded: bytes) -> bytes:
    """The text of `pad_entry`. Errors: InputRejected."""
    return _unpad(padded, _entry_bytes)


def pad_blocks(text: bytes) -> bytes:
    """Padded for a vault file."""
    return _pad(text, _block_bytes)


def unpad_blocks(padded: bytes) -> bytes:
    """The text of `pad_blocks`. Errors: InputRejected."""
    return _unpad(padded, _block_bytes)


def _entry_bytes(length: int) -> int:
    return padme(max(SMALLEST_ENTRY_BYTES, length))


def _block_bytes(length: int) -> int:
    return -(-length // BLOCK_BYTES) * BLOCK_BYTES


def _pad(text: bytes, total_for: Callable[[int], int]) -> bytes:
    assert len(text) < 1 << 32
    framed = len(text).to_bytes(_LENGTH_BYTES, "big") + text
    return framed.ljust(total_for(len(framed)), b"\0")


def _unpad(padded: bytes, total_for: Callable[[int], int]) -> bytes:
    end = _LENGTH_BYTES + int.from_bytes(padded[:_LENGTH_BYTES], "big")
    is_ours = len(padded) == total_for(end) and not padded[end:].strip(b"\0")
    if len(padded) < _LENGTH_BYTES or not is_ours:
        raise InputRejected("padding")
    return padded[_LENGTH_BYTES:end]
