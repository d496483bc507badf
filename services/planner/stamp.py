"""Stamp: when an edit was made and by which device, as one text that sorts.

    characters  0 to 11   milliseconds since 1970 UTC   48 bit, lower-case hex
    characters 12 to 15   counter                       16 bit
    characters 16 to 23   first 4 bytes of the device id

The greater stamp wins a field. A full counter carries into the milliseconds, so `next_after` is always
greater than its floor. A stamp is provisional until it is pushed. docs/spec/edits.md tells the rest.
"""

import re
from typing import NamedTuple, NewType

from services.planner.errors import InputRejected

Stamp = NewType("Stamp", str)

GREATEST_MS = 2**48 - 1
GREATEST_COUNTER = 2**16 - 1
DEVICE_CHARACTERS = 8

_SHAPE = re.compile(r"[0-9a-f]{24}", re.ASCII)
_DEVICE = re.compile(r"[0-9a-f]{8}", re.ASCII)


class StampParts(NamedTuple):
    """A stamp taken apart. Units: `ms` since 1970 UTC. Shape: `device` is 8 hex characters."""

    ms: int
    counter: int
    device: str


def make(ms: int, counter: int, device_hex: str) -> Stamp:
    """The stamp of these parts; of a longer device id the first 4 bytes. Errors: InputRejected("stamp")."""
    device = device_hex[:DEVICE_CHARACTERS]
    if not (0 <= ms <= GREATEST_MS and 0 <= counter <= GREATEST_COUNTER and _DEVICE.fullmatch(device)):
        raise InputRejected("stamp", "out of range")
    return Stamp(f"{ms:012x}{counter:04x}{device}")


def parse(text: str) -> StampParts:
    """The parts of a stamp. Errors: InputRejected("stamp") unless it is exactly 24 hex characters."""
    if not _SHAPE.fullmatch(text):
        raise InputRejected("stamp", "not 24 hex characters")
    return StampParts(int(text[:12], 16), int(text[12:16], 16), text[16:])


def next_after(ms: int, floor: Stamp | None, device_hex: str) -> Stamp:
    """The stamp of an edit made at `ms` that must come after `floor`, the greatest stamp it has seen."""
    stamp = make(ms, 0, device_hex)
    if floor is None or stamp > floor:
        return stamp
    at_least = parse(floor)
    if at_least.counter < GREATEST_COUNTER:
        return make(at_least.ms, at_least.counter + 1, device_hex)
    return make(at_least.ms + 1, 0, device_hex)
