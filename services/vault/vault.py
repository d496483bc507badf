"""The vault of one device: its keys, its planners, and the ways to open them.

A wrong PIN, damaged bytes and a newer app's files are three different answers, and none of them leads to a
write of the vault's files. Nothing is ever wiped but by `erase`.
"""

import asyncio
from collections.abc import Callable

from services.crypto.device_keys import DeviceKeys
from services.crypto.key_file import OpenKeyFile, with_body
from services.crypto.port import Crypto
from services.crypto.recovery_card import RecoveryCard, read_card
from services.planner.errors import (
    FirstbellError,
    InputRejected,
    VaultDamaged,
    VaultLocked,
    VaultReadOnly,
)
from services.planner.ids import FileId
from services.planner.words import Role
from services.vault import vault_files
from services.vault.circle_file import FILE_ID_BYTES
from services.vault.circle_slots import CircleSlots
from services.vault.first_look import look_at_files
from services.vault.former import Body, not_planners
from services.vault.journal import Journal
from services.vault.key_ring import Keys, keys_of, new_keys
from services.vault.layout import new_tables
from services.vault.open_planners import open_planners
from services.vault.ports import Keystore, Store
from services.vault.schema import CURRENT, Schema
from services.vault.vault_lock import VaultLock
from services.vault.vault_state import Damaged, Locked, LockKind, Open, VaultState


