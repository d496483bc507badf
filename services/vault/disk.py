"""The few things a disk is asked to do, each on its own, so that a test can stop the world at any of them."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from services.planner.errors import StorageFull, StorageUnavailable
from services.vault.folder_lock import FolderLock

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Disk(Protocol):
    """One folder of files. Errors: OSError, as the system says it."""

    def names(self) -> list[str]:
        """Every file in the folder; none when there is no folder."""

    def read(self, name: str) -> bytes | None:
        """The content, or None."""

    def write(self, name: str, content: bytes) -> None:
        """Makes or truncates the file and fills it. Nothing is durable yet."""

    def sync(self, name: str) -> None:
        """Makes the content of one file durable."""

    def rename(self, name: str, to: str) -> None:
        """Puts a file in another's place, at once."""

    def remove(self, name: str) -> None:
        """Removes the name; one that is not there is no error."""

    def sync_folder(self) -> None:
        """Makes renames and removals durable."""

    def make_folder(self) -> None:
        """Makes the folder, open to its owner only, if it is not there."""

    def remove_folder(self) -> None:
        """Removes the empty folder; one that is not there is no error."""

    def take_lock(self, name: str) -> bool:
        """Locks a file of the folder; False while another process, or another disk, holds it."""

    def release_lock(self) -> None:
        """Gives the lock back."""


class RealDisk:
    """A folder of the operating system. Privacy: owner only, 0700 and 0600."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: FolderLock | None = None

    def _at(self, name: str) -> str:
        """A file's path as text: making a `Path` takes as long as a small write."""
        return os.path.join(self.folder, name)  # noqa: PTH118  see above

    def names(self) -> list[str]:
        """Every file in the folder."""
        try:
            return sorted(path.name for path in self.folder.iterdir())
        except FileNotFoundError:
            return []

    def read(self, name: str) -> bytes | None:
        """The content, or None."""
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, name: str, content: bytes) -> None:
        """Makes or truncates the file and fills it."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        file = os.open(self._at(name), flags, 0o600)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(file, left) :]
        finally:
            os.close(file)

    def sync(self, name: str) -> None:
        """fsync; on Apple's systems fsync alone stops at the drive's cache."""
        file = os.open(self._at(name), os.O_RDWR)
        try:
            full_sync(file)
        finally:
            os.close(file)

    def rename(self, name: str, to: str) -> None:
        """Atomic on every system we run on."""
        os.replace(self._at(name), self._at(to))  # noqa: PTH105  as in `_at`

    def remove(self, name: str) -> None:
        """Removes the name."""
        (self.folder / name).unlink(missing_ok=True)

    def sync_folder(self) -> None:
        """fsync of the folder. Windows has no such call and journals renames itself."""
        if sys.platform == "win32":
            return
        folder = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            full_sync(folder)
        finally:
            os.close(folder)

    def make_folder(self) -> None:
        """Makes the folder and makes its own name durable."""
        if not self.folder.is_dir():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            RealDisk(self.folder.parent).sync_folder()

    def remove_folder(self) -> None:
        """Removes the empty folder; something of others in it keeps it."""
        with suppress(FileNotFoundError):
            try:
                self.folder.rmdir()
            except OSError as problem:
                if problem.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise

    def take_lock(self, name: str) -> bool:
        """Locks the file; True again for the holder."""
        self._lock = self._lock or FolderLock.taken(self.folder / name)
        return self._lock is not None

    def release_lock(self) -> None:
        """Gives the lock back."""
        if self._lock:
            self._lock.release()
        self._lock = None


def full_sync(descriptor: int) -> None:
    """Makes an open file durable down to the platter."""
    if sys.platform in ("darwin", "ios"):
        import fcntl

        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as problem:
            if problem.errno not in (errno.ENOTSUP, errno.EINVAL):
                raise
        else:
            return  # network drives do not know F_FULLFSYNC; they get a plain fsync
    os.fsync(descriptor)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turns what the system says into our own errors. Errors: StorageFull, StorageUnavailable."""
    try:
        yield
    except OSError as problem:
        note = errno.errorcode.get(problem.errno or 0, "unknown")
        if problem.errno in _FULL:
            raise StorageFull(note) from problem
        raise StorageUnavailable(note) from problem
