"""Finds and opens every planner in a store; one that is damaged does not keep the others shut."""

import logging
from collections.abc import Callable, Collection

from services.crypto.port import Crypto
from services.planner.errors import VaultDamaged
from services.planner.ids import FileId
from services.vault.circle_file import CircleFormat, CircleHeader
from services.vault.circle_slots import CircleSlots
from services.vault.journal import Journal
from services.vault.ports import Store
from services.vault.schema import Schema
from services.vault.slots import Slots
from services.vault.vault_files import circle_file_ids

_log = logging.getLogger(__name__)


async def look_at_planners(store: Store, schema: Schema) -> None:
    """Returns if any planner is whole, or there is none. Errors: VaultDamaged, VaultFromNewerVersion."""
    ids = await circle_file_ids(store)
    damaged = 0
    for file_id in ids:
        try:
            found = await Slots(store, file_id, CircleFormat()).read()
        except VaultDamaged:
            damaged += 1
        else:
            assert found is not None
            schema.check(CircleHeader.from_bytes(found.content).schema)
    if ids and damaged == len(ids):
        raise VaultDamaged(f"{damaged} planners")


async def open_planners(
    store: Store,
    crypto: Crypto,
    vault_key: bytes,
    schema: Schema,
    now_ms: Callable[[], int],
    is_read_only: bool,
    ids: Collection[FileId],
) -> tuple[Journal, ...]:
    """Every planner of these that opens, the oldest first.

    Errors: VaultDamaged when there are some and none opens; VaultFromNewerVersion when any is newer.
    """
    journals = []
    for file_id in ids:
        slots = CircleSlots(store, crypto, vault_key, file_id, schema)
        try:
            tables = await slots.open()
            journals.append(Journal(slots, tables, now_ms, is_read_only))
        except VaultDamaged as problem:
            _log.warning("planner damaged note=%s", problem.note)
            continue
        if not is_read_only:
            await slots.drop_old_backups(tables, now_ms())
    if ids and not journals:
        raise VaultDamaged(f"{len(ids)} planners")
    return tuple(sorted(journals, key=lambda journal: (journal.made_ms, journal.file_id)))
