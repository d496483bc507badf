"""What sharing costs: bytes and requests for one tick, the first pull of a school year, and a large merge.

The tick goes over TCP to an endpoint in a process of its own, and every byte of it is counted, heads too. The
year is lived through day by day, three rounds a day, with a snapshot whenever one is due, over the same
endpoint in this process and its calls counted alike. Rival of both: the whole planner as one JSON text, sent
and fetched whole, as programs do that keep a planner as one file.
"""

import asyncio
import gc
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx
from playwright.sync_api import Playwright, sync_playwright

from app.make.places import SITE
from app.make.site import build
from bench.chromium_profile import browser, fresh_profile
from bench.commits import DAYS, PERSON, STEPS, year
from bench.many_edits import EDITS, log_of, merged_ms, plain_ms
from bench.meter import Meter, MeteredTransport, doorway
from bench.serving import served
from bench.table import Goal, Row, show
from services.crypto.native import NativeCrypto
from services.endpoint.app import app_of, store_of
from services.endpoint.office import Office, clock_ms
from services.endpoint.operating import grant
from services.endpoint.settings import Settings
from services.endpoint.store_memory import MemoryStore
from services.planner.edit import NEW, Change
from services.planner.ids import RecordId, who_record
from services.planner.words import Role
from services.sync.epoch_keys import CircleKind
from services.sync.hello import WelcomedCircle
from services.sync.http_here import Network, http_here, http_over
from services.sync.roster_wish import Device, RosterWish
from services.sync.sharing import Sharing
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_disk import DiskStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.endpoint.process import serving
from tests.vault.homes import Clock

TICKS = 40
ROUNDS = 5
A_DAY_MS = 24 * 3_600_000
SITTINGS = 3  # of one day, each with a round
HERE = "https://bell.example"


class Person:
    """One device: a vault on the disk, and what it shares."""

    def __init__(self, folder: Path, clock: Callable[[], int], network: Network) -> None:
        crypto = NativeCrypto()
        keystore = MemoryKeystore(crypto.random)
        self.vault = Vault(DiskStore(folder), keystore, crypto, clock)
        self.sharing = Sharing(self.vault, crypto, clock, network)
        self.journal: Journal

    async def begins(self, role: Role) -> None:
        """An empty planner of its own."""
        await self.vault.create(LockKind.NONE)
        self.journal = await self.vault.add_planner("shared", role)
        who = who_record(self.vault.device_hex)
        said = {NEW: "who", "person": PERSON, "role": role.value}
        await self.journal.write([Change(who, "who", *one) for one in said.items()])

    async def founds(self, origin: str, secret: bytes) -> None:
        """The planner is shared from now on."""
        await self.sharing.client(origin, self.vault.device).spend_grant(secret)
        await self.sharing.found(self.journal, origin)
        await self.sharing.round()

    async def lets_in(self, other: "Person", role: Role, origin: str) -> None:
        """Another device comes in; its first round is its own."""
        circle = await self.sharing.circle(self.journal)
        assert circle is not None
        keys = other.vault.device
        wish = RosterWish(add=((Device(keys.sign.public, keys.kem.public), role),))
        await self.sharing.wish([(circle, wish)])
        assert circle.store.state is not None
        promised = circle.store.state.chain.hash
        planner = bytes.fromhex(self.journal.planner_id)
        welcomed = WelcomedCircle(circle.id, CircleKind.SHARED, planner, origin, promised)
        await other.sharing.join(other.journal, welcomed)

    async def goes(self) -> None:
        """The app is closed."""
        await self.sharing.close()
        await self.vault.close()


def _tick(day: int, step: int, outcome: str = "done") -> Change:
    return Change(
        RecordId(f"day:2026-{day // 28 + 1:02}-{day % 28 + 1:02}"),
        "day",
        f"t.AbCdEfGhI{step:03}",
        [outcome, PERSON],
    )


async def one_tick(folder: Path, *, has_notes: bool = False) -> tuple[list[float], list[float], list[float]]:
    """Bytes both ways and requests of a round that carries one tick, and of the round that fetches it.

    `has_notes`: the pupil shares the notes of a home besides, and nobody writes in them.
    """
    url = f"sqlite:///{folder}/tick.db"
    office = Office(store=store_of(Settings(database_url=url)), settings=Settings(), now_ms=clock_ms)
    await office.open()
    secret = await grant(office, "bench")
    await office.store.close()
    meter, sent, requests, fetched = Meter(), [], [], []
    async with doorway(meter) as door:
        origin = f"http://127.0.0.1:{door.port}"
        with serving(url, FIRSTBELL_ORIGINS=origin) as (door.leads_to, _):
            pupil, parent = (Person(folder / name, clock_ms, http_here) for name in ("pupil", "parent"))
            await pupil.begins(Role.PUPIL)
            await parent.begins(Role.PARENT)
            await pupil.founds(origin, secret)
            await pupil.lets_in(parent, Role.PARENT, origin)
            if has_notes:
                home = await pupil.vault.add_planner("home", Role.PUPIL, pupil.journal.planner_id)
                await pupil.sharing.found(home, origin)
                await pupil.sharing.round()
            for number in range(TICKS + 2):
                await parent.sharing.round()
                meter.set_back()
                await pupil.journal.write([_tick(0, number)])
                await pupil.sharing.round()
                sent.append(float(meter.both_ways))
                requests.append(float(meter.requests))
                meter.set_back()
                await parent.sharing.round()
                fetched.append(float(meter.both_ways))
            await pupil.goes()
            await parent.goes()
    return sent[2:], requests[2:], fetched[2:]  # the first ones have much to say beside the tick


