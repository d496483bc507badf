"""What becomes of a planner that comes out of a backup: the same person goes on, with a new device.

    base     stays: what a log has settled is settled, whoever holds it
    outbox   stays, with what was on its way, but each wish is older now than all said since: `LONG_AGO_MS`,
             so that where others wrote meanwhile, theirs wins; nothing knowingly replaced comes back
    who      the device of before said whose it was; the new device says the same of itself
    meta     only what the planner is; cursor, counters and whatever else belongs to the device of before go
    raw odd  empty: who joins the log again reads it from its beginning

So it pushes nothing under an old name, and asks to be invited again. Source: docs/spec/backup.md.
"""

from typing import Final

from services.planner.ids import who_record
from services.planner.merge import RecordKey
from services.vault.layout import BASE, META, OUTBOX, document_id, in_flight
from services.vault.storage import Document, Tables

LONG_AGO_MS: Final = 1_000_000_000_000
"""Units: ms since 1970; September 2001, before any planner and far enough from 0 for the wrongest clock."""

_WHO: Final = "who"


def brought_back(tables: Tables, old_device_hex: str, new_device_hex: str) -> Tables:
    """The tables as the new device keeps them; what was given is left as it is."""
    fresh: Tables = {name: {} for name in tables}
    fresh[META]["planner"] = tables[META]["planner"]
    fresh[BASE] = tables[BASE]
    fresh[OUTBOX] = {
        doc_id: {field: [kept[0], LONG_AGO_MS, *kept[2:]] for field, kept in document.items()}
        for doc_id, document in _waiting(tables).items()
        if not _is_own(doc_id, old_device_hex)
    }
    who = _who(tables, old_device_hex)
    if who:
        fresh[OUTBOX][_who_document(new_device_hex)] = who
    return fresh


def _waiting(tables: Tables) -> dict[str, Document]:
    """The outbox, over the wishes of an entry that was on its way: nobody knows whether it arrived."""
    waiting: dict[str, Document] = {
        doc_id: dict(document) for doc_id, document in in_flight(tables[META]).items()
    }
    for doc_id, document in tables[OUTBOX].items():
        waiting[doc_id] = {**waiting.get(doc_id, {}), **document}
    return waiting


def _is_own(doc_id: str, device_hex: str) -> bool:
    """Whether only that device may write this record: its name is in it."""
    return doc_id.split(" ")[0].split(":")[1:] == [device_hex]


def _who(tables: Tables, device_hex: str) -> Document:
    """What the device of before said of its person, settled or not, as wishes of the new one."""
    doc_id = _who_document(device_hex)
    said = {**tables[BASE].get(doc_id, {}), **_waiting(tables).get(doc_id, {})}
    return {field: [kept[0], LONG_AGO_MS] for field, kept in said.items()}


def _who_document(device_hex: str) -> str:
    return document_id(RecordKey(who_record(device_hex), _WHO))
