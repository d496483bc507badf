"""The real app below its screens, on a simulated phone: vault, circles, rounds, and an endpoint over the air."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import httpx

from services.crypto.device_keys import DeviceKeys
from services.planner import canonical
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.errors import EndpointError
from services.planner.ids import RecordId
from services.planner.words import Role
from services.sync.circle import Circle
from services.sync.circle_kept import Standing
from services.sync.circle_store import store_of
from services.sync.client import EndpointClient
from services.sync.epoch_keys import About, CircleKind
from services.sync.founding import found, join
from services.sync.roster_wish import Device, RosterWish
from services.sync.round import Rounds
from services.vault.journal import Journal
from services.vault.kept_circles import KeptCircles
from services.vault.layout import document_id, registers
from services.vault.vault import Vault
from services.vault.vault_state import Absent, LockKind
from tests.simulation.endpoint_here import ORIGIN
from tests.simulation.flash import Flash
from tests.simulation.ledger import Place
from tests.simulation.network import Air, Network
from tests.simulation.phone import Phone
from tests.simulation.quick_crypto import QuickCrypto


class App:
    """One run of the app. Shape: planners by the name of their circle, which only the world knows."""

    def __init__(self, phone: Phone, flash: Flash, crypto: QuickCrypto, network: Network) -> None:
        assert phone.power is not None
        self._phone = phone
        self._crypto = crypto
        self._vault = Vault(flash, phone.keystore, crypto, phone.clock)
        self._kept_circles = KeptCircles(self._vault)
        self._air = Air(network, phone.power)
        self._one_round = asyncio.Lock()
        self.circle_by_name: dict[str, Circle] = {}

    @property
    def device(self) -> DeviceKeys:
        return self._vault.device

    async def start(self) -> None:
        """Opens what is on the disk, or makes a vault."""
        if isinstance(await self._vault.look(), Absent):
            await self._vault.create(LockKind.NONE)
        else:
            await self._vault.open_()
        http = httpx.AsyncClient(transport=self._air)
        self._endpoint = EndpointClient(http, ORIGIN, self._crypto, self.device)
        self._rounds = Rounds(self._endpoint)
        for name in self._phone.file_by_circle:
            store = await store_of(self._crypto, self._kept_circles, self._journal(name))
            if store is not None:
                self.circle_by_name[name] = Circle(store, self._phone.clock)
        self._phone.keys = self.device

    async def begin_planner(self, name: str, kind: str) -> None:
        """A planner of this device alone."""
        journal = await self._vault.add_planner(kind, self._phone.role)
        self._phone.file_by_circle[name] = journal.file_id

    async def write(self, place: Place, *values: Value) -> None:
        """Somebody writes a field, once or more in a row."""
        changes = [Change(RecordId(place.record), place.type, place.field, value) for value in values]
        await self._journal(place.circle).write(changes)

    async def sync(self) -> str:
        """One round with all circles; what stopped it, or nothing."""
        async with self._one_round:
            try:
                await self._rounds.run(list(self.circle_by_name.values()))
            except EndpointError as problem:
                return problem.code
        return ""

    async def found(self, name: str, kind: str, grant: bytes) -> bytes:
        """The planner gets a circle of its own, which the next round puts to the endpoint."""
        async with self._one_round:
            if name not in self.circle_by_name:
                about = About(CircleKind(kind), name.encode().ljust(16, b".")[:16])
                journal = self._journal(name)
                now_ms = self._phone.clock()
                store = await found(
                    self._crypto, self._kept_circles, journal, self._phone.role, about, ORIGIN, now_ms
                )
                self.circle_by_name[name] = Circle(store, self._phone.clock)
        try:
            await self._endpoint.spend_grant(grant)
        except EndpointError:
            pass  # spent already, or lost on the way; then hosting says so
        await self.sync()
        return self.circle_by_name[name].id

    async def join(self, name: str, kind: str, circle: bytes, promised: bytes) -> None:
        """The planner becomes the one of a circle that this device was added to."""
        async with self._one_round:
            if name not in self._phone.file_by_circle:
                await self.begin_planner(name, kind)
            store = await join(
                self._crypto, self._kept_circles, self._journal(name), circle, ORIGIN, promised
            )
            self.circle_by_name[name] = Circle(store, self._phone.clock)

    async def wish(self, name: str, wish: RosterWish) -> None:
        """A steward wants the roster otherwise."""
        async with self._one_round:
            store = self.circle_by_name[name].store
            await store.change(replace(store.kept, wishes=(*store.kept.wishes, wish)))

    async def invite(self, name: str, keys: DeviceKeys, role: Role) -> None:
        """Lets a device in."""
        await self.wish(name, RosterWish(add=((Device(keys.sign.public, keys.kem.public), role),)))

    async def remove(self, name: str, ids: Iterable[bytes]) -> None:
        """Takes devices out."""
        await self.wish(name, RosterWish(remove=frozenset(ids)))

    async def compact(self, name: str) -> None:
        """A snapshot is asked for, as a person or an endpoint may."""
        async with self._one_round:
            self.circle_by_name[name].is_compaction_asked = True

    def is_steward(self, name: str) -> bool:
        circle = self.circle_by_name.get(name)
        return circle is not None and circle.standing is Standing.LIVE and circle.is_steward

    def standing(self, name: str) -> Standing | None:
        circle = self.circle_by_name.get(name)
        return circle.standing if circle else None

    def visible(self, place: Place) -> Any:
        """What the person sees in this field."""
        kept = self._journal(place.circle).kept()
        flying = kept.meta.get("inflight", {}).get("wishes", {})
        for rows in (kept.outbox, flying, kept.base):
            document = rows.get(f"{place.record} {place.type}", {})
            if place.field in document:
                return document[place.field][0]
        return None

    def base(self, name: str) -> dict[tuple[str, str], tuple[str, str]]:
        """The merged state, field by field."""
        return {
            (document_id(key), field): (repr(register.value), register.stamp)
            for key, fields in registers(self._journal(name).kept().base).items()
            for field, register in fields.items()
        }

    def place_in_log(self, name: str) -> object:
        """What must be equal for two to have read the same; None while there is nothing to compare."""
        circle = self.circle_by_name.get(name)
        state = circle.store.state if circle and circle.standing is Standing.LIVE else None
        if state is None:
            return None
        return state.head, state.floor, state.chain.hash, tuple(sorted(state.lasts.items()))

    def everything(self) -> bytes:
        """Every word that is kept here, as JSON."""
        return b"\n".join(
            canonical.encode([dict(kept.base), dict(kept.outbox), dict(kept.meta)])
            for kept in (self._journal(name).kept() for name in self._phone.file_by_circle)
        )

    def is_at(self, name: str, head: int) -> bool:
        """Whether it has read everything and has nothing to say."""
        circle = self.circle_by_name.get(name)
        return circle is not None and circle.head == head and not circle.is_waiting

    def how_it_is(self, name: str) -> str:
        """For whoever has to understand a seed."""
        circle = self.circle_by_name.get(name)
        if circle is None:
            return "no circle"
        kept = circle.store.kept
        outbox = circle.store.journal.kept().outbox
        flying = kept.inflight.entry.frame if kept.inflight else None
        return (
            f"head {circle.head} standing {kept.place.standing} problem {circle.problem} "
            f"errand {circle.errand} flying {flying} wishes {kept.wishes} outbox {dict(outbox)} "
            f"must_pull {kept.own.must_pull} alarms {dict(kept.health.alarms)}"
        )

    def _journal(self, name: str) -> Journal:
        file_id = self._phone.file_by_circle[name]
        return next(journal for journal in self._vault.journals() if journal.file_id == file_id)


def new_app(phone: Phone, flash: Flash, crypto: QuickCrypto, network: Network) -> App:
    """The app, not yet started."""
    return App(phone, flash, crypto, network)
