"""What stands around every call: headers that keep answers where they belong, the version, the count."""

import time
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.endpoint.answers import problem
from services.endpoint.metrics import Metrics
from services.sync.problem import Problem
from services.sync.wire import MOST_REQUEST_BYTES, SYNC_VERSION, VERSION_HEADER
from services.sync.wire_form import problem_answer

_FOR_ANY_VERSION: Final = "/v1/about"
# What an answer that is only ever JSON needs, by OWASP's cheat sheet for REST; every tick pays for each byte.
_HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    VERSION_HEADER.lower(): str(SYNC_VERSION),
}
_RAW_HEADERS: Final = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
_ONLY_TLS: Final = (b"strict-transport-security", b"max-age=31536000")  # RFC 6797, 7.2: never without


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
                message["headers"] = [*message["headers"], *_RAW_HEADERS]
                if scope["scheme"] == "https":
                    message["headers"].append(_ONLY_TLS)
                call = getattr(scope.get("route"), "path", "none")
                self._metrics.call(call, message["status"], time.perf_counter() - began)
            await send(message)

        if _speaks_our_version(scope):
            await self._app(scope, _limited(receive), send_with_headers)
        else:
            await problem(problem_answer(Problem.VERSION))(scope, receive, send_with_headers)


def _speaks_our_version(scope: Scope) -> bool:
    path = scope["path"]
    if path == _FOR_ANY_VERSION or not path.startswith("/v1/"):
        return True
    return Headers(scope=scope).get(VERSION_HEADER) == str(SYNC_VERSION)


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
