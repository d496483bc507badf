"""Counts what goes over a wire: a doorway on loopback before a server, or a transport in this process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx

_PART_BYTES = 65_536


@dataclass
class Meter:
    """What went through, since it was set back. Units: bytes, and requests where they can be told apart."""

    up: int = 0
    down: int = 0
    requests: int = 0

    @property
    def both_ways(self) -> int:
        return self.up + self.down

    def set_back(self) -> None:
        """Begins anew."""
        self.up = self.down = self.requests = 0


@dataclass
class Doorway:
    """A port of its own, and the one that it leads to once somebody says which."""

    port: int
    leads_to: int = 0


@asynccontextmanager
async def doorway(meter: Meter) -> AsyncIterator[Doorway]:
    """A port whose connections are passed on, byte by byte as they come, and counted."""
    there = Doorway(0)
    guests: dict[asyncio.Task[None] | None, asyncio.StreamWriter] = {}

    async def carry(come: asyncio.StreamReader, go: asyncio.StreamWriter, *, is_up: bool) -> None:
        while part := await come.read(_PART_BYTES):
            if is_up:
                meter.up += len(part)
                meter.requests += part.count(b" HTTP/1.1\r\n")
            else:
                meter.down += len(part)
            go.write(part)
            await go.drain()
        go.close()

    async def guest(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        guests[asyncio.current_task()] = writer
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", there.leads_to)
        await asyncio.gather(
            carry(reader, there_writer, is_up=True),
            carry(there_reader, writer, is_up=False),
            return_exceptions=True,
        )

    server = await asyncio.start_server(guest, "127.0.0.1", 0)
    async with server:
        there.port = server.sockets[0].getsockname()[1]
        yield there
        for writer in guests.values():
            writer.close()
        await asyncio.gather(*(task for task in guests if task is not None))


class MeteredTransport(httpx.AsyncBaseTransport):
    """Counts heads and bodies, as HTTP/1.1 writes them."""

    def __init__(self, inner: httpx.AsyncBaseTransport, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Passes it on."""
        body = await request.aread()
        self._meter.up += _head_bytes(f"{request.method} {request.url.path} HTTP/1.1", request.headers)
        self._meter.up += len(body)
        self._meter.requests += 1
        answer = await self._inner.handle_async_request(request)
        said = await answer.aread()
        self._meter.down += _head_bytes(f"HTTP/1.1 {answer.status_code} OK", answer.headers) + len(said)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=_Body(said))


class _Body(httpx.AsyncByteStream):
    """A body that was read, to be read once more."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield self._body


def _head_bytes(first: str, headers: httpx.Headers) -> int:
    lines = [first, *(f"{name}: {value}" for name, value in headers.items())]
    return sum(len(line) + 2 for line in lines) + 2
