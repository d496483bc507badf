"""Devices around the real endpoint, over ASGI and a store in memory: each a real vault with its own clock."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx

from services.crypto.canonical import to_base64url
from services.endpoint.app import app_of
from services.endpoint.office import Office
from services.endpoint.operating import grant
from services.endpoint.rows import Store
from services.endpoint.settings import Settings
from services.endpoint.store_memory import MemoryStore
from services.planner.edit import NEW, Change
from services.planner.errors import FirstbellError
from services.planner.ids import RecordId, who_record
from services.planner.words import Role
from services.sync.coming_in import ComingIn
from services.sync.http_here import http_over
from services.sync.letting_in import LettingIn
from services.sync.pairing_port import Asks, Guest, Joined
from services.sync.sharing import Sharing
from services.sync.ticket import read_ticket
from services.vault.journal import Journal
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.endpoint.listening import Listening
from tests.vault.homes import Clock, Home, QuickCrypto, tick

ORIGIN = "https://bell.example"
ZONE = "Europe/London"


class Weather(httpx.AsyncBaseTransport):
    """The way to the endpoint; `is_offline` cuts it."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner
        self.is_offline = False
        self._left: int | None = None

    def works_for(self, requests: int) -> None:
        """So many more requests, then it is cut."""
        self._left = requests

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._left is not None:
            self.is_offline = self._left == 0
            self._left = self._left - 1 if self._left else None
        if self.is_offline:
            raise httpx.ConnectError("no network", request=request)
        return await self._inner.handle_async_request(request)


@dataclass
class SharedHouse:
    """The endpoint, and a clock that it shares with every device unless a test moves theirs."""

    clock: Clock = field(default_factory=Clock)
    store: Store = field(default_factory=MemoryStore)

    def __post_init__(self) -> None:
        settings = Settings(
            origins=(ORIGIN,), pairing_per_hour_org=1000, sync_per_minute=6000, sync_burst=600
        )
        self.office = Office(store=self.store, settings=settings, now_ms=self.clock)
        self.app = app_of(self.office)
        self.wire = Listening(self.app)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[SharedHouse]:
        async with self.app.router.lifespan_context(self.app):
            yield self

    async def grant(self) -> str:
        """What `make run` prints."""
        return to_base64url(await grant(self.office, "school"))

    def device(self, role: Role, seed: int, *, has_page: bool = False) -> Phone:
        """A device without a vault."""
        return Phone(self, role, Home(clock=self.clock, crypto=QuickCrypto(seed)), has_page)


@dataclass
class Phone:
    """One device. `has_page`: the app came from the endpoint's own address."""

    house: SharedHouse
    role: Role
    home: Home
    has_page: bool

    def __post_init__(self) -> None:
        self.weather = Weather(httpx.ASGITransport(self.house.wire))
        self.starts()

    def starts(self) -> None:
        """The app starts, again."""
        self.home.clock.pass_ms(1)
        self.vault: Vault = self.home.vault()
        self.sharing = Sharing(self.vault, self.home.crypto, self.home.clock, lambda: http_over(self.weather))
        self.joining = ComingIn(self.sharing, self._own, has_own_endpoint=self.has_page)

    async def _own(self) -> str:
        return ORIGIN if self.has_page else ""

    async def begins(self, kind: str = "shared") -> Journal:
        """A vault, if there is none, and a planner of its own."""
        if not self.vault.is_open:
            await self.vault.create(LockKind.NONE)
        return await self.vault.add_planner(kind, self.role)

    async def restarts(self) -> None:
        """The app is closed and opened."""
        await self.sharing.close()
        await self.vault.close()
        self.starts()
        await self.vault.open_()

    def inviting(self, journal: Journal | None = None) -> LettingIn:
        """Letting somebody into a planner, or the first."""
        journal = journal or self.journal
        return LettingIn(self.sharing, journal, self._own, has_own_endpoint=self.has_page, zone=ZONE)

    @property
    def journal(self) -> Journal:
        return next(journal for journal in self.vault.journals() if journal.kind == "shared")

    async def joins(self, code: str) -> tuple[str, ...]:
        """Asks by a code or a link; makes its vault when it is asked who it is."""
        await self.joining.look_up(read_ticket(code), "" if self.has_page else ORIGIN)
        if not self.vault.is_open:
            await self.vault.create(LockKind.NONE)
        return await self.joining.ask()

    async def ticks(self, step: str) -> None:
        """A pupil's tick; who they are is said before."""
        who = RecordId(who_record(self.vault.device_hex))
        said = {NEW: "who", "person": "person", "role": self.role.value}
        await self.journal.write([*(Change(who, "who", *one) for one in said.items()), tick(step)])

    async def makes_routine(self, record: str = "r1") -> None:
        """What everybody may write."""
        fields = {NEW: "routine", "title": "Morning"}
        await self.journal.write([Change(RecordId(record), "routine", *one) for one in fields.items()])

    def routines(self) -> set[str]:
        return {record.id for record in self.journal.records.values() if record.type == "routine"}

    async def tries_a_round(self) -> None:
        """A round in whatever weather it is."""
        with contextlib.suppress(FirstbellError):
            await self.sharing.round()


async def lets_in(inviting: LettingIn, guest: Guest, joiner: Phone, *, by_link: bool = False) -> None:
    """The whole of it: ticket, three pictures, a yes, and in."""
    shown = await inviting.make_ticket(guest)
    pictures = await joiner.joins(shown.link if by_link else shown.code)
    asks = await inviting.look()
    assert isinstance(asks, Asks)
    assert asks.pictures == pictures
    assert await joiner.joining.look() is None
    await inviting.approve()
    assert isinstance(await joiner.joining.look(), Joined)
