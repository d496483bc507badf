"""One tick made durable with a school year behind it: our vault beside two rivals that TinyDB users have.

All three hold the same 2,280 ticks in the same documents, one a day, and change one field of one of them.
TinyDB's own JSONStorage encrypts nothing and truncates in place, so a power cut may cost everything;
tinydb-encrypted-jsonstorage encrypts with AES-CBC and no check of what it reads. Both call fsync once, ours
syncs the file and the folder. The three take turns, so that a busy machine is busy for all of them. Rivals
that keep one document a tick, as many programs do, are measured too.
"""

import asyncio
import os
import tempfile
import time
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb_encrypted_jsonstorage import EncryptedJSONStorage

from bench.commits import (
    DAYS,
    STEPS,
    WALL_MS,
    a_document_a_day,
    a_document_a_tick,
    ours,
    take_turns,
    year,
)
from bench.table import Goal, Row, show
from services.crypto.native import NativeCrypto
from services.vault.keystore_file import FileKeystore
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

ROUNDS = int(os.environ.get("FIRSTBELL_ROUNDS", "5")) * 60
OPENINGS = 30


async def our_vault(folder: Path) -> Vault:
    """A vault with a school year in it, open."""
    crypto = NativeCrypto()
    keystore = FileKeystore(folder / "keys", os.urandom)
    vault = Vault(DiskStore(folder / "vault"), keystore, crypto, lambda: WALL_MS)
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner()
    await journal.write(year())
    return vault


async def _openings(vault: Vault) -> list[float]:
    times = []
    for _ in range(OPENINGS):
        vault.lock()
        began = time.perf_counter()
        await vault.open_()
        times.append((time.perf_counter() - began) * 1000)
    return times


async def measure(folder: Path) -> None:
    """Measure and print."""
    secret: dict[str, Any] = {"storage": EncryptedJSONStorage, "encryption_key": "a key"}
    vault = await our_vault(folder / "ours")
    plain, sealed = TinyDB(folder / "plain.json"), TinyDB(path=str(folder / "sealed.json"), **secret)
    plain_ticks = TinyDB(folder / "plain-ticks.json")
    sealed_ticks = TinyDB(path=str(folder / "sealed-ticks.json"), **secret)
    commits = {
        "ours": ours(vault.journals()[0]),
        "plain": a_document_a_day(plain),
        "sealed": a_document_a_day(sealed),
    }
    times = await take_turns(commits, ROUNDS)
    more = {"plain": a_document_a_tick(plain_ticks), "sealed": a_document_a_tick(sealed_ticks)}
    times_of_ticks = await take_turns({"ours": commits["ours"], **more}, ROUNDS // 5)
    mine = times["ours"]
    show(
        f"One tick durable, {DAYS * STEPS} ticks behind it, {ROUNDS} rounds in turn",
        "milliseconds",
        [
            Row("TinyDB JSONStorage, nothing encrypted", times["plain"]),
            Row("tinydb-encrypted-jsonstorage", times["sealed"]),
            Row("our vault, beside JSONStorage", mine, times["plain"], Goal("ratio", 0.6)),
            Row("our vault, beside encrypted-jsonstorage", mine, times["sealed"], Goal("ratio", 0.15)),
            Row("our vault, by itself", mine, goal=Goal("p95", 10)),
            Row("a document a tick: JSONStorage", times_of_ticks["plain"]),
            Row("a document a tick: encrypted-jsonstorage", times_of_ticks["sealed"]),
            Row("our vault, beside JSONStorage", times_of_ticks["ours"], times_of_ticks["plain"]),
            Row("our vault, beside encrypted-jsonstorage", times_of_ticks["ours"], times_of_ticks["sealed"]),
        ],
    )
    show(
        "Open that vault, without stretching a PIN",
        "milliseconds",
        [Row("our vault", await _openings(vault), goal=Goal("p95", 150))],
    )
    for tables in (plain, sealed, plain_ticks, sealed_ticks):
        tables.close()
    await vault.close()


def main() -> None:
    """The command."""
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder)))


if __name__ == "__main__":
    main()
