"""How a circle goes, as numbers that adults are shown. Privacy: counts, times and codes only."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.sync.circle_kept import Standing
from services.sync.circle_store import CircleStore


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


def health_of(store: CircleStore, synced_ms: int, problem: str, *, is_read_only: bool) -> Health:
    """How a circle goes, from what is kept of it."""
    kept, tables = store.kept, store.journal.kept()
    flying = kept.inflight.wishes if kept.inflight else {}
    return Health(
        standing=kept.place.standing,
        synced_ms=synced_ms,
        waiting=sum(len(document) for rows in (flying, tables.outbox) for document in rows.values()),
        odd=len(tables.odd),
        dropped=kept.health.dropped,
        alarms=kept.health.alarms,
        problem=problem,
        is_read_only=is_read_only,
    )
