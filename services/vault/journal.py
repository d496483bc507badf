"""One planner on this device: what it holds, and the one way to change it.

A write is checked, joins the flush that comes next, and returns when that flush is on the disk. While one
flush is being written the writes that arrive gather for the next one; with nothing under way a write is
flushed at once. If the disk says no, every write of that flush raises and nothing has changed: `records`
only ever shows what is durable, and listeners only ever hear of it.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence

from services.planner import edit
from services.planner.edit import Change
from services.planner.errors import VaultLocked, VaultReadOnly
from services.planner.ids import FileId, RecordId
from services.planner.merge import RecordKey, overlay
from services.planner.record import Record
from services.planner.words import Role
from services.vault.circle_slots import CircleSlots
from services.vault.layout import (
    BASE,
    META,
    OUTBOX,
    document_id,
    put_wishes,
    record_key,
    records_of,
    registers,
    table,
    wishes,
)
from services.vault.storage import Document, Tables, VaultStorage, VaultTables

Listener = Callable[[frozenset[RecordId]], None]


class _Batch:
    """The writes that one flush carries."""

    def __init__(self) -> None:
        self.writes: list[tuple[Sequence[Change], int]] = []
        self.flush: asyncio.Task[None] | None = None


class Journal:
    """A planner's records over its circle file. Privacy: plain text, in memory, until it is closed."""

    def __init__(
        self, slots: CircleSlots, tables: Tables, now_ms: Callable[[], int], is_read_only: bool
    ) -> None:
        planner = tables[META]["planner"]
        self.file_id: FileId = slots.file_id
        self.kind: str = planner["kind"]
        self.role = Role(planner["role"])
        self.made_ms: int = planner["made_ms"]
        self.planner_id: str = planner.get("id", self.file_id)
        self.is_read_only = is_read_only
        self._slots = slots
        self._tables = VaultTables(tables)
        self._now_ms = now_ms
        self._records = records_of(_storage(self._tables).tables)
        self._types = _types(self._tables)
        self._listeners: list[Listener] = []
        self._next: _Batch | None = None
        self._one_flush = asyncio.Lock()
        self._flushes: set[asyncio.Task[None]] = set()
        self._is_closed = False

    @property
    def records(self) -> Mapping[RecordId, Record]:
        """Every record as a person sees it: what was merged, with their own changes on top."""
        if self._is_closed:
            raise VaultLocked
        return self._records

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls back with the records that changed, once they are durable. Gives what stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    async def write(self, changes: Sequence[Change]) -> None:
        """Makes changes durable, all or none.

        Errors: InputRejected, VaultLocked, VaultReadOnly, StorageFull, StorageUnavailable; after each of
        them nothing has changed.
        """
        if self._is_closed:
            raise VaultLocked
        if self.is_read_only:
            raise VaultReadOnly
        for change in changes:
            edit.check(change)
        if not changes:
            return
        if self._next is None:
            self._next = _Batch()
            self._begin(self._next)
        batch = self._next
        batch.writes.append((tuple(changes), self._now_ms()))
        assert batch.flush is not None
        await asyncio.shield(batch.flush)  # a screen that goes away must not stop what it began

    async def settled(self) -> None:
        """Returns when nothing is on its way to the disk; what went wrong there was told to who asked."""
        while self._flushes:
            await asyncio.wait(self._flushes)

    async def settled_tables(self) -> Tables:
        """What is durable, for a copy of the whole; with the planner's id, as a copy lies in another file."""
        await self.settled()
        if self._is_closed:
            raise VaultLocked
        tables = _storage(self._tables).read()
        planner = tables[META]["planner"] | {"id": self.planner_id}
        return tables | {META: tables[META] | {"planner": planner}}

    async def save_as_it_is(self) -> None:
        """Writes a generation although nothing was asked for: a new planner's first."""
        async with self._one_flush:
            await self._slots.write(_storage(self._tables).text())

    async def delete(self) -> None:
        """Deletes its files; only the vault does, when nobody writes any more. Errors: StorageUnavailable."""
        await self._slots.delete()

    def close(self) -> None:
        """Forgets the plain text. A flush that is under way still ends."""
        self._is_closed = True
        self._records = {}
        self._listeners.clear()
        if not self._flushes:
            self._tables = VaultTables({})

    def _begin(self, batch: _Batch) -> None:
        batch.flush = asyncio.create_task(self._flush(batch))
        self._flushes.add(batch.flush)
        batch.flush.add_done_callback(self._end)

    def _end(self, flush: asyncio.Task[None]) -> None:
        self._flushes.discard(flush)
        if self._is_closed and not self._flushes:
            self._tables = VaultTables({})

    async def _flush(self, batch: _Batch) -> None:
        async with self._one_flush:
            self._next = None
            storage = _storage(self._tables)
            before = storage.tables
            is_durable = False
            try:
                touched = self._apply(batch)
                await self._slots.write(storage.text())
                is_durable = True
            finally:
                if not is_durable:
                    storage.tables = before
            if not self._is_closed:
                records = frozenset(key.record for key in touched)
                self._types |= {key.type for key in touched}
                self._records = {**self._records, **_records_of(self._tables, records, self._types)}
                self._tell(records)

    def _apply(self, batch: _Batch) -> frozenset[RecordKey]:
        older = self._slots.older_schema
        if older is not None:
            kept: Document = {**table(self._tables, META).rows().get("kept", {}), f"v{older}": self._now_ms()}
            table(self._tables, META).put({"kept": kept})
        touched: frozenset[RecordKey] = frozenset()
        for changes, wall_ms in batch.writes:
            touched |= put_wishes(self._tables, changes, wall_ms)
        return touched

    def _tell(self, touched: frozenset[RecordId]) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(touched)
            except Exception as problem:  # noqa: BLE001  # what is durable stays so, whatever a listener does
                asyncio.get_running_loop().call_exception_handler(
                    {"message": "a listener of the journal raised", "exception": problem}
                )


def _storage(tables: VaultTables) -> VaultStorage:
    storage = tables.storage
    assert isinstance(storage, VaultStorage)
    return storage


def _records_of(
    tables: VaultTables, touched: frozenset[RecordId], types: Iterable[str]
) -> dict[RecordId, Record]:
    base, outbox = table(tables, BASE).rows(), table(tables, OUTBOX).rows()
    ids = [document_id(RecordKey(record, kind)) for record in touched for kind in types]
    settled = {doc_id: base[doc_id] for doc_id in ids if doc_id in base}
    wished = (wish for doc_id in ids if doc_id in outbox for wish in wishes(doc_id, outbox[doc_id]))
    return overlay(registers(settled), wished)


def _types(tables: VaultTables) -> set[str]:
    return {record_key(doc_id).type for name in (BASE, OUTBOX) for doc_id in table(tables, name).rows()}
