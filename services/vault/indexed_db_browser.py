"""One IndexedDB database with one object store, awaited from Python in a worker.

Writes ask for strict durability: the transaction completes when the bytes are on the disk, not when they
have been handed to the system. Source: Indexed Database API 3.0, section 2.7.1, durability hints.
"""

import asyncio
from collections.abc import Callable
from typing import Any, Final

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import JsException, create_proxy, to_js  # type: ignore[import-not-found]  # a browser only

from services.planner.errors import FirstbellError, StorageFull, StorageUnavailable

_STORE: Final = "kept"
_VERSION: Final = 1


class Database:
    """Values by key. The connection opens with the first use and gives way when another tab erases."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._connection: Any = None
        self._opening = asyncio.Lock()
        self._listeners: list[Any] = []

    async def get(self, key: str) -> Any:
        """The value, or None. Errors: StorageUnavailable."""
        return await self._ask("readonly", lambda store: store.get(key))

    async def keys(self) -> list[str]:
        """Every key. Errors: StorageUnavailable."""
        found = await self._ask("readonly", lambda store: store.getAllKeys())
        return [str(key) for key in found]

    async def put(self, key: str, value: Any) -> None:
        """Keeps a value, durably. Errors: StorageFull, StorageUnavailable; the old one is whole."""
        await self._ask("readwrite", lambda store: store.put(value, key))

    async def keep_first(self, key: str, value: Any) -> None:
        """Keeps a value unless the key has one, as one step. Errors: StorageFull, StorageUnavailable."""
        try:
            await self._ask("readwrite", lambda store: store.add(value, key))
        except StorageUnavailable as problem:
            if problem.note != "ConstraintError":
                raise

    async def delete(self, key: str) -> None:
        """Forgets a key, durably. Errors: StorageUnavailable."""
        await self._ask("readwrite", lambda store: store.delete(key))

    async def destroy(self) -> None:
        """Deletes the database. Other tabs' connections give way. Errors: StorageUnavailable."""
        self.disconnect()
        request = js.indexedDB.deleteDatabase(self._name)
        await _ended(request, done="onsuccess", lost=("onerror",))

    def disconnect(self) -> None:
        """Closes the connection; the next question opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    async def _ask(self, mode: str, question: Callable[[Any], Any]) -> Any:
        """Asks, and once more over a new connection: a phone that slept takes the old one away.

        Each question may be asked twice: it sets a key to a value, whatever it had.
        """
        try:
            return await self._ask_once(mode, question)
        except StorageUnavailable as problem:
            if problem.note == "ConstraintError":
                raise
            self.disconnect()
            return await self._ask_once(mode, question)

    async def _ask_once(self, mode: str, question: Callable[[Any], Any]) -> Any:
        connection = await self._connected()
        try:
            how = to_js({"durability": "strict"}, dict_converter=js.Object.fromEntries)
            transaction = connection.transaction(_STORE, mode, how)
            request = question(transaction.objectStore(_STORE))
        except JsException as problem:
            raise _error(problem) from problem
        await _ended(transaction, done="oncomplete", lost=("onabort",))
        return request.result

    async def _connected(self) -> Any:
        async with self._opening:
            if self._connection is None:
                self._connection = await self._connect()
        return self._connection

    async def _connect(self) -> Any:
        try:
            request = js.indexedDB.open(self._name, _VERSION)
        except JsException as problem:
            raise _error(problem) from problem
        make = create_proxy(lambda _: request.result.createObjectStore(_STORE) and None)
        request.onupgradeneeded = make
        try:
            await _ended(request, done="onsuccess", lost=("onerror", "onblocked"))
        finally:
            make.destroy()
        connection = request.result
        self._listeners = [create_proxy(lambda _: self.disconnect())]
        connection.onversionchange = connection.onclose = self._listeners[0]
        return connection


async def _ended(source: Any, done: str, lost: tuple[str, ...]) -> None:
    """Waits for one of the events of a request or transaction. Errors: StorageFull, StorageUnavailable."""
    ended: asyncio.Future[FirstbellError | None] = asyncio.get_running_loop().create_future()

    def end(error: FirstbellError | None) -> None:
        if not ended.done():
            ended.set_result(error)

    well = create_proxy(lambda _: end(None))
    badly = create_proxy(lambda _: end(_error(source.error)))
    setattr(source, done, well)
    for event in lost:
        setattr(source, event, badly)
    try:
        error = await ended
    finally:
        for event in (done, *lost):
            setattr(source, event, None)
        well.destroy()
        badly.destroy()
    if error:
        raise error


def _error(problem: Any) -> FirstbellError:
    """What a DOMException means to us."""
    name = str(getattr(problem, "name", "") or "unknown")
    return StorageFull(name) if name == "QuotaExceededError" else StorageUnavailable(name)
