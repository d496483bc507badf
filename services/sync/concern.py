"""What an adult may want to know of how sharing goes: one word for each thing, the gravest first."""

from enum import StrEnum
from typing import Final


class Concern(StrEnum):
    """One thing. Those of `Alarm` bear its names."""

    REMOVED = "removed"
    ERASED = "erased"
    EXPIRED = "expired"
    CLONED = "cloned"
    LEFT = "left"
    NO_KEYS = "no_keys"
    UPDATE = "update"
    QUOTA = "quota"
    CLOCK = "clock"
    UNKNOWN_HERE = "unknown_here"
    REFUSED = "refused"
    FORK = "fork"
    WITHHELD = "withheld"
    TAMPERED = "tampered"
    KEYS = "keys"
    GAP = "gap"
    BEGINNING = "beginning"
    SNAPSHOT = "snapshot"
    REMOVAL = "removal"
    ERASURE = "erasure"
    PROMISE = "promise"
    ODD = "odd"
    HAS_LEFT = "has_left"
    QUIET = "quiet"
    DROPPED = "dropped"
    BUSY = "busy"
    OFFLINE = "offline"


CALM: Final = frozenset({Concern.LEFT, Concern.DROPPED, Concern.BUSY, Concern.OFFLINE, Concern.QUIET})
"""What is only said to whoever asks; everything else needs an adult."""
