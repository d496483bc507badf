"""A simulated world: an endpoint, phones, bad weather, and everything that is known about them.

One seed makes one world, and everything random in it comes from that seed. What happens in it is drawn by
`story`; what must hold in it is in `promises`.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeAlias

from services.planner.words import Role
from tests.simulation.app import App, new_app
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.ledger import Ledger, Place, Said
from tests.simulation.network import Answer, Call, Network, Weather
from tests.simulation.observer import Observer
from tests.simulation.phone import Clock, Phone
from tests.simulation.power import watch_tasks
from tests.simulation.quick_crypto import Book, QuickCrypto

BEGINNING_MS = 1_789_372_801_123  # a Monday morning in September 2026
GRANT = b"a grant of the operator's".ljust(32, b".")


Where: TypeAlias = Callable[[Callable[[], int], Callable[[int], bytes], Book], EndpointHere]
"""What makes the endpoint of a world."""


@dataclass
class Circle:
    """One circle of the world. Shape: `phones` are the names of those in it, `removed` are some of them."""

    name: str
    kind: str
    founder: str
    phones: list[str]
    removed: set[str] = field(default_factory=set)
    id: bytes | None = None
    erased_by: str = ""


@dataclass
class World:
    """Everything. `trace` is what happened, in words, for whoever has to understand a seed."""

    seed: int
    random: Random
    loop: asyncio.AbstractEventLoop
    book: Book
    ledger: Ledger
    endpoint: EndpointHere
    weather: Weather
    network: Network
    observer: Observer
    phones: dict[str, Phone] = field(default_factory=dict)
    circles: dict[str, Circle] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)
    restores: int = 0
    backup: Any = None
    counted: Counter[str] = field(default_factory=Counter)

    def true_ms(self) -> int:
        """The time that no device knows."""
        return BEGINNING_MS + int(self.loop.time() * 1000)

    def note(self, words: str) -> None:
        """One line of what happened."""
        self.trace.append(f"{self.loop.time():10.1f}s  {words}")

    def phone(self, name: str, role: Role) -> Phone:
        """Buys a phone."""
        random = Random(f"{self.seed} {name}")  # noqa: S311  a seed gives the same world again
        phone = self.phones[name] = Phone(name, role, Clock(self.true_ms), random)
        return phone

    def copy_of(self, phone: Phone) -> Phone:
        """Another phone with everything that is on this one, as a backup of the whole phone makes it."""
        copy = self.phone(f"{phone.name} copy", phone.role)
        copy.content, copy.file_by_circle = dict(phone.content), dict(phone.file_by_circle)
        copy.keystore, copy.keys = phone.keystore.copy(), phone.keys
        return copy

    async def start(self, phone: Phone) -> bool:
        """Starts the app on a phone, unless it runs; whether it runs then."""
        if phone.is_running or phone.is_gone:
            return phone.is_running
        flash = phone.switch_on()
        assert phone.power is not None
        crypto = QuickCrypto(self.random.randbytes, self.book, phone.power)
        app = new_app(phone, flash, crypto, self.network)
        is_done, _ = await phone.do(app.start())
        phone.app = app if is_done else None
        return is_done

    def living(self) -> Iterator[Phone]:
        """Phones that are still somebody's."""
        return (phone for phone in self.phones.values() if not phone.is_gone)

    async def write(self, phone: Phone, place: Place, value: Any) -> bool:
        """Somebody writes a field; whether the app said that it is kept."""
        app: App = phone.app
        over = app.visible(place)
        is_done, _ = await phone.do(app.write(place, value))
        self.note(f"{phone.name} writes {place.record}.{place.field} = {value!r} over {over!r}: {is_done}")
        self.ledger.say(Said(place, value, over, phone.name, is_sure=is_done))
        return is_done

    async def restore(self, backup: Any, *, is_said: bool) -> None:
        """The endpoint is put back to an older copy of itself."""
        await self._remember_who_has_what()
        await self.endpoint.restore(backup, is_said=is_said)
        self.restores += 1
        await self.observer.look_again()

    async def _remember_who_has_what(self) -> None:
        """What nobody has read but who brought it can be lost together with that device."""
        for phone in self.living():
            await self.start(phone)
        for circle in self.circles.values():
            if circle.id is None:
                continue
            readers = [phone for phone in self.living() if phone.is_running and phone.is_in(circle.name)]
            for read in self.observer.lineages[circle.id].log:
                names = {phone.name for phone in readers if phone.app.has_read(circle.name, read.entry)}
                self.ledger.hold(circle.name, read.edits, names)


async def new_world(seed: int, where: Where = EndpointHere) -> World:
    """An endpoint and nobody yet."""
    loop = asyncio.get_running_loop()
    watch_tasks(loop)
    random = Random(f"{seed} world")  # noqa: S311  a seed gives the same world again
    book: Book = {}
    ledger = Ledger()

    def true_ms() -> int:
        return BEGINNING_MS + int(loop.time() * 1000)

    endpoint = where(true_ms, random.randbytes, book)
    await endpoint.open()
    weather = Weather()
    network = Network(endpoint, weather, Random(f"{seed} weather"))  # noqa: S311
    observer = Observer(endpoint, book, ledger)
    world = World(seed, random, loop, book, ledger, endpoint, weather, network, observer)

    async def heard(call: Call, answer: Answer) -> None:
        await observer.look()

    network.heard = heard
    return world