class Vault:
    """Everything a device keeps, behind one lock. Privacy: keys are in memory only while it is open."""

    def __init__(
        self,
        store: Store,
        keystore: Keystore,
        crypto: Crypto,
        now_ms: Callable[[], int],
        schema: Schema = CURRENT,
    ) -> None:
        self._store = store
        self._crypto = crypto
        self._now_ms = now_ms
        self._schema = schema
        self._lock = VaultLock(store, keystore, crypto, now_ms)
        self._one_at_a_time = asyncio.Lock()
        self._key_file: OpenKeyFile | None = None
        self._keys: Keys | None = None
        self._journals: tuple[Journal, ...] = ()
        self._leaving: tuple[Journal, ...] = ()
        self._is_read_only = False
        self._is_open_by_card = False
        self._is_damaged = False  # seen while opening: which planners are in use, only a key can tell

    @property
    def turn(self) -> asyncio.Lock:
        """Held by whoever changes the vault as a whole."""
        return self._one_at_a_time

    @property
    def is_open(self) -> bool:
        """Whether the keys are in memory."""
        return self._keys is not None

    @property
    def is_read_only(self) -> bool:
        """Whether another tab or process writes."""
        return self._is_read_only

    @property
    def device(self) -> DeviceKeys:
        """The keys of this device. Errors: VaultLocked."""
        return self._open_keys().device

    @property
    def device_hex(self) -> str:
        """The id of this device as text. Errors: VaultLocked."""
        return self.device.id.hex()

    @property
    def body(self) -> Body:
        """What the key file holds. Privacy: the keys to everything. Errors: VaultLocked."""
        if self._key_file is None:
            raise VaultLocked
        return self._key_file.body

    def journals(self) -> tuple[Journal, ...]:
        """Every planner that opened, the oldest first. Errors: VaultLocked."""
        self._open_keys()
        return self._journals

    async def look(self) -> VaultState:
        """What is here, without a key and without a change. Errors: StorageUnavailable."""
        if self.is_open:
            return Open(self._is_read_only)
        return await look_at_files(self._store, self._lock, self._schema)

    async def look_at_lock(self) -> Locked | None:
        """What the lock asks for, also while it is open; None without a vault. Errors: as `look`."""
        return await self._lock.look()

    async def create(
        self, kind: LockKind, secret: str | None = None, with_card: bool = False, is_adult: bool = False
    ) -> RecoveryCard | None:
        """Makes a vault where there is none, and leaves it open. Gives the card, if one was asked for.

        Errors: InputRejected for a weak secret, or where there is a vault; VaultReadOnly; StorageFull,
        StorageUnavailable.
        """
        async with self._one_at_a_time:
            await self._claim_to_write()
            if not await vault_files.is_empty(self._store):
                raise InputRejected("vault", "there is one already")
            keys = await new_keys(self._crypto)
            self._key_file, card = await self._lock.make(keys, kind, secret, with_card, is_adult)
            self._keys = keys
            return card

    async def open_(self, secret: str | None = None) -> None:
        """Opens with what the lock asks for; nothing, for `LockKind.NONE`.

        Errors: WrongPin, PinMustWait, InputRejected("pin"), VaultDamaged, VaultFromNewerVersion, KeyMissing,
        StorageFull, StorageUnavailable.
        """
        async with self._one_at_a_time:
            if not self.is_open:
                is_writer = await self._store.claim()
                await self._take(await self._lock.open_(secret), is_writer)

    async def open_with_card(self, typed: str) -> None:
        """Opens with the recovery card, which no count of wrong tries holds up.

        Errors: InputRejected("card"), WrongPin, KeyMissing where there is no card; and those of `open_`.
        """
        card = read_card(typed)
        async with self._one_at_a_time:
            if not self.is_open:
                is_writer = await self._store.claim()
                await self._take(await self._lock.open_with_card(card), is_writer)
                self._is_open_by_card = True

    async def check_secret(self, secret: str | None = None) -> None:
        """Asks again before something grave. Errors: as `open_`, and VaultLocked."""
        async with self._one_at_a_time:
            self._open_keys()
            await self._lock.open_(secret)

    async def change_lock(
        self,
        kind: LockKind,
        secret: str | None = None,
        with_card: bool = False,
        current: str | None = None,
        is_adult: bool = False,
    ) -> RecoveryCard | None:
        """Sets, changes or takes away the PIN. `with_card` makes a new card; else an earlier one stays.

        `current` is what opens it now; it is not asked for after `open_with_card`. Errors: as `open_`, and
        VaultLocked, VaultReadOnly; after each of them the old lock is the one that opens.
        """
        async with self._one_at_a_time:
            self._may_write()
            assert self._key_file is not None
            if not self._is_open_by_card:
                await self._lock.open_(current)
            await vault_files.drop_keepsakes(self._store)
            opened, card = await self._lock.change(self._key_file, kind, secret, with_card, is_adult)
            self._key_file, self._is_open_by_card = opened, False
            return card

    def lock(self) -> None:
        """Drops the keys and the plain text. What is on its way to the disk still gets there."""
        self._use(())
        self._keys = self._key_file = None
        self._is_open_by_card = False

    async def add_planner(
        self, kind: str = "shared", role: Role = Role.PUPIL, planner_id: str = ""
    ) -> Journal:
        """A new, empty planner; `planner_id` for one that others made, of which there is one of a kind here.

        Errors: VaultLocked, VaultReadOnly, StorageFull, StorageUnavailable.
        """
        async with self._one_at_a_time:
            keys = self._may_write()
            if here := [one for one in self._journals if (one.planner_id, one.kind) == (planner_id, kind)]:
                return here[0]
            file_id = FileId(self._crypto.random(FILE_ID_BYTES).hex())
            slots = CircleSlots(self._store, self._crypto, keys.vault_key, file_id, self._schema)
            made = new_tables(kind, role, self._now_ms(), planner_id)
            journal = Journal(slots, made, self._now_ms, is_read_only=False)
            try:
                await journal.save_as_it_is()
            except FirstbellError:
                await slots.delete()  # a disk may have written it and failed to promise that it lasts
                raise
            self._journals += (journal,)
            return journal

    async def become(self, body: Body, journals: tuple[Journal, ...] | None = None) -> None:
        """Saves another body of the key file, and with it other planners; whoever asks has the `turn`.

        Errors: VaultLocked, VaultReadOnly, StorageFull, StorageUnavailable; then nothing has changed.
        """
        self._may_write()
        assert self._key_file is not None
        changed = with_body(self._key_file, body)
        keys = await keys_of(self._crypto, changed)
        self._key_file, self._keys = await self._lock.save(changed), keys
        if journals is not None:
            self._use(journals)

    async def remove_planner(self, journal: Journal) -> None:
        """Deletes one planner from this device. Errors: VaultLocked, VaultReadOnly, StorageUnavailable."""
        async with self._one_at_a_time:
            self._may_write()
            journal.close()
            self._journals = tuple(one for one in self._journals if one is not journal)
            await journal.settled()
            await journal.delete()

    async def set_aside(self) -> None:
        """Keeps damaged files under another name, so that a person can begin anew and nothing is lost.

        Errors: InputRejected unless `look` or opening says damaged; VaultReadOnly, StorageFull and its kin.
        """
        async with self._one_at_a_time:
            await self._claim_to_write()
            if not self._is_damaged and not isinstance(await self.look(), Damaged):
                raise InputRejected("vault", "not damaged")
            await vault_files.set_aside(self._store)
            self._is_damaged = False

    async def erase(self) -> None:
        """Deletes everything on this device; keys first, so that a stop halfway leaves nothing readable.

        Errors: VaultReadOnly, StorageUnavailable; asking again goes on where it stopped.
        """
        async with self._one_at_a_time:
            await self._claim_to_write()
            self.lock()
            await self._settle()
            await self._lock.destroy()
            await self._store.erase()

    async def close(self) -> None:
        """Locks, and lets another tab or process write."""
        async with self._one_at_a_time:
            self.lock()
            await self._settle()
            await self._store.release()

    async def _take(self, opened: OpenKeyFile, is_writer: bool) -> None:
        keys = await keys_of(self._crypto, opened)
        await self._settle()
        unused = not_planners(opened.body)
        ids = [one for one in await vault_files.circle_file_ids(self._store) if one not in unused]
        try:
            self._journals = await open_planners(
                self._store, self._crypto, keys.vault_key, self._schema, self._now_ms, not is_writer, ids
            )
        except VaultDamaged:
            self._is_damaged = True
            raise
        self._key_file, self._keys, self._is_read_only = opened, keys, not is_writer

    def _use(self, journals: tuple[Journal, ...]) -> None:
        for journal in self._journals:
            journal.close()
        self._leaving += self._journals
        self._journals = journals

    async def _settle(self) -> None:
        """Waits for what was on its way when the vault was locked; only then may anybody read again."""
        leaving, self._leaving = self._leaving, ()
        for journal in leaving:
            await journal.settled()

    def _open_keys(self) -> Keys:
        if self._keys is None:
            raise VaultLocked
        return self._keys

    def _may_write(self) -> Keys:
        keys = self._open_keys()
        if self._is_read_only:
            raise VaultReadOnly
        return keys

    async def _claim_to_write(self) -> None:
        if not await self._store.claim():
            raise VaultReadOnly
