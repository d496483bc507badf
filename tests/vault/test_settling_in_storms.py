"""A power cut at every call while sync keeps entries: what the planner counts is always there, whole."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from services.planner.errors import StorageFull, StorageUnavailable
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.raw_chunk import NumberedEntry
from services.vault.settling import Replacement
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import Clock, QuickCrypto, seeded
from tests.vault.stormy_disk import Fault, PowerCut, Storm, StormyDisk

STAMP = "0199a0000000000000000001"
LOGS = {1: (1,), 2: (1, 2), 3: (1, 2, 3), 9: (8, 9), 10: (8, 9, 10)}
"""What is kept of the log, by the head that the planner counts."""
SIZE = 150_000  # two of them do not fit into one chunk


class LateStorm(Storm):
    """Strikes only once the vault is set up."""

    is_armed = False

    def next_fault(self) -> Fault | None:
        return super().next_fault() if self.is_armed else None


@dataclass
class Life:
    """A vault on a disk in some weather."""

    storm: LateStorm
    keystore: MemoryKeystore = field(default_factory=lambda: MemoryKeystore(seeded(3)))
    reached: int = 0

    def __post_init__(self) -> None:
        self.disk = StormyDisk(self.storm)

    def vault(self) -> Vault:
        return Vault(DiskStore(Path("made-up"), self.disk), self.keystore, QuickCrypto(), Clock())

    async def live(self) -> None:
        vault = self.vault()
        await vault.create(LockKind.NONE)
        journal = await vault.add_planner()
        self.storm.is_armed = True
        for head in LOGS:
            await self._settle(journal, head)
        await vault.close()

    async def _settle(self, journal: Journal, head: int) -> None:
        is_whole = head == 9
        entries = LOGS[head] if is_whole else (head,)
        step = Replacement(
            base={f"day:2026-09-{number:02} day": {"bed": [number, STAMP]} for number in entries},
            meta={"log": {"head": head}},
            raw=tuple(NumberedEntry(number, bytes([number]) * SIZE) for number in entries),
            is_whole=is_whole,
        )
        try:
            await journal.settle(lambda _: step)
        except (StorageFull, StorageUnavailable):
            await journal.settle(lambda _: step)
        self.reached = head

    async def look_back(self, disk: StormyDisk) -> None:
        """Opens what is left. Asserts that it counts what it has, and has what was acknowledged."""
        after = Life(LateStorm(), self.keystore)
        after.disk = disk
        vault = after.vault()
        await vault.open_()
        (journal,) = vault.journals()
        head = journal.kept().meta.get("log", {"head": 0})["head"]
        assert head >= self.reached
        kept = await journal.raw()
        assert tuple(entry.seq for entry in kept) == LOGS.get(head, ())
        assert all(raw == bytes([seq]) * SIZE for seq, raw in kept)
        await journal.settle(lambda _: Replacement(raw=(NumberedEntry(99, b"after"),)))
        assert (await journal.raw())[-1] == (99, b"after")


def calls_in_good_weather() -> int:
    life = Life(LateStorm())
    asyncio.run(life.live())
    calls = life.storm.calls
    asyncio.run(life.look_back(life.disk))
    return calls


@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_WITHIN, Fault.CUT_AFTER])
def test_after_a_power_cut_at_any_call_what_is_counted_is_there(fault: Fault) -> None:
    looked_back = 0
    for number in range(calls_in_good_weather()):
        life = Life(LateStorm(number, fault))
        with pytest.raises(PowerCut):
            asyncio.run(life.live())
        for disk in life.disk.after_cut():
            asyncio.run(life.look_back(disk))
            looked_back += 1
    assert looked_back > 30


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.FULL])
def test_after_an_error_at_any_call_trying_again_works(fault: Fault) -> None:
    for number in range(calls_in_good_weather()):
        life = Life(LateStorm(number, fault))
        asyncio.run(life.live())
        assert life.reached == 10
        asyncio.run(life.look_back(life.disk))
