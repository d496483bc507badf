"""A Web Lock: which of several tabs is the writer. It ends with the tab, however that ends.

Source: Web Locks API, section 3.2.
"""

import asyncio
from typing import Any, Final

import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import JsException, create_proxy, to_js  # type: ignore[import-not-found]  # a browser only

from services.planner.errors import StorageUnavailable

_GRACE_MS: Final = 1000
"""A page that is being reloaded may hold the lock for a moment after its successor has begun.

A page that WebKit keeps for its back button would hold it as long as it is kept; so pages end their worker
when they are put away, see docs/adr/0024."""


class WebLock:
    """One named lock of this origin."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._let_go: Any = None
        self._taking = asyncio.Lock()

    async def take(self) -> bool:
        """Takes it if nobody holds it. Errors: StorageUnavailable where the browser has no locks."""
        async with self._taking:
            return self._let_go is not None or await self._request()

    def release(self) -> None:
        """Gives it back."""
        if self._let_go is not None:
            self._let_go()
            self._let_go = None

    async def _request(self) -> bool:
        locks = getattr(js.navigator, "locks", None)
        if not locks:
            raise StorageUnavailable("no web locks")
        is_ours: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        held = js.Promise.new(create_proxy(self._keep))

        def granted(_: Any) -> Any:
            is_ours.set_result(True)
            return held

        def ended(_: Any) -> None:
            if not is_ours.done():
                is_ours.set_result(False)

        how = to_js({"signal": js.AbortSignal.timeout(_GRACE_MS)}, dict_converter=js.Object.fromEntries)
        try:
            locks.request(self._name, how, create_proxy(granted)).then(
                create_proxy(ended), create_proxy(ended)
            )
        except JsException as problem:
            raise StorageUnavailable("web lock") from problem
        if await is_ours:
            return True
        self.release()
        return False

    def _keep(self, let_go: Any, _: Any) -> None:
        self._let_go = let_go
