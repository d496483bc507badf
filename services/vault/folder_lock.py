"""The lock that makes one process the writer of a folder. It dies with the process, however that ends."""

import os
import sys
from pathlib import Path


class FolderLock:
    """A lock that is held, on a file of its own."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def taken(cls, path: Path) -> "FolderLock | None":
        """Takes it; None while somebody else holds it. Errors: OSError."""
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            is_ours = _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise
        if not is_ours:
            os.close(descriptor)
        return cls(descriptor) if is_ours else None

    def release(self) -> None:
        """Gives it back; closing the file is enough on every system."""
        os.close(self._descriptor)


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
