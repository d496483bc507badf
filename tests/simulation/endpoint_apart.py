"""The whole endpoint, as an app over SQLite, in a thread with a real loop of its own.

The world's loop stands still while it answers, so that a run is the same every time. It offers what
`EndpointHere` offers.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

from services.endpoint.app import app_of
from services.endpoint.office import Office
from services.endpoint.rows import Between, CircleRow, EntryRow, Grant, Org
from services.endpoint.settings import Settings
from services.endpoint.store_sql import SqlStore
from services.endpoint.tokens import secret_hash
from tests.simulation.asgi import called
from tests.simulation.endpoint_here import ORIGIN, SPACIOUS
from tests.simulation.network import Answer, Call
from tests.simulation.quick_crypto import Book, QuickCrypto

Made = TypeVar("Made")


class EndpointApart:
    """An endpoint whose database is a file in `folder`. `close` it."""

    def __init__(
        self, now_ms: Callable[[], int], random: Callable[[int], bytes], book: Book, folder: Path
    ) -> None:
        self._now_ms = now_ms
        self._random = random
        self._book = book
        self._file = folder / "endpoint.db"
        self._copies = 0
        self._there = asyncio.new_event_loop()
        self._thread = Thread(target=self._there.run_forever, daemon=True)
        self._thread.start()
        self._stack = AsyncExitStack()

    async def open(self, *, is_restored: bool = False) -> None:
        """Starts it anew over its file."""
        self._done(self._opened(is_restored))

    def close(self) -> None:
        """Ends it, and its thread."""
        self._done(self._stack.aclose())
        self._there.call_soon_threadsafe(self._there.stop)
        self._thread.join()
        self._there.close()

    def copy(self) -> Path:
        """A backup of the database, as sqlite makes it while others write."""
        self._copies += 1
        backup = self._file.with_suffix(f".copy{self._copies}")
        source, target = sqlite3.connect(self._file), sqlite3.connect(backup)
        source.backup(target)
        source.close()
        target.close()
        return backup

    async def restore(self, backup: Path, *, is_said: bool = True) -> None:
        """Puts a backup in the place of the database."""
        self._done(self._stack.aclose())
        self._put_in_place(backup)
        await self.open(is_restored=is_said)

    def _put_in_place(self, backup: Path) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self._file}{end}").unlink(missing_ok=True)
        shutil.copyfile(backup, self._file)

    async def grant(self, secret: bytes) -> None:
        """Makes a grant, as an operator does."""
        self._done(self._granted(secret))

    async def entries(self, circle: bytes, above: int = 0) -> list[EntryRow]:
        """Every entry that it keeps of a circle above this place."""
        return self._done(self._found(EntryRow, circle=circle, seq=Between(above + 1)))

    async def head(self, circle: bytes) -> int:
        """How far a circle's log has come; 0 when it is not here."""
        return next((row.head for row in self._done(self._found(CircleRow, id=circle))), 0)

    def every_byte(self) -> Iterator[bytes]:
        """Whatever stands in its files."""
        for end in ("", "-wal"):
            file = Path(f"{self._file}{end}")
            if file.exists():
                yield file.read_bytes()

    async def answer(self, call: Call) -> Answer:
        """The answer to a call."""
        return self._done(called(self._app, call))

    def _done(self, work: Coroutine[Any, Any, Made]) -> Made:
        return asyncio.run_coroutine_threadsafe(work, self._there).result()

    async def _opened(self, is_restored: bool) -> None:
        await self._stack.aclose()
        self._stack = AsyncExitStack()
        self.office = Office(
            store=SqlStore(f"sqlite+aiosqlite:///{self._file}"),
            settings=Settings(origins=(ORIGIN,), **SPACIOUS),
            now_ms=self._now_ms,
            random=self._random,
            crypto=QuickCrypto(self._random, self._book),
        )
        self._app = app_of(self.office, is_restored=is_restored)
        await self._stack.enter_async_context(self._app.router.lifespan_context(self._app))

    async def _granted(self, secret: bytes) -> None:
        async with self.office.store.writing() as rows:
            await rows.add([Org("school", 1_000)], if_absent=True)
            await rows.add([Grant(secret_hash(secret), "school", self.office.today + 3650)])

    async def _found(self, kind: Any, **where: Any) -> Any:
        async with self.office.store.reading() as rows:
            return await rows.find(kind, **where)
