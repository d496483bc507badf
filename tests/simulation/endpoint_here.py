"""The endpoint's own code, asked without HTTP around it: over rows in memory, on the loop of the world.

What FastAPI does for a call (find the route, read the body, name the problem) is done here by hand, because
it uses threads. tests/simulation/endpoint_apart.py asks the whole app instead.
"""

import copy
from collections.abc import Awaitable, Callable, Iterator
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ValidationError

from services.crypto.canonical import from_base64url
from services.endpoint.asking import secret_in
from services.endpoint.erasing import erase, leave
from services.endpoint.heads import heads, tag_of
from services.endpoint.hosting import host, reoffer
from services.endpoint.office import Office
from services.endpoint.refusal import Refusal
from services.endpoint.rounds import sync
from services.endpoint.rows import Between, CircleRow, Device, EntryRow, Grant, Org
from services.endpoint.settings import Settings
from services.endpoint.snapshots import snapshot
from services.endpoint.store_memory import MemoryStore
from services.endpoint.tokens import me, register, secret_hash, signed_in, token
from services.endpoint.writer import Writer
from services.planner.errors import EndpointBusy, InputRejected, StorageUnavailable
from services.sync import wire
from services.sync.entry import ID_BYTES
from services.sync.problem import Problem
from services.sync.wire_form import EraseSent, ProblemAnswer, problem_answer, to_json
from tests.simulation.network import Answer, Call
from tests.simulation.quick_crypto import Book, QuickCrypto

ORIGIN = "https://sync.example.org"
SPACIOUS: dict[str, Any] = dict.fromkeys(
    (
        "sync_per_minute",
        "sync_burst",
        "token_per_minute",
        "token_per_minute_address",
        "pairing_per_hour_org",
        "pairing_per_hour_address",
        "hosted_each_device",
    ),
    1_000_000,
)
_Shelves = dict[Any, dict[Any, Any]]


