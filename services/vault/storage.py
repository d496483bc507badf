"""TinyDB over tables in memory, with the text of what did not change kept from the last time.

TinyDB's calls are synchronous, sealing and writing are not; so `VaultStorage` only holds the tables, and
the journal seals `text()` and writes it. A document is a value: it is replaced, never changed in place.
That is what makes it safe to keep its text, and to go back to `tables` of before when a disk says no.

    {"base": {...}, "meta": {...}, "odd": {...}, "outbox": {...}, "raw": {...}}      see docs/spec/vault.md
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from services.planner import canonical

Document: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Document]]
_Row: TypeAlias = tuple[Document | None, bytes]
_NO_ROW: Final[_Row] = (None, b"")


class VaultStorage(Storage):
    """The tables of one circle file, and their canonical text. Privacy: plain text, in memory only."""

    def __init__(self, tables: Tables) -> None:
        super().__init__()
        self.tables = tables
        self._text_by_table: dict[str, _TableText] = {}

    def read(self) -> Tables:
        """The tables as they are."""
        return dict(self.tables)

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Takes new tables; they reach the disk with the next `text()` that is written."""
        before = self.tables
        self.tables = {
            name: before[name] if before.get(name) is table else dict(table) for name, table in data.items()
        }

    def text(self) -> bytes:
        """The canonical JSON of all tables."""
        parts: list[bytes] = []
        for name in sorted(self.tables):
            kept = self._text_by_table.setdefault(name, _TableText())
            opening = b',"' if parts else b'{"'
            parts += (opening, name.encode("ascii"), b'":{', kept.of(self.tables[name]), b"}")
        parts.append(b"}" if parts else b"{}")
        return b"".join(parts)


class _TableText:
    """The text of one table, row by row. What is the same object as before has the same text."""

    def __init__(self) -> None:
        self._table: Mapping[str, Document] = {}
        self._text = b""
        self._ids: list[str] = []
        self._rows: list[_Row] = []

    def of(self, table: Mapping[str, Document]) -> bytes:
        """The members of the table's JSON object."""
        if table is not self._table:
            ids, rows = sorted(table), self._rows
            if ids != self._ids:
                row_by_id = dict(zip(self._ids, self._rows, strict=True))
                rows = [row_by_id.get(doc_id, _NO_ROW) for doc_id in ids]
            pairs = zip(ids, rows, strict=True)
            self._rows = [
                row if row[0] is table[doc_id] else _row(doc_id, table[doc_id]) for doc_id, row in pairs
            ]
            self._table, self._ids = table, ids
            self._text = b",".join([text for _, text in self._rows])
        return self._text


def _row(doc_id: str, document: Document) -> _Row:
    return document, canonical.encode(doc_id) + b":" + canonical.encode(document)


class RecordTable(Table):
    """A TinyDB table whose documents are found by our own text ids."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB allows any class; its hints say int

    def put(self, document_by_id: Mapping[str, Document]) -> None:
        """Puts whole documents in place of others, or adds them."""
        tables = self._storage.read() or {}
        self._storage.write({**tables, self.name: {**tables.get(self.name, {}), **document_by_id}})
        self.clear_cache()

    def replace(self, changes: Mapping[str, Document | None]) -> None:
        """Puts documents in place of others; None takes one away."""
        tables = self._storage.read() or {}
        after = {**tables.get(self.name, {}), **changes}
        kept = {doc_id: document for doc_id, document in after.items() if document is not None}
        self._storage.write({**tables, self.name: kept})
        self.clear_cache()

    def rows(self) -> Mapping[str, Document]:
        """Every document by its id."""
        return self._read_table()  # type: ignore[return-value]  # TinyDB's hints promise only a Mapping

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        """As TinyDB does it, on copies: its own `update` changes documents in place."""
        tables = self._storage.read() or {}
        table = {doc_id: dict(document) for doc_id, document in tables.get(self.name, {}).items()}
        updater(table)
        self._storage.write({**tables, self.name: table})
        self.clear_cache()


class VaultTables(TinyDB):
    """A TinyDB over a `VaultStorage`."""

    table_class = RecordTable

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables, storage=VaultStorage)
