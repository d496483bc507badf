"""Hears every byte between devices and an endpoint, and looks for words in it, however they are written."""

import base64
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Listening:
    """Around an ASGI app; `heard` is all that came and went, heads and bodies. Only under /v1: `path`."""

    def __init__(self, inner: ASGIApp, path: str = "/") -> None:
        self._inner = inner
        self._path = path
        self.heard = bytearray()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes it on."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        is_answer_heard = scope["path"].startswith(self._path)
        self._hear(scope["method"].encode(), scope["raw_path"], scope["query_string"])
        self._hear_head(scope["headers"])

        async def received() -> Message:
            message = await receive()
            self._hear(message.get("body", b""))
            return message

        async def sent(message: Message) -> None:
            if is_answer_heard:
                self._hear_head(message.get("headers", ()))
                self._hear(message.get("body", b""))
            await send(message)

        await self._inner(scope, received, sent)

    def _hear_head(self, headers: Iterable[tuple[bytes, bytes]]) -> None:
        for name, value in headers:
            self._hear(name, value)

    def _hear(self, *said: bytes) -> None:
        self.heard += b"\n".join(said) + b"\n"


def readable_in(heap: bytes, words: Iterable[str]) -> list[str]:
    """Which of these words stand in it: plain, in UTF-16, hexadecimal, base64 at any place, or backwards."""
    return [word for word in words if any(shape in heap for shape in _shapes(word))]


def _shapes(word: str) -> list[bytes]:
    plain = word.encode()
    found = [plain, plain[::-1], word.encode("utf-16-le"), plain.hex().encode(), plain.hex().upper().encode()]
    for before in range(3):
        text = base64.b64encode(bytes(before) + plain)
        inner = text[-(-before * 8 // 6) : (before + len(plain)) * 8 // 6]
        found += [inner, inner.replace(b"+", b"-").replace(b"/", b"_")]
    return found
