"""The one way by which sync reads and replaces what a planner keeps beside a person's own wishes.

Sync gives a `Step`, a pure function from what is kept to what takes its place. It runs inside a flush, after
the wishes that came before it, so a tick and a step never overwrite each other, and it is durable as a whole
or not at all. A step only says what it replaces; whatever it does not name stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from services.planner.merge import RecordKey
from services.vault.layout import BASE, META, ODD, OUTBOX, in_flight, record_key, table
from services.vault.raw_chunk import NumberedEntry
from services.vault.storage import Document, VaultTables

Rows: TypeAlias = Mapping[str, Document]
Changes: TypeAlias = Mapping[str, Document | None]
_NONE: Final[Changes] = {}


@dataclass(frozen=True, slots=True)
class Kept:
    """The documents of a planner, by table. Privacy: plain text."""

    base: Rows
    outbox: Rows
    meta: Rows
    odd: Rows


@dataclass(frozen=True, slots=True)
class Replacement:
    """Documents that take the place of others; None takes one away.

    Shape: `raw` are entries that follow those kept; with `is_whole`, `base`, `odd` and `raw` are all.
    """

    base: Changes = field(default_factory=dict)
    outbox: Changes = field(default_factory=dict)
    meta: Changes = field(default_factory=dict)
    odd: Changes = field(default_factory=dict)
    raw: tuple[NumberedEntry, ...] = ()
    is_whole: bool = False


Step: TypeAlias = Callable[[Kept], Replacement]


def kept_in(tables: VaultTables) -> Kept:
    """What is in the tables now; documents are values and never change."""
    return Kept(*(table(tables, name).rows() for name in (BASE, OUTBOX, META, ODD)))


def put_replacement(tables: VaultTables, replaced: Replacement) -> frozenset[RecordKey]:
    """Puts documents in place of others. Gives the records they touch."""
    before = kept_in(tables)
    flying = in_flight(before.meta)
    for name, changes in (
        (BASE, _whole(before.base, replaced.base) if replaced.is_whole else replaced.base),
        (OUTBOX, replaced.outbox),
        (META, replaced.meta),
        (ODD, _whole(before.odd, replaced.odd) if replaced.is_whole else replaced.odd),
    ):
        if changes:
            table(tables, name).replace(changes)
    after = kept_in(tables)
    landed = flying.keys() ^ in_flight(after.meta).keys()
    old_base = {doc_id for doc_id in before.base.keys() ^ after.base.keys()} if replaced.is_whole else set()
    return frozenset(map(record_key, {*replaced.base, *replaced.outbox, *landed, *flying, *old_base}))


def _whole(before: Rows, changes: Changes) -> Changes:
    return {**dict.fromkeys(before), **changes}
