"""What an open vault shares: the circles of its planners, their endpoints, and one round of them at a time.

Everything that touches a circle happens in one turn, so that a round, an invitation and a joining never meet
half-way. What was kept is found again after a restart; here are only clients, tokens and open circles.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from httpx import AsyncClient

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import (
    AuthenticationFailed,
    EndpointError,
    EndpointRefused,
    InputRejected,
    KeyMissing,
)
from services.sync.bringing import Bringing, found_brought
from services.sync.circle import Circle
from services.sync.circle_documents import circle_in
from services.sync.circle_health import NO_KEYS, Health, health_of
from services.sync.circle_kept import CircleKept, Standing
from services.sync.circle_store import CircleStore, store_of
from services.sync.client import EndpointClient
from services.sync.epoch_keys import About, CircleKind
from services.sync.founding import found, join
from services.sync.hello import WelcomedCircle
from services.sync.http_here import Network
from services.sync.roster_wish import RosterWish, is_fulfilled
from services.sync.round import Rounds
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.vault import Vault

Wished: TypeAlias = tuple[Circle, RosterWish]
_log: Final = logging.getLogger(__name__)


class Sharing:
    """`on_new_circle` hears of each that is founded or joined.

    Errors of all verbs: those of the vault; of those that reach an endpoint: EndpointError and its kin.
    """

    def __init__(
        self,
        vault: Vault,
        crypto: Crypto,
        now_ms: Callable[[], int],
        network: Network,
        on_new_circle: Callable[[], None] = lambda: None,
    ) -> None:
        self.vault = vault
        self.crypto = crypto
        self.now_ms = now_ms
        self._network = network
        self._on_new_circle = on_new_circle
        self._http: AsyncClient | None = None
        self._clients: dict[tuple[str, bytes], EndpointClient] = {}
        self._rounds: dict[tuple[str, bytes], Rounds] = {}
        self._circles: dict[Journal, Circle] = {}
        self._keyless: set[Journal] = set()
        self._turn = asyncio.Lock()

    @property
    def turn(self) -> asyncio.Lock:
        """Held by whoever changes what a circle rests on; no verb of this class is asked for meanwhile."""
        return self._turn

    # -- what is here ------------------------------------------------------------------------------
    def kept(self, journal: Journal) -> CircleKept | None:
        """What is kept of a planner's circle; None where nobody shares it."""
        return circle_in(journal.kept().meta)

    def journals(self) -> tuple[Journal, ...]:
        """Every planner here that others can be in."""
        return tuple(one for one in self.vault.journals() if one.kind in set(CircleKind))

    def url(self) -> str:
        """An endpoint that this device is known to; empty while it is in no circle."""
        for journal in self.journals():
            kept = self.kept(journal)
            if kept is not None and kept.place.standing is Standing.LIVE:
                return kept.place.url
        return ""

    def last_sync_ms(self, journal: Journal) -> int | None:
        """When the others were last heard; None while it is not shared. Units: this device's clock."""
        circle, kept = self._circles.get(journal), self.kept(journal)
        if kept is None or kept.place.standing is not Standing.LIVE:
            return None
        return (circle.health().synced_ms if circle else kept.health.synced_ms) or journal.made_ms

    def open_circle(self, journal: Journal) -> Circle | None:
        """The circle of a planner if it was opened, by a round or by `circle`."""
        return self._circles.get(journal)

    def readers(self, journal: Journal) -> frozenset[str] | None:
        """The devices, in hex, that read a planner; None while its list was not read here."""
        circle, me = self._circles.get(journal), self.vault.device_hex
        if circle is not None and circle.standing is not Standing.LIVE:
            return frozenset({me})
        if circle is None or circle.store.state is None:
            return None
        return frozenset(id_.hex() for id_ in circle.store.state.chain.roster.members)

    def health(self, journal: Journal) -> Health | None:
        """How the circle of a planner goes; None while nobody shares it."""
        circle = self._circles.get(journal)
        if circle is not None:
            return circle.health()
        kept = self.kept(journal)
        if kept is None:
            return None
        return health_of(
            kept, journal.kept(), kept.health.synced_ms, NO_KEYS if journal in self._keyless else ""
        )

    def added_by(self, journal: Journal) -> bytes:
        """The device that let this one into a planner; empty where none did."""
        kept = self.kept(journal)
        origins = kept.log.chain.origins if kept and kept.log else {}
        me = self.vault.device.id
        return origins[me].added_by if me in origins else b""

    def client(self, origin: str, device: DeviceKeys) -> EndpointClient:
        """An endpoint, as a device. Errors: InputRejected("endpoint")."""
        key = (origin, device.id)
        if key not in self._clients:
            if self._http is None:
                self._http = self._network()
            self._clients[key] = EndpointClient(self._http, origin, self.crypto, device)
        return self._clients[key]

    def forget(self) -> None:
        """Forgets tokens and circles when the vault is locked. What is under way ends by itself."""
        self._clients.clear()
        self._rounds.clear()
        self._circles.clear()
        self._keyless.clear()

    async def close(self) -> None:
        """Lets go of the network too."""
        self.forget()
        http, self._http = self._http, None
        if http is not None:
            await http.aclose()

    # -- circles -----------------------------------------------------------------------------------
    async def circle(self, journal: Journal) -> Circle | None:
        """The circle of a planner; None where nobody shares it, or its keys are not here."""
        async with self._turn:
            return await self._circle(journal)

    async def found(self, journal: Journal, url: str) -> Circle:
        """The circle of a planner, founded if there is none; the next round hosts it."""
        async with self._turn:
            known = await self._circle(journal)
            if known is not None and known.standing is Standing.LIVE:
                return known
            circles, now_ms = KeptCircles(self.vault), self.now_ms()
            about = About(CircleKind(journal.kind), bytes.fromhex(journal.planner_id))
            store = await found(self.crypto, circles, journal, journal.role, about, url, now_ms)
            self._on_new_circle()
            return self._opened(journal, store)

    async def join(self, journal: Journal, welcomed: WelcomedCircle) -> Circle:
        """The circle that a welcome names, from now on that of a planner; the next round reads it."""
        async with self._turn:
            known = await self._circle(journal)
            if known is not None and known.id == welcomed.id and known.standing is Standing.LIVE:
                return known
            circles = KeptCircles(self.vault)
            store = await join(self.crypto, circles, journal, welcomed.id, welcomed.url, welcomed.roster)
            self._on_new_circle()
            return self._opened(journal, store)

    async def found_brought(self, journal: Journal, bringing: Bringing, url: str) -> Circle:
        """The circle that came along in a hello, from now on that of a planner; the next round pushes it."""
        async with self._turn:
            store = await found_brought(self.crypto, KeptCircles(self.vault), journal, bringing, url)
            self._on_new_circle()
            return self._opened(journal, store)

    # -- rounds ------------------------------------------------------------------------------------
    async def round(self, circles: Sequence[Circle] | None = None) -> None:
        """One round of every circle, or of these; the first error is raised when all endpoints were tried."""
        async with self._turn:
            await self._round(await self._all() if circles is None else circles)

    async def wish(self, wished: Sequence[Wished]) -> None:
        """Has rosters changed, now. After an error nothing is left of a wish that did not travel yet.

        Errors: EndpointRefused when a roster is not as wished although the endpoint answered.
        """
        async with self._turn:
            for circle, wish in wished:
                kept = circle.store.kept
                await circle.store.change(replace(kept, wishes=(*kept.wishes, wish)))
            try:
                await self._round([circle for circle, _ in wished])
            finally:
                for circle, wish in wished:
                    await _forget(circle, wish)
            for circle, wish in wished:
                if circle.store.state is None or not is_fulfilled(circle.store.state.chain, wish):
                    raise EndpointRefused(circle.problem or "roster")

    async def _round(self, circles: Sequence[Circle]) -> None:
        problem: EndpointError | None = None
        device = self.vault.device
        for url, some in _by_url(circles):
            key = (url, device.id)
            if key not in self._rounds:
                self._rounds[key] = Rounds(self.client(url, device))
            try:
                await self._rounds[key].run(some)
            except EndpointError as error:
                problem = problem or error
        if problem is not None:
            raise problem

    async def _all(self) -> list[Circle]:
        circles = [await self._circle(journal) for journal in self.journals()]
        return [one for one in circles if one is not None and one.standing is Standing.LIVE]

    async def _circle(self, journal: Journal) -> Circle | None:
        self._circles = {one: circle for one, circle in self._circles.items() if one in self.journals()}
        if journal not in self._circles:
            try:
                store = await store_of(self.crypto, KeptCircles(self.vault), journal)
            except (AuthenticationFailed, InputRejected, KeyMissing) as problem:
                _log.warning("a circle has no keys here code=%s", problem.code)
                self._keyless.add(journal)
                return None
            if store is None:
                return None
            self._opened(journal, store)
        return self._circles[journal]

    def _opened(self, journal: Journal, store: CircleStore) -> Circle:
        self._circles[journal] = Circle(store, self.now_ms)
        self._keyless.discard(journal)
        return self._circles[journal]


def _by_url(circles: Sequence[Circle]) -> Iterator[tuple[str, list[Circle]]]:
    for url in dict.fromkeys(circle.url for circle in circles):
        yield url, [circle for circle in circles if circle.url == url]


async def _forget(circle: Circle, wish: RosterWish) -> None:
    """A wish that waits is nobody's any more; one that flies may have landed."""
    kept = circle.store.kept
    if kept.inflight is None and wish in kept.wishes:
        await circle.store.change(replace(kept, wishes=tuple(one for one in kept.wishes if one != wish)))
