"""httpx over the browser's own fetch, from Python in a worker: no sockets are there.

Without cookies, redirects, cache or referrer. The body is read as it comes, so that too much can be stopped.
Source: the Fetch standard; a body that the browser has decoded no longer has the length its header says.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from typing import Any, Final

import httpx
import js  # type: ignore[import-not-found]  # exists in a browser only
from pyodide.ffi import JsException, to_js  # type: ignore[import-not-found]  # exists in a browser only

_THE_BROWSERS: Final = frozenset(
    {"accept-encoding", "connection", "content-length", "host", "transfer-encoding", "user-agent"}
)
_NO_LONGER_TRUE: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class FetchTransport(httpx.AsyncBaseTransport):
    """Hands every request to fetch. Errors: httpx.ConnectError, httpx.ReadError, httpx.ReadTimeout."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body still to be read."""
        timeouts = request.extensions.get("timeout", {})
        patience = _Patience(timeouts.get("read"))
        body = await request.aread()
        options = {
            "method": request.method,
            "headers": to_js(
                [[name, value] for name, value in request.headers.items() if name not in _THE_BROWSERS]
            ),
            "cache": "no-store",
            "credentials": "omit",
            "redirect": "error",
            "referrerPolicy": "no-referrer",
            "signal": patience.signal,
        }
        if body:
            options["body"] = to_js(body)
        asked = to_js(options, dict_converter=js.Object.fromEntries)
        try:
            answer = await patience.over(js.fetch(str(request.url), asked))
        except JsException as problem:
            raise httpx.ConnectError("fetch", request=request) from problem
        headers = dict(js.Object.fromEntries(answer.headers).to_py())
        kept = {name: value for name, value in headers.items() if name not in _NO_LONGER_TRUE}
        return httpx.Response(int(answer.status), headers=kept, stream=_Body(answer.body, patience))


class _Patience:
    """Waits for promises of one request, each for so long; whoever stops waiting stops the request."""

    def __init__(self, most_s: float | None) -> None:
        self._most_s = most_s
        self._controller = js.AbortController.new()

    @property
    def signal(self) -> Any:
        """What fetch listens to."""
        return self._controller.signal

    async def over(self, promise: Awaitable[Any]) -> Any:
        try:
            async with asyncio.timeout(self._most_s):
                return await promise
        except TimeoutError as problem:
            self.stop()
            raise httpx.ReadTimeout("fetch") from problem
        except asyncio.CancelledError:
            self.stop()
            raise

    def stop(self) -> None:
        self._controller.abort()


class _Body(httpx.AsyncByteStream):
    """A body as it arrives. `readable` is None where an answer has none."""

    def __init__(self, readable: Any, patience: _Patience) -> None:
        self._reader = readable.getReader() if readable else None
        self._patience = patience

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self._reader is not None:
            try:
                part = await self._patience.over(self._reader.read())
            except JsException as problem:
                raise httpx.ReadError("fetch") from problem
            if part.done:
                self._reader = None
            else:
                yield bytes(part.value.to_bytes())

    async def aclose(self) -> None:
        if self._reader is not None:
            self._reader = None
            self._patience.stop()
