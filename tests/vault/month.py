"""A short life of a vault, told so that it can be stopped anywhere and asked afterwards what it kept.

Every step says what it is about to do before it does it, and that it is done after: `wanted` and `kept`
hold ticks, `locks` the secrets that may open it from now on.
"""

from dataclasses import dataclass, field
from pathlib import Path

from services.planner.errors import (
    FirstbellError,
    InputRejected,
    KeyMissing,
    StorageFull,
    StorageUnavailable,
    WrongPin,
)
from services.vault import settings
from services.vault.journal import Journal
from services.vault.keystore_file import FileKeystore
from services.vault.settings import DeviceSettings
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import Absent, Locked, LockKind
from tests.vault.homes import Clock, QuickCrypto, seeded, tick, ticked
from tests.vault.stormy_disk import StormyDisk

FIRST_PIN, SECOND_PIN = "480212", "909090"
OLD, NEW = DeviceSettings(theme="dark"), DeviceSettings(theme="calm", text_scale_percent=150)


@dataclass
class Month:
    """What was asked for and what was acknowledged."""

    disk: StormyDisk
    key_disk: StormyDisk
    patience: int = 1
    crypto: QuickCrypto = field(default_factory=QuickCrypto)
    clock: Clock = field(default_factory=Clock)
    wanted: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    locks: list[str | None] = field(default_factory=list)
    may_be_absent: bool = True
    has_planner: bool = False
    looks: list[DeviceSettings] = field(default_factory=lambda: [DeviceSettings()])
    troubles: int = 0

    def vault(self) -> Vault:
        self.store = DiskStore(Path("made-up"), self.disk)
        self.keystore = FileKeystore(Path("made-up keys"), seeded(5), self.key_disk)
        return Vault(self.store, self.keystore, self.crypto, self.clock)

    async def live(self) -> None:
        """Set up, tick, set a PIN, tick, lock, open, tick, change the PIN; each again if it does not work."""
        vault = self.vault()
        self.locks = [None]
        await self._again(lambda: vault.create(LockKind.NONE))
        self.may_be_absent = False
        journal = await self._again(vault.add_planner)
        self.has_planner = True
        await self._tick(journal, "s1")
        await self._save(OLD)
        await self._tick(journal, "s2")
        self.locks = [None, FIRST_PIN]
        await self._again(lambda: vault.change_lock(LockKind.PIN, FIRST_PIN, with_card=True))
        self.locks = [FIRST_PIN]
        await self._tick(journal, "s3")
        vault.lock()
        await self._again(lambda: vault.open_(FIRST_PIN))
        (journal,) = vault.journals()
        await self._tick(journal, "s4")
        self.locks = [FIRST_PIN, SECOND_PIN]
        await self._again(lambda: vault.change_lock(LockKind.PIN, SECOND_PIN, current=FIRST_PIN))
        self.locks = [SECOND_PIN]
        await self._save(NEW)
        await self._tick(journal, "s5")
        await self._again(vault.close)

    async def _tick(self, journal: Journal, step: str) -> None:
        async def write() -> None:
            before = ticked(journal)
            try:
                await journal.write([tick(step)])
            finally:
                is_there = step in ticked(journal)
                assert is_there == (ticked(journal) != before)

        self.wanted.add(step)
        await self._again(write)
        assert ticked(journal) == self.wanted
        self.kept.add(step)

    async def _save(self, chosen: DeviceSettings) -> None:
        self.looks.append(chosen)
        await self._again(lambda: settings.save(self.store, self.keystore, self.crypto, chosen))
        self.looks = [chosen]

    async def _again(self, verb):
        """Tries, and once more after trouble that a disk may have. What it raises is one of ours."""
        for left in reversed(range(self.patience + 1)):
            try:
                return await verb()
            except (StorageFull, StorageUnavailable):
                self.troubles += 1
                if not left:
                    raise
        raise AssertionError

    async def look_back(self, disk: StormyDisk, key_disk: StormyDisk) -> None:
        """Opens what is left on these disks. Asserts that it opens and that nothing kept is lost."""
        after = Month(disk, key_disk)
        vault = after.vault()
        found = await vault.look()
        assert await settings.load(after.store, after.keystore, after.crypto) in self.looks
        if isinstance(found, Absent):
            assert self.may_be_absent
            await vault.create(LockKind.NONE)
            return
        assert isinstance(found, Locked), found
        await self._open(vault)
        steps = {step for journal in vault.journals() for step in ticked(journal)}
        assert self.kept <= steps <= self.wanted
        assert vault.journals() or not self.has_planner
        if vault.journals():
            await vault.journals()[0].write([tick("afterwards")])

    async def _open(self, vault: Vault) -> None:
        problems: list[FirstbellError] = []
        for secret in self.locks:
            try:
                await vault.open_(secret)
            except (WrongPin, KeyMissing, InputRejected) as problem:
                problems.append(problem)
            else:
                return
        raise AssertionError(problems)
