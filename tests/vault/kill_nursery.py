"""Brings up writers and ends them at random moments: `python -m tests.vault.kill_nursery FOLDER SEED KILLS`.

Each writer is a process of its own, forked from this one so that a thousand of them take a minute. It
works on a planner with a school year in it and says through a pipe what was acknowledged; it is ended by
SIGKILL. Then the vault is opened and must hold all of it. Prints one line of JSON: the counts.
"""

import asyncio
import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault import settings
from services.vault.journal import Journal
from services.vault.keystore_file import FileKeystore
from services.vault.settings import DeviceSettings
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

DAYS, STEPS = 190, 12
LONGEST_LIFE_S = 0.06
AT_ONCE = 4


class Home:
    """The folders of one device."""

    def __init__(self, folder: Path) -> None:
        self.store = DiskStore(folder / "vault")
        self.keystore = FileKeystore(folder / "keys", os.urandom)
        self.crypto = NativeCrypto()
        self.vault = Vault(self.store, self.keystore, self.crypto, lambda: time.time_ns() // 1_000_000)


def seeded(seed: int) -> random.Random:
    """Chance that is the same in every run with this seed."""
    return random.Random(seed)  # noqa: S311  # a test wants to be repeatable


def tick(number: int) -> Change:
    """The number-th tick, on one of the days of the year."""
    return Change(RecordId(f"day:{number % DAYS}"), "day", f"t.n{number}", ["done", "AbCdEfGhIjKl"])


def numbers(journal: Journal) -> set[int]:
    """Which of those ticks a planner holds."""
    return {
        int(field[3:])
        for record in journal.records.values()
        for field in record.fields
        if field.startswith("t.n")
    }


async def set_up(folder: Path) -> None:
    """A device with a school year behind it."""
    home = Home(folder)
    await home.vault.create(LockKind.NONE)
    journal = await home.vault.add_planner()
    year = [
        Change(RecordId(f"day:{day}"), "day", f"t.s{step:011}", ["done", "AbCdEfGhIjKl"])
        for day in range(DAYS)
        for step in range(STEPS)
    ]
    await journal.write(year)
    await home.vault.close()


async def write_for_ever(folder: Path, first: int, pipe: int, seed: int) -> None:
    """Ticks, several at once; now and then new settings or a new card. Says what was acknowledged."""
    home, chance = Home(folder), seeded(seed)
    await home.vault.open_()
    assert not home.vault.is_read_only
    (journal,) = home.vault.journals()

    async def one(number: int) -> None:
        await journal.write([tick(number)])
        os.write(pipe, f"{number}\n".encode())

    number = first
    os.write(pipe, b"begun\n")
    while True:
        count = chance.randint(1, AT_ONCE)
        await asyncio.gather(*(one(number + n) for n in range(count)))
        number += count
        if chance.random() < 0.1:
            percent = chance.choice([100, 150, 200])
            chosen = DeviceSettings(text_scale_percent=percent)
            await settings.save(home.store, home.keystore, home.crypto, chosen)
        if chance.random() < 0.1:
            await home.vault.change_lock(LockKind.NONE, with_card=True)


def bring_up(folder: Path, first: int, seed: int) -> tuple[int, int]:
    """Forks a writer. Gives its process and the pipe to hear it by."""
    hear, say = os.pipe()
    child = os.fork()
    if child:
        os.close(say)
        return child, hear
    os.close(hear)
    try:
        asyncio.run(write_for_ever(folder, first, say, seed))
    finally:
        os._exit(1)


async def look(folder: Path) -> set[int]:
    """What a new process finds. Errors: whatever keeps it from opening."""
    home = Home(folder)
    await settings.load(home.store, home.keystore, home.crypto)
    await home.vault.open_()
    found = numbers(home.vault.journals()[0])
    assert not home.vault.is_read_only
    await home.vault.close()
    return found


def main(folder: Path, seed: int, kills: int) -> dict[str, int]:
    """Brings up and ends `kills` writers; what was lost or unreadable is counted, not raised."""
    chance = seeded(seed)
    asyncio.run(set_up(folder))
    acknowledged: set[int] = set()
    counts = {"kills": 0, "acknowledged": 0, "lost": 0, "unreadable": 0, "unasked": 0}
    first = 0
    for _ in range(kills):
        child, hear = bring_up(folder, first, chance.randrange(2**32))
        with os.fdopen(hear) as pipe:
            assert pipe.readline() == "begun\n"
            time.sleep(chance.random() * LONGEST_LIFE_S)
            os.kill(child, signal.SIGKILL)
            said = {int(line) for line in pipe}
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the writer ended by itself"
        counts["kills"] += 1
        acknowledged |= said
        try:
            found = asyncio.run(look(folder))
        except Exception as problem:  # noqa: BLE001  # whatever it is, it counts
            counts["unreadable"] += 1
            sys.stderr.write(f"{type(problem).__name__} {problem}\n")
            continue
        counts["lost"] += len(acknowledged - found)
        last = max(acknowledged | {first - 1}) + AT_ONCE + 1
        counts["unasked"] += len({number for number in found if number > last})
        first = max(found | acknowledged | {first - 1}) + 1
    counts["acknowledged"] = len(acknowledged)
    return counts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))) + "\n")
