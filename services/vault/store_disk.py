"""A `Store` in a folder: write beside, fsync, rename over, fsync the folder.

<name>        content          <name>.tmp    being written; never read, cleared by the next writer
writer.lock   empty; the process that holds its lock is the one writer
"""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

from services.vault.disk import Disk, RealDisk, disk_errors
from services.vault.ports import is_store_name

LOCK_NAME = "writer.lock"
_BEING_WRITTEN = ".tmp"
QUICK_S = 0.005


class DiskStore:
    """Named bytes in one folder.

    The system is asked in a thread, so that the screen goes on; a write only until the disk has shown that
    it is quick, because handing a write over costs nearly as much as a quick disk takes (docs/adr/0027).
    Units: `clock` gives seconds.
    """

    def __init__(
        self, folder: Path, disk: Disk | None = None, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._disk = disk or RealDisk(folder)
        self._clock = clock
        self._is_quick = False
        self._one_write = asyncio.Lock()
        self._is_writer = False

    async def read(self, name: str) -> bytes | None:
        """The content, or None."""
        assert is_store_name(name)
        with disk_errors():
            return await asyncio.to_thread(self._disk.read, name)

    async def write(self, name: str, content: bytes) -> None:
        """Replaces the content as a whole, durably."""
        assert is_store_name(name)
        async with self._one_write:
            with disk_errors():
                if self._is_quick:
                    self._write(name, content)
                else:
                    await asyncio.to_thread(self._write, name, content)

    async def delete(self, name: str) -> None:
        """Forgets a name, durably."""
        assert is_store_name(name)
        with disk_errors():
            await asyncio.to_thread(self._delete, [name])

    async def names(self) -> list[str]:
        """Every name that has content."""
        with disk_errors():
            found = await asyncio.to_thread(self._disk.names)
        return [n for n in found if is_store_name(n) and n != LOCK_NAME and not n.endswith(_BEING_WRITTEN)]

    async def claim(self) -> bool:
        """Takes the folder's lock, and clears what an earlier writer left half-written."""
        with disk_errors():
            return await asyncio.to_thread(self._claim)

    async def release(self) -> None:
        """Gives the folder's lock back."""
        with disk_errors():
            self._let_go()

    async def erase(self) -> None:
        """Removes our files and the folder; what others put there stays."""
        with disk_errors():
            await asyncio.to_thread(self._erase)

    def _write(self, name: str, content: bytes) -> None:
        began = self._clock()
        draft = f"{name}.{os.getpid()}{_BEING_WRITTEN}"
        self._disk.make_folder()
        try:
            self._disk.write(draft, content)
            self._disk.sync(draft)
            self._disk.rename(draft, name)
        except OSError:
            self._clear(draft)
            raise
        self._disk.sync_folder()
        self._is_quick = self._clock() - began < QUICK_S

    def _clear(self, draft: str) -> None:
        try:
            self._disk.remove(draft)
        except OSError:
            return  # the first error is the one to tell; the next writer clears the draft

    def _delete(self, names: list[str]) -> None:
        there = set(self._disk.names())
        gone = [name for name in names if name in there]
        for name in gone:
            self._disk.remove(name)
        if gone:
            self._disk.sync_folder()

    def _claim(self) -> bool:
        if self._is_writer:
            return True
        self._disk.make_folder()
        if not self._disk.take_lock(LOCK_NAME):
            return False
        self._is_writer = True
        self._delete([name for name in self._disk.names() if name.endswith(_BEING_WRITTEN)])
        return True

    def _erase(self) -> None:
        self._delete([name for name in self._disk.names() if is_store_name(name) and name != LOCK_NAME])
        self._let_go()
        self._disk.remove(LOCK_NAME)
        self._disk.remove_folder()

    def _let_go(self) -> None:
        self._is_writer = False
        self._disk.release_lock()
