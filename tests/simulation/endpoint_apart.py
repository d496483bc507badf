"""The whole endpoint over SQLite, in a thread with a real loop of its own.

The world's loop stands still while it answers, so that a run is the same every time.
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
from services.endpoint.rows import EntryRow
from services.endpoint.store_sqlite import SqliteStore
from services.endpoint.writer import Writer
from services.sync import wire
from tests.simulation.asgi import called
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.network import Answer, Call
from tests.simulation.quick_crypto import Book

Made = TypeVar("Made")


class EndpointApart(EndpointHere):
    """An endpoint whose database is a file in `folder`. `close` it."""

    def __init__(
        self, now_ms: Callable[[], int], random: Callable[[int], bytes], book: Book, folder: Path
    ) -> None:
        super().__init__(now_ms, random, book)
        self._file = folder / "endpoint.db"
        self._copies = 0
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._stack = AsyncExitStack()

    async def open(self, *, is_restored: bool = False) -> None:
        self._there(self._opened(is_restored))

    def close(self) -> None:
        """Ends it, and its thread."""
        self._there(self._stack.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def copy(self) -> Path:
        """A backup of the database, as sqlite makes it while others write."""
        self._copies += 1
        backup = self._file.with_suffix(f".copy{self._copies}")
        source, target = sqlite3.connect(self._file), sqlite3.connect(backup)
        source.backup(target)
        source.close()
        target.close()
        return backup

    async def restore(self, backup: Any, *, is_said: bool = True) -> None:
        self._there(self._stack.aclose())
        self._put_in_place(backup)
        await self.open(is_restored=is_said)

    def _put_in_place(self, backup: Path) -> None:
        for end in ("", "-wal", "-shm"):
            Path(f"{self._file}{end}").unlink(missing_ok=True)
        shutil.copyfile(backup, self._file)

    async def answer(self, call: Call) -> Answer:
        return self._there(called(self._app, call))

    async def grant(self, secret: bytes) -> None:
        self._there(super().grant(secret))

    async def entries(self, circle: bytes, above: int = 0) -> list[EntryRow]:
        return self._there(super().entries(circle, above))

    async def head(self, circle: bytes) -> int:
        return self._there(super().head(circle))

    async def rows_of(self, circle: bytes) -> list[Any]:
        return self._there(super().rows_of(circle))

    async def pushed(self, device: bytes, circle: bytes, *raws: bytes) -> wire.CircleAnswer:
        return self._there(super().pushed(device, circle, *raws))

    def every_byte(self) -> Iterator[bytes]:
        """Whatever stands in its files."""
        for end in ("", "-wal"):
            file = Path(f"{self._file}{end}")
            if file.exists():
                yield file.read_bytes()

    def _there(self, work: Coroutine[Any, Any, Made]) -> Made:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _opened(self, is_restored: bool) -> None:
        await self._stack.aclose()
        self._stack = AsyncExitStack()
        self.office = self.office_over(SqliteStore(f"sqlite+aiosqlite:///{self._file}"))
        self._app = app_of(self.office, is_restored=is_restored)
        await self._stack.enter_async_context(self._app.router.lifespan_context(self._app))
        self._writer: Writer = self._app.state.writer
