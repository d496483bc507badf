"""Where stores and keystores are made in tests on this machine."""

import itertools
import os
from pathlib import Path

from services.vault.keystore_file import FileKeystore
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_disk import DiskStore
from services.vault.store_memory import MemoryStore
from tests.vault.stormy_disk import Storm, StormyDisk


class DiskPlace:
    """Folders of this machine."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers = itertools.count()
        self.folder = root

    def fresh(self) -> DiskStore:
        self.folder = self._root / str(next(self._numbers)) / "vault"
        return DiskStore(self.folder)

    def beside(self) -> DiskStore:
        return DiskStore(self.folder)


class MemoryPlace:
    """Memory."""

    def __init__(self) -> None:
        self._last = MemoryStore()

    def fresh(self) -> MemoryStore:
        self._last = MemoryStore()
        return self._last

    def beside(self) -> MemoryStore:
        return self._last.beside()


class StormyPlace:
    """A made-up disk, in good weather: the one that the tests of bad weather rely on."""

    def __init__(self) -> None:
        self._last = StormyDisk(Storm())

    def fresh(self) -> DiskStore:
        self._last = StormyDisk(Storm())
        return DiskStore(Path("made-up"), self._last)

    def beside(self) -> DiskStore:
        return DiskStore(Path("made-up"), self._last.beside())


class FileKeystorePlace:
    """Folders of this machine."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._numbers = itertools.count()
        self._folder = root

    def fresh(self) -> FileKeystore:
        self._folder = self._root / str(next(self._numbers))
        return self.again()

    def again(self) -> FileKeystore:
        return FileKeystore(self._folder, os.urandom)


class MemoryKeystorePlace:
    """Memory; starting the app anew is the same object."""

    def __init__(self) -> None:
        self._last = MemoryKeystore(os.urandom)

    def fresh(self) -> MemoryKeystore:
        self._last = MemoryKeystore(os.urandom)
        return self._last

    def again(self) -> MemoryKeystore:
        return self._last
