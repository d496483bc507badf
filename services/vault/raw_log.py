"""The entries of a planner's log as they came, in chunks beside its circle file.

    chunks   {"first": k, "last": k, "bytes": how many of the last chunk count}       in the table `raw`
             {…, "lost": true} when a chunk was damaged, until all are replaced

Only the last chunk is ever rewritten, and only when entries come; a tick touches none. A chunk is written
before the circle file that tells of it, and only ever grows, so whatever moment the power goes the circle
file finds all that it counts. Replacing everything begins a new chunk; the old ones go when it is durable.
"""

import logging
from typing import Final, NamedTuple

from services.crypto.port import Crypto
from services.planner.errors import FirstbellError, VaultDamaged
from services.planner.ids import FileId
from services.vault.ports import Store
from services.vault.raw_chunk import NumberedEntry, from_records, open_chunk, seal_chunk, to_records
from services.vault.storage import Document

CHUNK_BYTES: Final = 256 * 1024
NO_CHUNKS: Final[Document] = {"first": 0, "last": -1, "bytes": 0}
_log = logging.getLogger(__name__)


class Planned(NamedTuple):
    """What will be written, and what the circle file will say of it."""

    chunks: Document
    files: tuple[tuple[int, bytes], ...]


class RawLog:
    """The chunks of one planner. Privacy: entries are sealed under their circle's keys as well."""

    def __init__(self, store: Store, crypto: Crypto, vault_key: bytes, file_id: FileId) -> None:
        self._store = store
        self._crypto = crypto
        self._vault_key = vault_key
        self._file_id = file_id

    async def read(self, chunks: Document) -> tuple[NumberedEntry, ...]:
        """Every entry that counts, in order. Errors: VaultDamaged when a chunk is not what was written."""
        if chunks.get("lost"):
            raise VaultDamaged("raw chunk lost")
        records = [await self._records(number, chunks) for number in _numbers(chunks)]
        return tuple(entry for part in records for entry in from_records(part))

    async def planned(
        self, chunks: Document, entries: tuple[NumberedEntry, ...], *, is_whole: bool
    ) -> Planned:
        """What adding these, or putting them in place of all, comes to. Errors: StorageUnavailable."""
        number = chunks["last"] + 1 if is_whole or chunks["last"] < 0 else chunks["last"]
        first = number if is_whole else chunks["first"]
        records = b""
        if number == chunks["last"]:
            try:
                records = await self._records(number, chunks)
            except VaultDamaged:
                _log.warning("raw chunk damaged; entries will be read again")
                planned = await self.planned(chunks, entries, is_whole=True)
                return Planned({**planned.chunks, "lost": True}, planned.files)
        files: list[tuple[int, bytes]] = []
        for entry in entries:
            record = to_records([entry])
            if records and len(records) + len(record) > CHUNK_BYTES:
                files.append((number, records))
                number, records = number + 1, b""
            records += record
        files.append((number, records))
        lost: Document = {"lost": True} if chunks.get("lost") and not is_whole else {}
        return Planned({"first": first, "last": number, "bytes": len(records)} | lost, tuple(files))

    async def write(self, planned: Planned) -> None:
        """Makes chunks durable. Errors: StorageFull, StorageUnavailable; what counts is still there."""
        file_id = bytes.fromhex(self._file_id)
        for number, records in planned.files:
            content = await seal_chunk(self._crypto, self._vault_key, file_id, number, records)
            await self._store.write(self._name(number), content)

    async def tidy(self, chunks: Document) -> None:
        """Deletes the chunks that no longer count; what the disk keeps is left for the next time."""
        counted = {self._name(number) for number in _numbers(chunks)}
        try:
            for name in await self._store.names():
                if name.startswith(f"{self._file_id}.r") and name not in counted:
                    await self._store.delete(name)
        except FirstbellError as problem:
            _log.warning("raw chunk not deleted code=%s", problem.code)

    async def delete(self) -> None:
        """Forgets every chunk. Errors: StorageUnavailable."""
        for name in await self._store.names():
            if name.startswith(f"{self._file_id}.r"):
                await self._store.delete(name)

    async def _records(self, number: int, chunks: Document) -> bytes:
        content = await self._store.read(self._name(number))
        file_id = bytes.fromhex(self._file_id)
        records = await open_chunk(self._crypto, self._vault_key, file_id, number, content)
        if number < chunks["last"]:
            return records
        if len(records) < chunks["bytes"]:
            raise VaultDamaged("raw chunk too short")
        return records[: chunks["bytes"]]

    def _name(self, number: int) -> str:
        return f"{self._file_id}.r{number}"


def _numbers(chunks: Document) -> range:
    return range(chunks["first"], chunks["last"] + 1)
