"""What stands in the tables of a circle file, schema version 1.

    | table    | document id         | document                                                     |
    |----------|---------------------|--------------------------------------------------------------|
    | `base`   | `<record> <type>`   | {field: [value, stamp]}: what the log has settled            |
    | `outbox` | `<record> <type>`   | {field: [value, wall ms] or [value, wall ms, seen]}          |
    | `meta`   | `planner`           | {"kind", "role", "made_ms"}, and "id" where it is not the    |
    |          |                     | file's: it was joined, or came out of a backup               |
    |          | `kept`              | {"v<old>": ms when the .bak of that version was made}        |
    |          | `inflight`          | {"entry", "wishes": documents as in `outbox`}                |
    |          | others              | the circle, once there is one: services/sync/circle_kept.py  |
    | `raw`    | `chunks`            | which chunks hold the entries of its log: raw_log.py         |
    | `odd`    | seq                 | {"why"}: entries set aside                                   |

One document a record, not one a field: TinyDB copies a table on each change, so fewer documents are
quicker, and a tick replaces one document of a day. One field has one wish: a later one takes its place
and keeps the greater `seen`.
"""

from collections.abc import Iterable, Mapping
from typing import Final, cast

from services.planner.canonical import Value
from services.planner.edit import Change, Wish
from services.planner.ids import RecordId
from services.planner.merge import RecordKey, Register, Registers, overlay
from services.planner.record import Record
from services.planner.stamp import Stamp
from services.planner.words import Role
from services.vault.storage import Document, RecordTable, Tables, VaultTables

BASE: Final = "base"
OUTBOX: Final = "outbox"
META: Final = "meta"
ODD: Final = "odd"
RAW: Final = "raw"
TABLES: Final = (BASE, META, ODD, OUTBOX, RAW)
INFLIGHT: Final = "inflight"


def new_tables(kind: str, role: Role, made_ms: int, planner_id: str = "") -> Tables:
    """The tables of a planner that has just been made here; `planner_id` where others made it before."""
    tables: Tables = {name: {} for name in TABLES}
    tables[META]["planner"] = {"kind": kind, "role": role.value, "made_ms": made_ms}
    if planner_id:
        tables[META]["planner"]["id"] = planner_id
    return tables


def document_id(key: RecordKey) -> str:
    """Where a record stands in `base` and `outbox`."""
    return f"{key.record} {key.type}"


def record_key(doc_id: str) -> RecordKey:
    """The record that a document belongs to; neither part may hold a space."""
    record, _, kind = doc_id.partition(" ")
    return RecordKey(RecordId(record), kind)


def table(tables: VaultTables, name: str) -> RecordTable:
    """One of the tables."""
    return cast(RecordTable, tables.table(name))


def put_wishes(tables: VaultTables, changes: Iterable[Change], wall_ms: int) -> frozenset[RecordKey]:
    """Puts changes into the outbox. Gives the records they touch."""
    base, outbox = table(tables, BASE).rows(), table(tables, OUTBOX)
    rows = outbox.rows()
    changed: dict[str, Document] = {}
    for change in changes:
        doc_id = document_id(RecordKey(change.record, change.type))
        document = changed.setdefault(doc_id, dict(rows.get(doc_id, {})))
        before = document.get(change.field)
        settled = base.get(doc_id, {}).get(change.field)
        seen = max(before[2] if before and len(before) > 2 else "", settled[1] if settled else "")
        document[change.field] = [change.value, wall_ms, seen] if seen else [change.value, wall_ms]
    outbox.put(changed)
    return frozenset(record_key(doc_id) for doc_id in changed)


def wishes(doc_id: str, document: Mapping[str, list[Value]]) -> Iterable[Wish]:
    """The wishes of one document of the outbox."""
    key = record_key(doc_id)
    for field, kept in document.items():
        seen = Stamp(cast(str, kept[2])) if len(kept) > 2 else None
        yield Wish(key.record, key.type, field, kept[0], cast(int, kept[1]), seen)


def in_flight(meta: Mapping[str, Document]) -> Mapping[str, Document]:
    """The wishes that an entry on its way carries, as documents of the outbox."""
    flying: Mapping[str, Document] = meta.get(INFLIGHT, {}).get("wishes", {})
    return flying


def records_of(tables: Mapping[str, Mapping[str, Document]]) -> dict[RecordId, Record]:
    """Every record as a person sees it: what was merged, with their own wishes on top."""
    return seen_over(tables[BASE], in_flight(tables[META]), tables[OUTBOX])


def seen_over(
    base: Mapping[str, Document], flying: Mapping[str, Document], outbox: Mapping[str, Document]
) -> dict[RecordId, Record]:
    """The records of these documents: merged, then what is on its way, then what waits."""
    waiting = (*flying.items(), *outbox.items())
    return overlay(
        registers(base), (wish for doc_id, document in waiting for wish in wishes(doc_id, document))
    )


def registers(rows: Mapping[str, Mapping[str, list[Value]]]) -> Registers:
    """The merged registers of documents of `base`."""
    return {
        record_key(doc_id): {
            field: Register(kept[0], Stamp(cast(str, kept[1]))) for field, kept in document.items()
        }
        for doc_id, document in rows.items()
    }
