"""From how a circle goes to what an adult may want to know.

Nothing here is for pupils. Privacy: counts, times and codes only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from services.planner.errors import (
    EndpointBusy,
    EndpointError,
    EndpointRefused,
    EndpointUnreachable,
    ProtocolMismatch,
)
from services.planner.reason import DAY_MS, SYNC_QUIET_DAYS
from services.sync.alarm import Alarm
from services.sync.circle_health import NO_KEYS, Health
from services.sync.circle_kept import Standing
from services.sync.concern import CALM, Concern
from services.sync.problem import Problem

_BY_PROBLEM: Final[Mapping[str, Concern]] = {
    "": Concern.REFUSED,
    NO_KEYS: Concern.NO_KEYS,
    Problem.QUOTA: Concern.QUOTA,
    Problem.VERSION: Concern.UPDATE,
    Problem.CLOCK_SKEW: Concern.CLOCK,
    Problem.RATE: Concern.BUSY,
    Problem.UNKNOWN_CIRCLE: Concern.UNKNOWN_HERE,
    "gap": Concern.GAP,
}
_BY_ERROR: Final[Mapping[str, Concern]] = {
    EndpointUnreachable.code: Concern.OFFLINE,
    EndpointBusy.code: Concern.BUSY,
    ProtocolMismatch.code: Concern.UPDATE,
    EndpointRefused.code: Concern.REFUSED,
    EndpointError.code: Concern.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to judge from. Shape: `last_error` is a code. Units: this device's clock.

    `has_leavers`: somebody has left and waits to be taken off the list that this device keeps.
    """

    health: Health
    synced_ms: int | None
    now_ms: int
    last_error: str = ""
    has_leavers: bool = False


def concerns_of(seen: Seen) -> tuple[Concern, ...]:
    """Each once."""
    found = frozenset(_found(seen))
    return tuple(one for one in Concern if one in found)


def needs_adult(seen: Seen) -> bool:
    """Whether somebody should look without having asked."""
    return bool(frozenset(_found(seen)) - CALM)


def _found(seen: Seen) -> Iterator[Concern]:
    health = seen.health
    if health.standing is not Standing.LIVE:
        yield Concern(health.standing.value)
        return
    if health.is_read_only:
        yield Concern.UPDATE
    if health.problem and health.problem not in set(Standing):
        yield _BY_PROBLEM.get(health.problem, Concern.REFUSED)
    if seen.last_error in _BY_ERROR:
        yield _BY_ERROR[seen.last_error]
    yield from (Concern(name) for name, count in health.alarms.items() if count and name in set(Alarm))
    if health.odd:
        yield Concern.ODD
    if health.dropped:
        yield Concern.DROPPED
    if seen.has_leavers:
        yield Concern.HAS_LEFT
    if seen.synced_ms is not None and seen.now_ms - seen.synced_ms > SYNC_QUIET_DAYS * DAY_MS:
        yield Concern.QUIET
