"""A `Store` that keeps nothing: for a made-up pupil, and for tests, which may ask for bad weather."""

from services.planner.errors import StorageFull, StorageUnavailable
from services.vault.ports import is_store_name


class Pen:
    """Who writes a set of files in memory; two stores over the same files share one."""

    def __init__(self) -> None:
        self.holder: object = None


class MemoryStore:
    """Named bytes in a dictionary. `fill_disk`, `fail_at` and `go_read_only` are the weather."""

    def __init__(self, content_by_name: dict[str, bytes] | None = None, pen: Pen | None = None) -> None:
        self.content_by_name: dict[str, bytes] = {} if content_by_name is None else content_by_name
        self.write_count = 0
        self._pen = pen or Pen()
        self._is_full = False
        self._is_read_only = False
        self._fails_at: int | None = None

    def beside(self) -> "MemoryStore":
        """The same files as another tab or process sees them."""
        return MemoryStore(self.content_by_name, self._pen)

    def fill_disk(self, is_full: bool = True) -> None:
        """From now on there is no room (or there is again)."""
        self._is_full = is_full

    def go_read_only(self, is_read_only: bool = True) -> None:
        """From now on the device takes no writes (or takes them again)."""
        self._is_read_only = is_read_only

    def fail_at(self, n: int) -> None:
        """The n-th write or deletion from now, counted from 1, does not work; the others do."""
        self._fails_at = self.write_count + n

    async def read(self, name: str) -> bytes | None:
        """The content, or None."""
        assert is_store_name(name)
        return self.content_by_name.get(name)

    async def write(self, name: str, content: bytes) -> None:
        """Replaces the content."""
        assert is_store_name(name)
        self._weather(needs_room=True)
        self.content_by_name[name] = bytes(content)

    async def delete(self, name: str) -> None:
        """Forgets a name."""
        assert is_store_name(name)
        self._weather(needs_room=False)
        self.content_by_name.pop(name, None)

    async def names(self) -> list[str]:
        """Every name."""
        return sorted(self.content_by_name)

    async def claim(self) -> bool:
        """Becomes the one writer among the stores over these files."""
        if self._pen.holder in (None, self):
            self._pen.holder = self
        return self._pen.holder is self

    async def release(self) -> None:
        """Lets another become the writer."""
        if self._pen.holder is self:
            self._pen.holder = None

    async def erase(self) -> None:
        """Forgets everything."""
        self._weather(needs_room=False)
        self.content_by_name.clear()
        await self.release()

    def _weather(self, needs_room: bool) -> None:
        self.write_count += 1
        if self._is_read_only or self.write_count == self._fails_at:
            raise StorageUnavailable("memory store, weather")
        if self._is_full and needs_room:
            raise StorageFull("memory store, weather")
