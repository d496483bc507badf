"""One planner on this device: what it holds, and the one way to change it.

A write is checked, joins the flush that comes next, and returns when that flush is on the disk. While one
flush is being written the writes that arrive gather for the next one; with nothing under way a write is
flushed at once. If the disk says no, every write of that flush raises and nothing has changed: `records`
only ever shows what is durable, and listeners only ever hear of it. Sync changes what it keeps here in the
same way, by `settle`: see `settling`.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence

from services.planner import edit
from services.planner.edit import Change
from services.planner.errors import VaultLocked, VaultReadOnly
from services.planner.ids import FileId, RecordId
from services.planner.merge import RecordKey
from services.planner.record import Record
from services.planner.words import Role
from services.vault.circle_slots import CircleSlots
from services.vault.layout import (
    BASE,
    META,
    OUTBOX,
    RAW,
    document_id,
    in_flight,
    put_wishes,
    record_key,
    records_of,
    seen_over,
    table,
)
from services.vault.raw_chunk import NumberedEntry
from services.vault.raw_log import NO_CHUNKS
from services.vault.settling import Kept, Rows, Step, kept_in, put_replacement
from services.vault.storage import Document, Tables, VaultStorage, VaultTables

Listener = Callable[[frozenset[RecordId]], None]


class _Batch:
    """The writes that one flush carries, in their order: changes with their wall clock, or a step."""

    def __init__(self) -> None:
        self.writes: list[tuple[Sequence[Change], int] | Step] = []
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
        self._may_write()
        for change in changes:
            edit.check(change)
        if changes:
            await self._join((tuple(changes), self._now_ms()))

    async def settle(self, step: Step) -> None:
        """Makes what sync replaces durable, all or nothing. Errors: as `write`."""
        self._may_write()
        await self._join(step)

    def kept(self) -> Kept:
        """What sync keeps here, and the outbox, as they are now. Errors: VaultLocked."""
        if self._is_closed:
            raise VaultLocked
        return kept_in(self._tables)

    async def raw(self) -> tuple[NumberedEntry, ...]:
        """The entries of the log that are kept as they came. Errors: VaultLocked, VaultDamaged."""
        async with self._one_flush:
            if self._is_closed:
                raise VaultLocked
            return await self._slots.raw_log.read(self._chunks())

    async def _join(self, write: tuple[Sequence[Change], int] | Step) -> None:
        if self._next is None:
            self._next = _Batch()
            self._begin(self._next)
        batch = self._next
        batch.writes.append(write)
        assert batch.flush is not None
        await asyncio.shield(batch.flush)  # a screen that goes away must not stop what it began

    def _may_write(self) -> None:
        if self._is_closed:
            raise VaultLocked
        if self.is_read_only:
            raise VaultReadOnly

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
                wished, settled, has_new_chunks = await self._apply(batch)
                await self._slots.write(storage.text())
                is_durable = True
            finally:
                if not is_durable:
                    storage.tables = before
            if has_new_chunks:
                await self._slots.raw_log.tidy(self._chunks())
            if not self._is_closed:
                self._show(wished, settled)

    def _show(self, wished: frozenset[RecordKey], settled: frozenset[RecordKey]) -> None:
        """Of what sync settled only that is told of which looks otherwise than before."""
        keys = wished | settled
        records = frozenset(key.record for key in keys)
        self._types |= {key.type for key in keys}
        fresh = _records_of(self._tables, records, self._types)
        before, after = self._records, {**self._records, **fresh}
        for record in records - fresh.keys():
            after.pop(record, None)
        changed = {record for record in records if before.get(record) != after.get(record)}
        self._records = after
        told = frozenset(changed | {key.record for key in wished})
        if told:
            self._tell(told)

    async def _apply(self, batch: _Batch) -> tuple[frozenset[RecordKey], frozenset[RecordKey], bool]:
        older = self._slots.older_schema
        if older is not None:
            kept: Document = {**table(self._tables, META).rows().get("kept", {}), f"v{older}": self._now_ms()}
            table(self._tables, META).put({"kept": kept})
        wished: frozenset[RecordKey] = frozenset()
        settled: frozenset[RecordKey] = frozenset()
        has_new_chunks = False
        for write in batch.writes:
            if isinstance(write, tuple):
                wished |= put_wishes(self._tables, *write)
                continue
            replaced = write(kept_in(self._tables))
            settled |= put_replacement(self._tables, replaced)
            if replaced.raw or replaced.is_whole:
                has_new_chunks |= replaced.is_whole
                await self._keep_raw(replaced.raw, is_whole=replaced.is_whole)
        return wished, settled, has_new_chunks

    async def _keep_raw(self, entries: tuple[NumberedEntry, ...], *, is_whole: bool) -> None:
        planned = await self._slots.raw_log.planned(self._chunks(), entries, is_whole=is_whole)
        await self._slots.raw_log.write(planned)
        table(self._tables, RAW).put({"chunks": planned.chunks})

    def _chunks(self) -> Document:
        return table(self._tables, RAW).rows().get("chunks", NO_CHUNKS)

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
    rows = _seen(tables)
    ids = [document_id(RecordKey(record, kind)) for record in touched for kind in types]
    return seen_over(*({doc_id: part[doc_id] for doc_id in ids if doc_id in part} for part in rows))


def _types(tables: VaultTables) -> set[str]:
    return {record_key(doc_id).type for part in _seen(tables) for doc_id in part}


def _seen(tables: VaultTables) -> tuple[Rows, Rows, Rows]:
    meta = table(tables, META).rows()
    return table(tables, BASE).rows(), in_flight(meta), table(tables, OUTBOX).rows()
