"""One tick made durable in this browser: our vault, and what TinyDB users would have in its place.

file    TinyDB's own JSONStorage on the files that Python sees in a browser; they are gone with the tab
kept    the same JSON text of all tables, not encrypted, put into IndexedDB with strict durability as ours is
"""

import json
from typing import Any

from tinydb import TinyDB
from tinydb.storages import MemoryStorage

from bench import commits
from bench.commits import Commit
from services.crypto.choose import crypto_here
from services.vault.keystore_browser import BrowserKeystore
from services.vault.store_browser import IndexedDbStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind


async def do(asked: str) -> str:
    """Asked: {"rounds": n}. Report: milliseconds by name."""
    store = IndexedDbStore("bench")
    vault = Vault(store, BrowserKeystore("bench-key"), crypto_here(), lambda: commits.WALL_MS)
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner()
    await journal.write(commits.year())
    kept = IndexedDbStore("bench-rival")
    takers = {
        "ours": commits.ours(journal),
        "file": commits.a_document_a_day(TinyDB("/days.json")),
        "kept": _kept(kept, commits.a_document_a_day),
        "file of ticks": commits.a_document_a_tick(TinyDB("/ticks.json")),
        "kept ticks": _kept(kept, commits.a_document_a_tick),
    }
    times = await commits.take_turns(takers, json.loads(asked)["rounds"])
    await vault.close()
    return json.dumps(times)


def _kept(store: IndexedDbStore, fill: Any) -> Commit:
    tables = TinyDB(storage=MemoryStorage)
    change: Commit = fill(tables)

    async def commit(number: int) -> None:
        await change(number)
        await store.write("tables", json.dumps(tables.storage.read()).encode())

    return commit
