"""The whole endpoint over rows in memory, on the loop of the world: restarted, copied, put back at will."""

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from fastapi import FastAPI

from services.endpoint.app import app_of
from services.endpoint.office import Office
from services.endpoint.rounds import sync
from services.endpoint.rows import (
    Between,
    CircleRow,
    Device,
    EntryRow,
    FloorRow,
    Grant,
    MemberRow,
    Org,
    StagedRow,
    Store,
)
from services.endpoint.settings import Settings
from services.endpoint.store_memory import MemoryStore
from services.endpoint.tokens import secret_hash
from services.endpoint.writer import Writer
from services.sync import wire
from services.sync.problem import Problem
from services.sync.wire_form import problem_answer
from tests.simulation.asgi import called
from tests.simulation.network import Answer, Call
from tests.simulation.quick_crypto import Book, QuickCrypto

ORIGIN = "https://sync.example.org"
SPACIOUS: dict[str, Any] = dict.fromkeys(
    (
        "sync_per_minute",
        "sync_burst",
        "host_per_minute",
        "host_burst",
        "token_per_minute",
        "token_per_minute_address",
        "pairing_per_hour_org",
        "pairing_per_hour_address",
        "hosted_each_device",
    ),
    1_000_000,
)


class EndpointHere:
    """An endpoint whose rows outlive it, as a database outlives a process."""

    def __init__(self, now_ms: Callable[[], int], random: Callable[[int], bytes], book: Book) -> None:
        self._now_ms = now_ms
        self._random = random
        self._book = book
        self._store = MemoryStore()

    async def open(self, *, is_restored: bool = False) -> None:
        """Starts it anew over its rows."""
        self.office = self.office_over(self._store)
        self._writer = Writer(self.office)
        await self.office.open(is_restored=is_restored)

    def office_over(self, store: Store) -> Office:
        """The office of this endpoint, over any store."""
        return Office(
            store=store,
            settings=Settings(origins=(ORIGIN,), **SPACIOUS),
            now_ms=self._now_ms,
            random=self._random,
            crypto=QuickCrypto(self._random, self._book),
        )

    async def answer(self, call: Call) -> Answer:
        """The answer to a call."""
        app = _the_app(self.office)
        app.state.office, app.state.writer = self.office, self._writer
        return await called(app, call)

    def copy(self) -> Any:
        """A backup of everything it keeps."""
        return _copied(self._store)

    async def restore(self, backup: Any, *, is_said: bool = True) -> None:
        """Puts a backup in the place of everything. Not `is_said`: nobody gave it a new incarnation."""
        self._store = _copied(backup)
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

    async def rows_of(self, circle: bytes) -> list[Any]:
        """Whatever it keeps of a circle, but that it is gone."""
        async with self.office.store.reading() as rows:
            found: list[Any] = list(await rows.find(CircleRow, id=circle))
            for kind in (EntryRow, MemberRow, StagedRow, FloorRow):
                found += await rows.find(kind, circle=circle)
        return found

    async def pushed(self, device: bytes, circle: bytes, *raws: bytes) -> wire.CircleAnswer:
        """What this device gets for entries that it pushes by hand, signed in as it is."""
        async with self.office.store.reading() as rows:
            found = await rows.find(Device, id=device)
        if not found:
            return wire.CircleAnswer(id=circle, problem=problem_answer(Problem.UNAUTHENTICATED))
        (caller,) = found
        head = await EndpointHere.head(self, circle)  # on the loop that this runs on
        asked = wire.SyncRequest(circles=[wire.CircleRound(id=circle, cursor=head, push=list(raws))])
        return (await sync(self.office, self._writer, caller, asked)).circles[0]

    def every_byte(self) -> Iterator[bytes]:
        """Whatever it keeps, value by value."""
        for shelf in self._store._shelves.values():
            for part in shelf.values():
                for row in part.values():
                    yield from (value if isinstance(value, bytes) else str(value).encode() for value in row)


@cache
def _app() -> list[FastAPI]:
    return []


def _the_app(office: Office) -> FastAPI:
    """One app for all worlds of this process: making its routes takes longer than a short schedule."""
    kept = _app()
    if not kept:
        kept.append(app_of(office))
    return kept[0]


def _copied(store: MemoryStore) -> MemoryStore:
    other = MemoryStore()
    other._shelves = copy.deepcopy(store._shelves)
    return other