async def first_pull(folder: Path) -> tuple[list[float], list[float]]:
    """Bytes and seconds until a new device has a year that was lived day by day, in its vault."""
    clock, meter = Clock(), Meter()
    settings = Settings(origins=(HERE,), sync_per_minute=1e6, sync_burst=1e6)
    office = Office(store=MemoryStore(), settings=settings, now_ms=clock)
    app = app_of(office)

    def network() -> httpx.AsyncClient:
        return http_over(MeteredTransport(httpx.ASGITransport(app), meter))

    sizes: list[float] = []
    times: list[float] = []
    async with app.router.lifespan_context(app):
        pupil = Person(folder / "year", clock, network)
        await pupil.begins(Role.PUPIL)
        await pupil.founds(HERE, await grant(office, "bench"))
        for day in range(DAYS):
            for sitting in range(SITTINGS):
                steps = range(sitting * STEPS // SITTINGS, (sitting + 1) * STEPS // SITTINGS)
                await pupil.journal.write([_tick(day, step) for step in steps])
                await pupil.sharing.round()
                clock.pass_ms(A_DAY_MS // SITTINGS)
        for number in range(ROUNDS):
            other = Person(folder / f"other {number}", clock, network)
            await other.begins(Role.PUPIL)
            await pupil.lets_in(other, Role.PUPIL, HERE)
            meter.set_back()
            began = time.perf_counter()
            await other.sharing.round()
            times.append(time.perf_counter() - began)
            sizes.append(float(meter.both_ways))
            days = sum(1 for one in other.journal.records.values() if one.type == "day")
            assert days == DAYS, days
            await other.goes()
        await pupil.goes()
    return sizes, times


def whole_planner_bytes() -> float:
    """The rival's text of the same year."""
    base: dict[str, dict[str, object]] = {}
    for change in year():
        base.setdefault(change.record, {})[change.field] = [change.value, 1_789_370_000_000]
    return float(len(json.dumps(base, separators=(",", ":"))))


async def merges() -> tuple[list[float], list[float], list[float]]:
    """Milliseconds here: ours, how many of them a core worked for it, and the rival's."""
    crypto = NativeCrypto()
    log = await log_of(crypto)
    gc.collect()
    gc.freeze()  # the many objects of the bench's own packages, which no device has, are not walked through
    ours, worked = [], []
    for _ in range(ROUNDS):
        began = time.process_time()
        ours.append(await merged_ms(crypto, log))
        worked.append((time.process_time() - began) * 1000)
    return ours, worked, [plain_ms(log) for _ in range(ROUNDS)]


def merges_in_chromium(playwright: Playwright) -> dict[str, list[float]]:
    """The same in a browser's Python."""
    with served(SITE) as address, fresh_profile() as profile, browser(playwright, profile) as context:
        page = context.new_page()
        page.goto(f"{address}/bench/page.html")
        asked = ["merge_here", json.dumps({"rounds": ROUNDS})]
        times: dict[str, list[float]] = json.loads(page.evaluate("(job) => doJob(...job)", asked))
    return times


def main() -> None:
    """Measure and print."""
    build()
    whole = [whole_planner_bytes()]
    with tempfile.TemporaryDirectory() as folder:
        sent, requests, fetched = asyncio.run(one_tick(Path(folder)))
        with tempfile.TemporaryDirectory() as another:
            with_notes, _, _ = asyncio.run(one_tick(Path(another), has_notes=True))
        show(
            f"One tick shared over TCP, {TICKS} of them",
            "bytes both ways, requests",
            [
                Row("the whole planner as JSON", whole),
                Row("a round with one tick", sent, whole, Goal("p95", 1_300)),
                Row("with quiet notes of a home beside it", with_notes, whole),
                Row("its requests", requests, goal=Goal("p95", 1)),
                Row("the round that fetches it", fetched, whole),
            ],
        )
        sizes, times = asyncio.run(first_pull(Path(folder)))
        show(
            f"First pull of {DAYS} days of {STEPS} ticks, {ROUNDS} devices",
            "bytes both ways, seconds",
            [
                Row("the whole planner as JSON", whole),
                Row("what comes over the wire", sizes, whole, Goal("p95", 400_000)),
                Row("until it is in the vault", times, goal=Goal("p95", 2)),
                Row("on a line of 1 Mbit/s", [one * 8 / 1e6 for one in sizes]),
            ],
        )
    ours, worked, plain = asyncio.run(merges())
    with sync_playwright() as playwright:
        there = merges_in_chromium(playwright)
    show(
        f"{EDITS} edits verified, opened, judged and merged, {ROUNDS} times",
        "milliseconds",
        [
            Row("plain JSON, believed as it comes", plain),
            Row("ours", ours, plain, Goal("p95", 1_000)),
            Row("  of it at work", worked),
            Row("in Chromium: plain JSON", there["plain"]),
            Row("in Chromium: ours", there["ours"], there["plain"], Goal("p95", 4_000)),
        ],
    )


if __name__ == "__main__":
    main()
