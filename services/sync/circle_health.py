"""How a circle goes, as numbers that adults are shown. Privacy: counts, times and codes only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from services.planner.access import RULES_VERSION
from services.sync.circle_kept import CircleKept, Standing
from services.vault.settling import Kept

NO_KEYS: Final = "no-keys"
"""The problem of a circle whose keys this device does not have."""


@dataclass(frozen=True, slots=True)
class Health:
    """One circle. Units: `synced_ms` by this device's clock, 0 for never.

    Shape: `waiting` wishes that no other device has; `odd` entries set aside; `dropped` edits that no rule
    allows; `alarms` by name; `problem` is what the endpoint said last, empty when all went well.
    """

    standing: Standing
    synced_ms: int
    waiting: int
    odd: int
    dropped: int
    alarms: Mapping[str, int]
    problem: str
    is_read_only: bool

    @property
    def is_amber(self) -> bool:
        """Whether an adult should look."""
        return bool(self.odd or self.alarms or self.problem or self.standing is not Standing.LIVE)


def health_of(kept: CircleKept, tables: Kept, synced_ms: int, problem: str) -> Health:
    """How a circle goes, from what is kept of it and of its planner."""
    flying = kept.inflight.wishes if kept.inflight else {}
    return Health(
        standing=kept.place.standing,
        synced_ms=synced_ms,
        waiting=sum(len(document) for rows in (flying, tables.outbox) for document in rows.values()),
        odd=len(tables.odd),
        dropped=kept.health.dropped,
        alarms=kept.health.alarms,
        problem=problem,
        is_read_only=kept.log is not None and kept.log.chain.roster.rules > RULES_VERSION,
    )
