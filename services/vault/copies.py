"""Backups of an open vault, bringing one back, and the vaults that were here before.

Bringing back makes a new vault beside the old one: fresh keys, fresh files. One writing of the key file then
says which of the two is used; until it is durable the old one opens, from then on the new one. The old one
stays as a `Former`, and going back to it is one writing again.
"""

import logging
from collections.abc import Callable, Iterable

from services.crypto.key_file import KeyFileHeader, OpenKeyFile
from services.crypto.port import KEY_BYTES, Crypto
from services.planner.errors import FirstbellError, InputRejected, VaultReadOnly
from services.planner.ids import FileId
from services.vault.backup import Backup, backup_text, read_backup
from services.vault.backup_file import open_backup, seal_backup
from services.vault.brought_back import brought_back
from services.vault.circle_file import FILE_ID_BYTES
from services.vault.circle_slots import CircleSlots
from services.vault.former import Body, Former, formers_of, not_planners, strays_of, with_former
from services.vault.journal import Journal
from services.vault.key_ring import keys_of, new_keys
from services.vault.open_planners import open_planners
from services.vault.ports import Store
from services.vault.schema import CURRENT, Schema
from services.vault.vault import Vault
from services.vault.vault_files import circle_file_ids

_log = logging.getLogger(__name__)


class Copies:
    """Whole vaults: copied into a file, brought back, put by, gone back to."""

    def __init__(
        self,
        vault: Vault,
        store: Store,
        crypto: Crypto,
        now_ms: Callable[[], int],
        schema: Schema = CURRENT,
    ) -> None:
        self._vault = vault
        self._store = store
        self._crypto = crypto
        self._now_ms = now_ms
        self._schema = schema

    async def make(self, passphrase: str) -> bytes:
        """A backup of every planner that is open. Errors: InputRejected("pin") if it is weak; VaultLocked."""
        async with self._vault.turn:
            tables = [await journal.settled_tables() for journal in self._vault.journals()]
            text = backup_text(self._vault.device_hex, self._now_ms(), tables, self._schema)
        return await seal_backup(self._crypto, passphrase, text)

    async def read(self, raw: bytes, passphrase: str) -> Backup:
        """What a backup holds; also with no vault here. Errors: of `backup_file` and `read_backup`."""
        return read_backup(await open_backup(self._crypto, passphrase, raw), self._schema)

    async def bring_back(self, backup: Backup) -> None:
        """Puts its planners in place of those that are here, which stay as the first of `formers`.

        Errors: VaultLocked, VaultReadOnly, StorageFull, StorageUnavailable; then all is as before.
        """
        async with self._vault.turn:
            body = self._body()
            left = await self._delete(strays_of(body))
            fresh = await new_keys(self._crypto)
            new = [self._slots(fresh.vault_key, self._new_id()) for _ in backup.planners]
            ids = tuple(slots.file_id for slots in new)
            in_use, formers = await self._files_in_use(body), formers_of(body)
            await self._vault.become(with_former(body, formers, (*left, *ids)))
            try:
                journals = []
                for slots, tables in zip(new, backup.planners, strict=True):
                    kept = brought_back(tables, backup.device_hex, fresh.device.id.hex())
                    journals.append(Journal(slots, kept, self._now_ms, is_read_only=False))
                    await journals[-1].save_as_it_is()
                if in_use:
                    formers = (Former(self._now_ms(), in_use, body), *formers)
                await self._vault.become(with_former(fresh.to_body(), formers, left), tuple(journals))
            except FirstbellError:
                await self._delete(ids)
                raise

    def formers(self) -> tuple[Former, ...]:
        """The vaults that were put by, the latest first. Errors: VaultLocked."""
        return formers_of(self._vault.body)

    async def go_back(self, former: Former) -> None:
        """Uses that one again; the one of now is put by. Errors: as `bring_back`, and VaultDamaged."""
        async with self._vault.turn:
            body = self._body()
            others = _others(body, former)
            keys = await keys_of(
                self._crypto, OpenKeyFile(KeyFileHeader(0, ()), bytes(KEY_BYTES), former.body)
            )
            journals = await open_planners(
                self._store, self._crypto, keys.vault_key, self._schema, self._now_ms, False, former.files
            )
            here = Former(self._now_ms(), await self._files_in_use(body), body)
            await self._vault.become(with_former(former.body, (here, *others), strays_of(body)), journals)

    async def throw_away(self, former: Former) -> None:
        """Deletes one that was put by; once its key is gone, nobody opens it. Errors: as `bring_back`."""
        async with self._vault.turn:
            body = self._body()
            strays = (*strays_of(body), *former.files)
            await self._vault.become(with_former(body, _others(body, former), strays))
            await self._delete(strays)

    def _body(self) -> Body:
        """The body, for whoever means to save another. Errors: VaultLocked, VaultReadOnly."""
        if self._vault.is_read_only:
            raise VaultReadOnly
        return self._vault.body

    async def _files_in_use(self, body: Body) -> tuple[FileId, ...]:
        unused = not_planners(body)
        return tuple(one for one in await circle_file_ids(self._store) if one not in unused)

    async def _delete(self, strays: Iterable[FileId]) -> tuple[FileId, ...]:
        """Deletes files that nobody opens. Gives those that the disk would not let go."""
        left = []
        for file_id in strays:
            try:
                await self._slots(bytes(KEY_BYTES), file_id).delete()
            except FirstbellError as problem:
                _log.warning("stray not deleted code=%s", problem.code)
                left.append(file_id)
        return tuple(left)

    def _slots(self, vault_key: bytes, file_id: FileId) -> CircleSlots:
        return CircleSlots(self._store, self._crypto, vault_key, file_id, self._schema)

    def _new_id(self) -> FileId:
        return FileId(self._crypto.random(FILE_ID_BYTES).hex())


def _others(body: Body, former: Former) -> tuple[Former, ...]:
    formers = formers_of(body)
    if former not in formers:
        raise InputRejected("former", "not here")
    return tuple(one for one in formers if one != former)