class EndpointHere:
    """An endpoint that can be restarted, and put back to an older copy of itself."""

    def __init__(self, now_ms: Callable[[], int], random: Callable[[int], bytes], book: Book) -> None:
        self._now_ms = now_ms
        self._random = random
        self._book = book
        self._shelves: _Shelves = {}
        self.restores = 0

    async def open(self, *, is_restored: bool = False) -> None:
        """Starts it anew over its rows."""
        store = MemoryStore()
        if self._shelves:
            store._shelves = self._shelves
        self._shelves = store._shelves
        self.office = Office(
            store=store,
            settings=Settings(origins=(ORIGIN,), **SPACIOUS),
            now_ms=self._now_ms,
            random=self._random,
            crypto=QuickCrypto(self._random, self._book),
        )
        self._writer = Writer(self.office)
        await self.office.open(is_restored=is_restored)

    def copy(self) -> _Shelves:
        """Everything it keeps, as a backup has it."""
        return copy.deepcopy(self._shelves)

    async def restore(self, backup: _Shelves, *, is_said: bool = True) -> None:
        """Puts a backup in the place of everything. Not `is_said`: nobody gave it a new incarnation."""
        self._shelves = copy.deepcopy(backup)
        self.restores += 1
        await self.open(is_restored=is_said)

    async def grant(self, secret: bytes) -> None:
        """Makes a grant, as an operator does."""
        async with self.office.store.writing() as rows:
            await rows.add([Org("school", 1_000)], if_absent=True)
            await rows.add([Grant(secret_hash(secret), "school", self.office.today + 3650)])

    async def entries(self, circle: bytes, above: int = 0) -> list[EntryRow]:
        """Every entry that it keeps of a circle above this place."""
        async with self.office.store.reading() as rows:
            return await rows.find(EntryRow, circle=circle, seq=Between(above + 1))

    async def head(self, circle: bytes) -> int:
        """How far a circle's log has come; 0 when it is not here."""
        async with self.office.store.reading() as rows:
            return next((row.head for row in await rows.find(CircleRow, id=circle)), 0)

    async def pushed(self, device: bytes, circle: bytes, *raws: bytes) -> wire.CircleAnswer:
        """What this device gets for entries that it pushes by hand, signed in as it is."""
        async with self.office.store.reading() as rows:
            (caller,) = await rows.find(Device, id=device)
        head = await self.head(circle)
        asked = wire.SyncRequest(circles=[wire.CircleRound(id=circle, cursor=head, push=list(raws))])
        return (await sync(self.office, self._writer, caller, asked)).circles[0]

    def every_byte(self) -> Iterator[bytes]:
        """Whatever it keeps, value by value."""
        for shelf in self._shelves.values():
            for part in shelf.values():
                for row in part.values():
                    yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)

    async def answer(self, call: Call) -> Answer:
        """The answer to a call."""
        try:
            made = await self._carried_out(call)
        except Refusal as refusal:
            return _problem(refusal.answer)
        except ValidationError:
            return _problem(problem_answer(Problem.BAD_REQUEST))
        except (EndpointBusy, StorageUnavailable):
            return _problem(ProblemAnswer(type="about:blank", status=HTTPStatus.SERVICE_UNAVAILABLE))
        if isinstance(made, wire.HeadsAnswer):
            tag = tag_of(made)
            is_known = dict(call.headers).get("if-none-match") == tag
            return _sent(304, b"", tag=tag) if is_known else _sent(200, to_json(made), tag=tag)
        return _sent(204 if made is None else 200, to_json(made) if made is not None else b"")

    async def _carried_out(self, call: Call) -> BaseModel | None:
        office, headers = self.office, dict(call.headers)
        if headers.get(wire.VERSION_HEADER.lower()) != str(wire.SYNC_VERSION) and call.path != "/v1/about":
            raise Refusal(Problem.VERSION)
        match call.method, call.path.strip("/").split("/")[1:]:
            case "GET", ["about"]:
                return wire.AboutAnswer(
                    versions=(1, 1), limits=wire.Limits(), inc=office.incarnation, now=office.now_ms()
                )
            case "POST", ["token"]:
                return await token(office, wire.TokenRequest.model_validate_json(call.body), "there")
            case "POST", ["devices"]:
                return await register(office, wire.DeviceRequest.model_validate_json(call.body), "there")
        caller = await signed_in(office, secret_in(headers.get("authorization", "")))
        return await self._called(caller, call)

    async def _called(self, caller: Device, call: Call) -> BaseModel | None:
        office, writer, body = self.office, self._writer, call.body
        carried: Awaitable[BaseModel | None]
        match call.method, call.path.strip("/").split("/")[1:]:
            case "POST", ["sync"]:
                carried = sync(office, writer, caller, wire.SyncRequest.model_validate_json(body))
            case "POST", ["circles"]:
                carried = host(office, caller, wire.HostRequest.model_validate_json(body))
            case "POST", ["circles", circle, "reoffer"]:
                asked = wire.ReofferRequest.model_validate_json(body)
                carried = reoffer(office, caller, _id(circle), asked)
            case "POST", ["circles", circle, "snapshot"]:
                parts = wire.SnapshotRequest.model_validate_json(body)
                carried = snapshot(office, caller, _id(circle), parts)
            case "DELETE", ["circles", circle]:
                carried = erase(office, _id(circle), EraseSent.model_validate_json(body))
            case "DELETE", ["device"]:
                carried = leave(office, caller)
            case "GET", ["heads"]:
                return await heads(office, caller)
            case "GET", ["me"]:
                carried = me(office, caller)
            case _:
                raise Refusal(Problem.NOT_FOUND)
        return await carried


def _id(circle: str) -> bytes:
    try:
        return from_base64url(circle, ID_BYTES)
    except InputRejected as problem:
        raise Refusal(Problem.BAD_REQUEST) from problem


def _problem(sent: ProblemAnswer) -> Answer:
    return _sent(sent.status, to_json(sent), "application/problem+json")


def _sent(status: int, body: bytes, kind: str = "application/json", tag: str = "") -> Answer:
    headers = (("content-type", kind), (wire.VERSION_HEADER, str(wire.SYNC_VERSION)), ("etag", tag))
    return Answer(status, headers, body)
