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
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb_encrypted_jsonstorage import EncryptedJSONStorage

from bench.table import Goal, Row, show
from services.crypto.native import NativeCrypto
from services.planner.edit import Change
from services.planner.ids import RecordId
from services.vault.keystore_file import FileKeystore
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

ROUNDS = int(os.environ.get("FIRSTBELL_ROUNDS", "5")) * 60
OPENINGS = 30
DAYS, STEPS = 190, 12
PERSON = "AbCdEfGhIjKl"
WALL_MS = 1_789_370_000_000

Commit = Callable[[int], Awaitable[None]]


def year() -> list[Change]:
    """190 days of 12 ticked steps."""
    return [
        Change(_day(day), "day", _step(step), ["done", PERSON])
        for day in range(DAYS)
        for step in range(STEPS)
    ]


def _day(number: int) -> RecordId:
    return RecordId(f"day:2026-{number // 31 + 10:02}-{number % 31 + 1:02}")


def _step(number: int) -> str:
    return f"t.AbCdEfGhI{number:03}"


def _outcome(number: int) -> list[str]:
    return ["skipped" if number % 2 else "done", PERSON]


async def our_vault(folder: Path) -> Vault:
    """A vault with a school year in it, open."""
    crypto = NativeCrypto()
    keystore = FileKeystore(folder / "keys", os.urandom)
    vault = Vault(DiskStore(folder / "vault"), keystore, crypto, lambda: WALL_MS)
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner()
    await journal.write(year())
    return vault


def ours(vault: Vault) -> Commit:
    """One tick through the journal."""
    (journal,) = vault.journals()

    async def commit(number: int) -> None:
        await journal.write([Change(_day(DAYS - 1), "day", _step(number % STEPS), _outcome(number))])

    return commit


def a_document_a_day(tables: TinyDB) -> Commit:
    """The same documents as ours, in a rival's storage."""
    days = [
        {_step(step): [["done", PERSON], WALL_MS] for step in range(STEPS)} | {"record": str(_day(day))}
        for day in range(DAYS)
    ]
    last = tables.table("outbox").insert_multiple(days)[-1]

    async def commit(number: int) -> None:
        tables.table("outbox").update({_step(number % STEPS): [_outcome(number), WALL_MS]}, doc_ids=[last])

    return commit


def a_document_a_tick(tables: TinyDB) -> Commit:
    """What a program without records would keep."""
    ticks = [
        {"record": one.record, "type": one.type, "field": one.field, "value": one.value, "wall": WALL_MS}
        for one in year()
    ]
    ids = tables.table("outbox").insert_multiple(ticks)

    async def commit(number: int) -> None:
        tables.table("outbox").update({"value": _outcome(number)}, doc_ids=[ids[-1 - number % STEPS]])

    return commit


async def _take_turns(commits: dict[str, Commit], rounds: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in commits}
    for number in range(rounds):
        for name, commit in commits.items():
            began = time.perf_counter()
            await commit(number)
            times[name].append((time.perf_counter() - began) * 1000)
    return times


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
        "ours": ours(vault),
        "plain": a_document_a_day(plain),
        "sealed": a_document_a_day(sealed),
    }
    times = await _take_turns(commits, ROUNDS)
    more = {"plain": a_document_a_tick(plain_ticks), "sealed": a_document_a_tick(sealed_ticks)}
    times_of_ticks = await _take_turns({"ours": commits["ours"], **more}, ROUNDS // 5)
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
