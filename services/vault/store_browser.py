"""A `Store` in IndexedDB, with strict durability and a Web Lock for the one writer."""

from typing import Any, Final

from pyodide.ffi import to_js  # type: ignore[import-not-found]  # exists in a browser only

from services.vault.indexed_db_browser import Database
from services.vault.ports import is_store_name
from services.vault.web_lock_browser import WebLock

NAME: Final = "firstbell"


class IndexedDbStore:
    """Named bytes in one database of this origin; the lock has the database's name."""

    def __init__(self, name: str = NAME) -> None:
        self._database = Database(name)
        self._lock = WebLock(name)

    async def read(self, name: str) -> bytes | None:
        """The content, or None."""
        assert is_store_name(name)
        found: Any = await self._database.get(name)
        return None if found is None else bytes(found.to_bytes())

    async def write(self, name: str, content: bytes) -> None:
        """Replaces the content as a whole, durably."""
        assert is_store_name(name)
        await self._database.put(name, to_js(content))

    async def delete(self, name: str) -> None:
        """Forgets a name, durably."""
        assert is_store_name(name)
        await self._database.delete(name)

    async def names(self) -> list[str]:
        """Every name that has content."""
        return sorted(await self._database.keys())

    async def claim(self) -> bool:
        """Takes the Web Lock, if no other tab holds it."""
        return await self._lock.take()

    async def release(self) -> None:
        """Gives the Web Lock back."""
        self._lock.release()

    async def erase(self) -> None:
        """Deletes the database itself."""
        await self._database.destroy()
        self._lock.release()
