"""Made-up devices, each with a circle, a token and entries ready to be pushed; and a load of pushes."""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from services.crypto.canonical import to_base64url
from services.crypto.device_keys import new_device_keys
from services.crypto.native import NativeCrypto
from services.endpoint.app import store_of
from services.endpoint.circles import found_circle
from services.endpoint.days import day_of
from services.endpoint.office import clock_ms
from services.endpoint.rows import Device, Org
from services.endpoint.settings import Settings
from services.endpoint.tokens import TOKEN_MS, secret_hash
from services.planner.words import Role
from services.sync.entry import Frame, Kind, seal_entry
from services.sync.epoch_keys import About, CircleKind
from services.sync.log import begin_log
from services.sync.roster_wish import first_roster
from services.sync.wire import VERSION_HEADER

ORIGIN = "http://127.0.0.1"
CONNECTIONS = 64
TICK = b'{"edits":[["day:2026-09-14","day","t.brush",["done","p7Qk"],"019943f1a2c00000a1b2c3d4"]]}'


@dataclass
class Fleet:
    """Requests by device, in the order in which each must be sent."""

    requests: list[list[bytes]] = field(default_factory=list)


async def fleet(url: str, devices: int, pushes: int) -> Fleet:
    """Puts devices with one circle each into the database and makes what they will say."""
    crypto, store, made, now = NativeCrypto(), store_of(Settings(database_url=url)), Fleet(), clock_ms()
    await store.open()
    async with store.writing() as rows:
        await rows.add([Org("bench", devices + 1)], if_absent=True)
        for _ in range(devices):
            keys, token = await new_device_keys(crypto), crypto.random(32)
            about = About(CircleKind.PRIVATE, crypto.random(16))
            first = await first_roster(crypto, keys, Role.PUPIL, about, now)
            state = begin_log(first.entry)
            day = day_of(now)
            until = now + TOKEN_MS
            device = Device(
                keys.id, keys.sign.public, keys.kem.public, "bench", day, day, secret_hash(token), until
            )
            await rows.add([device])
            await found_circle(rows, state, [first.entry], "bench", keys.id, day)
            circle, prev, key = state.chain.circle, first.entry.hash, first.keys.current
            mine = []
            for n in range(2, pushes + 2):
                frame = Frame(Kind.EDITS, circle, keys.id, n, 1, now, prev, state.chain.hash)
                entry = await seal_entry(crypto, keys, frame, key, TICK)
                prev = entry.hash
                mine.append(_push(token, circle, n - 1, entry.raw))
            made.requests.append(mine)
    await store.close()
    return made


async def caseload(url: str, pupils: int) -> bytes:
    """Puts a mentor of so many pupils into the database: what asks for its heads."""
    crypto, store, now = NativeCrypto(), store_of(Settings(database_url=url)), clock_ms()
    await store.open()
    keys, token, day = await new_device_keys(crypto), crypto.random(32), day_of(now)
    device = Device(keys.id, keys.sign.public, keys.kem.public, "bench", day, day)
    async with store.writing() as rows:
        await rows.add([device._replace(token_hash=secret_hash(token), token_until_ms=now + TOKEN_MS)])
        for _ in range(pupils):
            about = About(CircleKind.SHARED, crypto.random(16))
            first = await first_roster(crypto, keys, Role.MENTOR, about, now)
            await found_circle(rows, begin_log(first.entry), [first.entry], "bench", keys.id, day)
    await store.close()
    return _request("GET", "/v1/heads", token, b"")


class Tagged(NamedTuple):
    """The same request once more, with the tag of what is known."""

    request: bytes
    bytes_both_ways: int


async def sizes(port: int, request: bytes) -> Tagged:
    """Asks once, then with the tag: how many bytes the second time takes, heads of HTTP included."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    tag = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"etag:"))
    await reader.readexactly(int(next(_lengths(head))))
    again = request.replace(b"\r\n\r\n", b"\r\nif-none-match:" + tag[5:] + b"\r\n\r\n")
    writer.write(again)
    answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 304")
    writer.close()
    await writer.wait_closed()
    return Tagged(again, len(again) + len(answer))


async def load(port: int, requests: Sequence[Sequence[bytes]], connections: int = CONNECTIONS) -> list[float]:
    """Sends them over many connections, each device's one after the other. Units: seconds of each."""
    times: list[float] = []
    waiting = iter(requests)

    async def one_connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for mine in waiting:
            for request in mine:
                began = time.perf_counter()
                writer.write(request)
                status, body = await answered(reader)
                times.append(time.perf_counter() - began)
                assert status in (200, 304), (status, body)
                assert b"problem" not in body, body
        writer.close()
        await writer.wait_closed()

    await asyncio.gather(*(one_connection() for _ in range(connections)))
    return times


async def answered(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """One answer: status and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    return int(head[9:12]), await reader.readexactly(int(next(_lengths(head), b"0")))


def _lengths(head: bytes) -> Iterator[bytes]:
    lines = head.lower().split(b"\r\n")
    return (line[15:] for line in lines if line.startswith(b"content-length:"))


def _push(token: bytes, circle: bytes, cursor: int, raw: bytes) -> bytes:
    asked = {"id": to_base64url(circle), "cursor": cursor, "push": [to_base64url(raw)]}
    body = json.dumps({"circles": [asked]})
    return _request("POST", "/v1/sync", token, body.encode())


def _request(method: str, path: str, token: bytes, body: bytes) -> bytes:
    head = [
        f"{method} {path} HTTP/1.1",
        "host: 127.0.0.1",
        f"authorization: Bearer {to_base64url(token)}",
        f"{VERSION_HEADER}: 1",
        "content-type: application/json",
        f"content-length: {len(body)}",
    ]
    return "\r\n".join([*head, "", ""]).encode() + body
