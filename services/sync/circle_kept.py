"""What a device keeps of a circle day by day: its place, its log, its own entries, how it goes.

`n` is the greatest number this device ever used here. `sent` are entries of its own that were refused, or
whose fate is unknown: what they carried is back in the outbox, and if one turns out to be in the log after
all, exactly its wishes leave. How it stands in the vault: `circle_documents`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from services.planner.access import RULES_VERSION
from services.sync.entry import Entry
from services.sync.log import LogState
from services.sync.roster_wish import RosterWish
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Rows

NEVER: Final = 0
READS: Final = RULES_VERSION
"""What this app understands of entries; raised with whatever lets it read more. Then logs are read anew."""


class Standing(StrEnum):
    """How this device stands to a circle. All but `live` are ends: nothing is asked for any more."""

    LIVE = "live"
    REMOVED = "removed"
    ERASED = "erased"
    EXPIRED = "expired"
    CLONED = "cloned"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Place:
    """Which circle, and where. Shape: `promised` is the hash of a roster that its log must hold.

    `day` and `by` are those of the order by which it was erased.
    """

    id: bytes
    url: str
    is_hosted: bool = True
    standing: Standing = Standing.LIVE
    promised: bytes = b""
    day: int = 0
    by: bytes = b""


@dataclass(frozen=True, slots=True)
class Sent:
    """An own entry that may still turn up. Privacy: its wishes are somebody's words."""

    n: int
    wishes: Rows = field(repr=False)


@dataclass(frozen=True, slots=True)
class Own:
    """What this device did here. `must_pull`: before it builds an entry again. `accepted`: the latest hashes.

    Shape: `devices` end the stamps of this device, and of those that it was before it got other keys.
    Units: `compacted_ms` is the circle's time at the latest snapshot; `NEVER` while the base holds more than
    the log and a snapshot has to say so.
    """

    n: int = 0
    sent: Mapping[bytes, Sent] = field(default_factory=dict)
    accepted: tuple[bytes, ...] = ()
    must_pull: bool = False
    compacted_ms: int = 0
    devices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inflight:
    """The entry that is on its way, as it was built, and the wishes in it."""

    entry: Entry
    wishes: Rows = field(repr=False)


@dataclass(frozen=True, slots=True)
class HealthKept:
    """What adults are told. Shape: `dropped` edits that no rule allows. Units: `synced_ms` local."""

    synced_ms: int = 0
    dropped: int = 0
    alarms: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CircleKept:
    """Everything of `meta` but what the planner is. `log` is None until the circle's first entry is read."""

    place: Place
    log: LogState | None = None
    rosters: tuple[NumberedEntry, ...] = ()
    own: Own = Own()
    inflight: Inflight | None = None
    wishes: tuple[RosterWish, ...] = ()
    gone: Mapping[str, str] = field(default_factory=dict)
    health: HealthKept = HealthKept()
    inc: str = ""
    reads: int = READS
