"""The lock that makes one process the writer of a folder. It dies with the process, however that ends."""

import os
import sys
from pathlib import Path


class FolderLock:
    """An advisory lock on a file of its own."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds it."""
        return self._descriptor is not None

    def take(self) -> bool:
        """Takes it if nobody holds it. Errors: OSError."""
        assert self._descriptor is None
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            is_ours = _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if is_ours:
            self._descriptor = descriptor
        else:
            os.close(descriptor)
        return is_ours

    def release(self) -> None:
        """Gives it back; closing the file is enough on every system."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
