"""One circle file in a store: opened once, then written generation after generation."""

import json
from typing import Final

from services.crypto.port import Crypto
from services.planner.errors import KeyMissing, VaultDamaged
from services.planner.ids import FileId
from services.vault.circle_file import CircleFormat, CircleHeader, open_circle, seal_circle
from services.vault.layout import META, TABLES
from services.vault.ports import Store
from services.vault.raw_log import RawLog
from services.vault.schema import KEPT_FOR_MS, Schema
from services.vault.slots import Slots
from services.vault.storage import Tables

_BACKUP: Final = ".bak"


class CircleSlots:
    """The two generations of one circle file, and the file of an older schema while it is kept."""

    def __init__(
        self, store: Store, crypto: Crypto, vault_key: bytes, file_id: FileId, schema: Schema
    ) -> None:
        self.file_id = file_id
        self._store = store
        self._crypto = crypto
        self._vault_key = vault_key
        self._schema = schema
        self._slots = Slots(store, file_id, CircleFormat())
        self.raw_log = RawLog(store, crypto, vault_key, file_id)
        self._generation = 0
        self._older: tuple[int, bytes] | None = None

    @property
    def older_schema(self) -> int | None:
        """The schema version on the disk, while it is not this app's."""
        return self._older[0] if self._older else None

    async def open(self) -> Tables:
        """The tables, migrated in memory. Errors: VaultDamaged, VaultFromNewerVersion."""
        found = await self._slots.read()
        if found is None:
            raise VaultDamaged("no circle file")
        header = CircleHeader.from_bytes(found.content)
        self._schema.check(header.schema)
        if header.file_id.hex() != self.file_id or header.schema < 1:
            raise VaultDamaged("circle file of another name")
        try:
            text = await open_circle(self._crypto, self._vault_key, found.content)
        except KeyMissing as problem:
            raise VaultDamaged("circle file under another key") from problem
        self._generation = header.generation
        tables = _tables_of(text)
        if header.schema < self._schema.version:
            self._older = (header.schema, found.content)
            tables = self._schema.migrated(tables, header.schema)
        return tables

    async def write(self, text: bytes) -> None:
        """Makes the next generation durable. Errors: StorageFull, StorageUnavailable; nothing changed."""
        if self._older:
            await self._store.write(f"{self.file_id}.v{self._older[0]}{_BACKUP}", self._older[1])
        generation = self._generation + 1
        header = CircleHeader(bytes.fromhex(self.file_id), generation, self._schema.version)
        content = await seal_circle(self._crypto, self._vault_key, header, text)
        await self._slots.write(generation, content)
        self._generation = generation
        self._older = None

    async def delete(self) -> None:
        """Forgets both generations, and the entries beside them. Errors: StorageUnavailable."""
        await self._slots.delete()
        await self.raw_log.delete()

    async def drop_old_backups(self, tables: Tables, now_ms: int) -> None:
        """Removes what was kept of older schemas once it has been kept long enough."""
        made_ms = tables.get(META, {}).get("kept", {})
        for version, kept_ms in made_ms.items():
            name = f"{self.file_id}.{version}{_BACKUP}"
            if now_ms - kept_ms >= KEPT_FOR_MS and await self._store.read(name) is not None:
                await self._store.delete(name)


def _tables_of(text: bytes) -> Tables:
    try:
        tables = json.loads(text)
    except ValueError as problem:
        raise VaultDamaged("tables") from problem
    is_ours = isinstance(tables, dict) and all(isinstance(table, dict) for table in tables.values())
    if not is_ours or not set(TABLES) <= set(tables):
        raise VaultDamaged("tables")
    result: Tables = tables
    return result
