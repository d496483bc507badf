"""What a browser's Python is asked to do with the vault; everything in and out is JSON text."""

import json
import os
import time
import traceback
from pathlib import Path
from typing import Any

import js  # type: ignore[import-not-found]  # exists in a browser only

from services.crypto.choose import crypto_here
from services.planner.errors import FirstbellError
from services.vault import settings
from services.vault.backup_file import open_backup, seal_backup
from services.vault.indexed_db_browser import Database
from services.vault.keystore_browser import BrowserKeystore
from services.vault.settings import DeviceSettings
from services.vault.store_browser import IndexedDbStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault import keystore_contract, store_contract
from tests.vault.school_year import PERSON, school_year, tick_of

NAME, PIN = "Wilhelmina-Canary", "480212"
TICKS = 60


class BrowserPlace:
    """Databases of this origin, one after the other."""

    def __init__(self) -> None:
        self._number = 0

    def fresh(self) -> IndexedDbStore:
        self._number += 1
        return self.beside()

    def beside(self) -> IndexedDbStore:
        return IndexedDbStore(f"test-{self._number}")


class BrowserKeystorePlace:
    """Databases of this origin, one after the other."""

    def __init__(self) -> None:
        self._number = 0

    def fresh(self) -> BrowserKeystore:
        self._number += 1
        return self.again()

    def again(self) -> BrowserKeystore:
        return BrowserKeystore(f"test-key-{self._number}")


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def vault() -> Vault:
    return Vault(IndexedDbStore(), BrowserKeystore(), crypto_here(), now_ms)


async def contracts() -> dict[str, Any]:
    """Both suites. Gives the name of every check that held."""
    stores, keystores = BrowserPlace(), BrowserKeystorePlace()
    for check in store_contract.CHECKS.values():
        await check(stores)
    for check in keystore_contract.CHECKS.values():
        await check(keystores)
    return {"held": [*store_contract.CHECKS, *keystore_contract.CHECKS]}


async def the_key_cannot_be_read() -> dict[str, Any]:
    """Asks the browser for the raw bytes of the device's key."""
    keystore = BrowserKeystore("test-export")
    await keystore.make()
    key = await Database("test-export").get("device")
    try:
        await js.crypto.subtle.exportKey("raw", key)
    except Exception as problem:  # noqa: BLE001  # the browser's own word for no
        return {"extractable": bool(key.extractable), "said": str(problem)}
    return {"extractable": True}


async def a_connection_is_taken_away() -> dict[str, Any]:
    """As iPhones do to a page that slept: closes the connection under a database, then asks it again."""
    database = Database("test-lost")
    await database.put("a", "before")
    vars(database)["_connection"].close()
    read = await database.get("a")
    vars(database)["_connection"].close()
    await database.put("a", "after")
    return {"read": read, "written": await Database("test-lost").get("a")}


async def fill_the_disk() -> dict[str, Any]:
    """Writes until the browser has no room; gives what it said, and what became of what was there."""
    store = IndexedDbStore("test-full")
    await store.write("keys.a", b"before")
    said = "nothing"
    try:
        for number in range(40):
            await store.write(f"n{number}", os.urandom(1 << 20))
            await store.write("keys.a", b"before" * (1 << 17))
    except FirstbellError as problem:
        said = problem.code
    kept = await store.read("keys.a") or b""
    await store.erase()
    return {"said": said, "is_whole": kept.replace(b"before", b"") == b"" and len(kept) >= 6}


async def set_up() -> dict[str, Any]:
    """A planner with a PIN and one name in it; the vault stays open, and this tab the writer."""
    await settings.save(IndexedDbStore(), BrowserKeystore(), crypto_here(), DeviceSettings(theme=NAME))
    mine = vault()
    card = await mine.create(LockKind.PIN, PIN, with_card=True)
    journal = await mine.add_planner()
    await journal.write([tick_of(1, NAME)])
    assert card is not None
    return {"card": card.printed(), "state": repr(await mine.look())}


async def come_back() -> dict[str, Any]:
    """What is there after a reload: a wrong PIN, then the right one, and the settings before both."""
    mine = vault()
    chosen = await settings.load(IndexedDbStore(), BrowserKeystore(), crypto_here())
    found = repr(await mine.look())
    wrong = "opened"
    try:
        await mine.open_("000000")
    except FirstbellError as problem:
        wrong = problem.code
    await mine.open_(PIN)
    (journal,) = mine.journals()
    could_write = "wrote"
    try:
        await journal.write([tick_of(2, NAME)])
    except FirstbellError as problem:
        could_write = problem.code
    seen = [dict(record.fields) for record in journal.records.values()]
    return {"found": found, "wrong": wrong, "wrote": could_write, "theme": chosen.theme, "seen": str(seen)}


async def every_byte() -> dict[str, Any]:
    """Everything this origin keeps in IndexedDB, to be searched for names."""
    store = IndexedDbStore()
    files = {name: (await store.read(name) or b"").hex() for name in await store.names()}
    return {"files": files, "attempts": (await BrowserKeystore().read_attempts() or b"").hex()}


async def a_backup_travels() -> dict[str, Any]:
    """Opens the one that was frozen, and makes one of the same text."""
    frozen = json.loads((Path(__file__).parents[2] / "vectors" / "backup" / "version-1.json").read_text())
    began = time.perf_counter()
    text = await open_backup(crypto_here(), frozen["passphrase"], bytes.fromhex(frozen["file"]))
    opened = time.perf_counter()
    made = await seal_backup(crypto_here(), frozen["passphrase"], text)
    return {"text": json.loads(text), "made": made.hex(), "ms": (opened - began) * 1000}


async def erase() -> dict[str, Any]:
    """Deletes everything. Gives what databases are left."""
    mine = vault()
    await mine.erase()
    try:
        left = [str(database.name) for database in await js.indexedDB.databases()]
    except AttributeError:
        left = []
    return {"left": left, "state": repr(await vault().look())}


async def bench() -> dict[str, Any]:
    """Times of one tick in a school year. Units: milliseconds."""
    store, keystore = IndexedDbStore("bench"), BrowserKeystore("bench-key")
    await store.erase()
    mine = Vault(store, keystore, crypto_here(), now_ms)
    await mine.create(LockKind.NONE)
    journal = await mine.add_planner()
    await journal.write(school_year())
    ticks = []
    for number in range(TICKS):
        began = time.perf_counter()
        await journal.write([tick_of(number, PERSON)])
        ticks.append((time.perf_counter() - began) * 1000)
    mine.lock()
    began = time.perf_counter()
    await mine.open_()
    opened = (time.perf_counter() - began) * 1000
    await mine.erase()
    return {"tick_ms": ticks, "open_ms": opened}


JOBS = {
    job.__name__: job
    for job in (
        contracts,
        a_connection_is_taken_away,
        the_key_cannot_be_read,
        fill_the_disk,
        set_up,
        come_back,
        every_byte,
        a_backup_travels,
        erase,
        bench,
    )
}


async def do(name: str) -> str:
    """Does one job; its report, or what went wrong."""
    try:
        return json.dumps(await JOBS[name]())
    except BaseException:  # noqa: BLE001  # the test shows it, there is nobody else to tell
        return json.dumps({"broken": traceback.format_exc()})
