"""What stands around every call: headers that keep answers where they belong, the version, the count."""

import time
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.endpoint.metrics import Metrics
from services.sync.wire import MOST_REQUEST_BYTES, SYNC_VERSION, VERSION_HEADER

_HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
    VERSION_HEADER.lower(): str(SYNC_VERSION),
}


class AroundEveryCall:
    """Adds the headers, and tells the metrics which call it was and how it ended."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the call on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = time.perf_counter()

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
                call = getattr(scope.get("route"), "path", "none")
                self._metrics.call(call, message["status"], time.perf_counter() - began)
            await send(message)

        await self._app(scope, _limited(receive), send_with_headers)


def _limited(receive: Receive) -> Receive:
    """Reads no more than a request may have. Errors: HTTPException 413."""
    left_bytes = MOST_REQUEST_BYTES

    async def receive_some() -> Message:
        nonlocal left_bytes
        message = await receive()
        left_bytes -= len(message.get("body", b""))
        if left_bytes < 0:
            raise HTTPException(413)
        return message

    return receive_some
