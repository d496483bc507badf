"""Devices for tests: each a real vault with one planner, its own clock, and an endpoint in memory."""

from dataclasses import dataclass, field

from services.crypto.native import NativeCrypto
from services.planner.edit import NEW, Change
from services.planner.ids import RecordId, who_record
from services.planner.words import Role
from services.sync.circle import Circle
from services.sync.circle_store import store_of
from services.sync.entry import Kind
from services.sync.epoch_keys import About, CircleKind
from services.sync.founding import found, join
from services.sync.roster_wish import Device, RosterWish
from services.sync.round import RoundReport, Rounds
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.sync.circle import CountedCrypto
from tests.sync.endpoint_memory import DeviceEndpoint, MemoryEndpoint
from tests.vault.homes import Clock, Home

ABOUT = About(CircleKind.SHARED, bytes(range(16)))
URL = "https://bell.example"


@dataclass
class Phone:
    """One device with one planner."""

    name: str
    role: Role
    home: Home
    crypto: NativeCrypto
    vault: Vault
    endpoint: DeviceEndpoint
    circle: Circle | None = None
    rounds: Rounds = field(init=False)

    def __post_init__(self) -> None:
        self.rounds = Rounds(self.endpoint)

    @property
    def journal(self) -> Journal:
        return self.vault.journals()[0]

    @property
    def kept(self) -> KeptCircles:
        return KeptCircles(self.vault)

    @property
    def clock(self) -> Clock:
        return self.home.clock

    @property
    def public(self) -> Device:
        keys = self.vault.device
        return Device(keys.sign.public, keys.kem.public)

    @property
    def id(self) -> bytes:
        return self.vault.device.id

    async def say_who(self) -> None:
        """This device says whose it is."""
        hex_ = self.vault.device_hex
        record = who_record(hex_)
        fields = {NEW: "who", "person": self.name, "name": self.name, "role": self.role.value}
        await self.journal.write(
            [Change(RecordId(record), "who", key, value) for key, value in fields.items()]
        )

    async def write(
        self, value: object, field_: str = "bed", record: str = "day:2026-09-14", kind: str = "day"
    ) -> None:
        """One change."""
        await self.journal.write([Change(RecordId(record), kind, field_, value)])  # type: ignore[arg-type]

    async def tick(self, step: str = "s1", day: str = "2026-09-14") -> None:
        """A step of a day, ticked."""
        await self.write(["done", self.name], f"t.{step}", f"day:{day}")

    def read(self, field_: str = "bed", record: str = "day:2026-09-14") -> object:
        """What this device's person sees."""
        found_ = self.journal.records.get(RecordId(record))
        return None if found_ is None else found_.fields.get(field_)

    @property
    def here(self) -> Circle:
        assert self.circle is not None
        return self.circle

    async def found(self) -> None:
        self.circle = await self.found_in(self.journal)

    async def found_in(self, journal: Journal) -> Circle:
        """The circle of this planner, with this device alone."""
        now_ms = self.endpoint.endpoint.now_ms()
        store = await found(self.crypto, self.kept, journal, self.role, ABOUT, URL, now_ms)
        return Circle(store, self.clock)

    async def join(self, other: "Phone") -> None:
        chain = other.here.store.state.chain
        store = await join(self.crypto, self.kept, self.journal, chain.circle, URL, chain.hash)
        self.circle = Circle(store, self.clock)

    async def round(self) -> RoundReport:
        return await self.rounds.run([self.here])

    async def wish(self, wish: RosterWish) -> None:
        """Has the roster changed, now."""
        await self.here.wish(wish)
        await self.round()

    async def restart(self) -> None:
        """The app ends and starts again."""
        await self.vault.close()
        self.vault = self.home.vault()
        await self.vault.open_()
        store = await store_of(self.crypto, self.kept, self.journal)
        self.circle = Circle(store, self.clock) if store else None
        self.rounds = Rounds(self.endpoint)

    def base(self) -> dict[str, object]:
        return dict(self.journal.kept().base)


async def phone(name: str, role: Role, endpoint: MemoryEndpoint, offset_ms: int = 0, seed: int = 0) -> Phone:
    """A device that is set up, with an empty planner."""
    clock = Clock(endpoint.now_ms() + offset_ms)
    home = Home(clock=clock, crypto=_QuickCounted(f"{name} {seed}"))
    vault = home.vault()
    await vault.create(LockKind.NONE)
    await vault.add_planner("shared", role)
    made = Phone(name, role, home, home.crypto, vault, endpoint.of(vault.device))
    await made.say_who()
    return made


class _QuickCounted(CountedCrypto):
    has_argon2id = False


async def family(*offsets_ms: int) -> tuple[MemoryEndpoint, Phone, Phone, Phone]:
    """Pupil, parent and mentor in one circle, everything pulled."""
    endpoint = MemoryEndpoint(Clock())
    offsets = (*offsets_ms, 0, 0, 0)[:3]
    pupil = await phone("pupil", Role.PUPIL, endpoint, offsets[0])
    parent = await phone("parent", Role.PARENT, endpoint, offsets[1])
    mentor = await phone("mentor", Role.MENTOR, endpoint, offsets[2])
    await pupil.found()
    await pupil.wish(RosterWish(add=((parent.public, Role.PARENT),)))
    await parent.join(pupil)
    await parent.round()
    await parent.wish(RosterWish(add=((mentor.public, Role.MENTOR),)))
    await mentor.join(parent)
    await mentor.round()
    await all_rounds(pupil, parent, mentor)
    return endpoint, pupil, parent, mentor


async def all_rounds(*phones: Phone, times: int = 2) -> None:
    """Rounds of everybody until all have seen all."""
    for _ in range(times):
        for one in phones:
            await one.round()


def is_edits(raw: bytes) -> bool:
    return raw[1] == Kind.EDITS
