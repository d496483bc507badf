"""The real app below its screens, on a simulated phone: vault, circles, rounds, an endpoint over the air."""

import asyncio
import json
from collections.abc import Awaitable, Collection
from typing import Any

import httpx

from services.crypto.device_keys import DeviceKeys
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.errors import EndpointError, InputRejected, NotPermitted
from services.planner.ids import RecordId
from services.planner.stamp import Stamp
from services.planner.words import Role
from services.sync.circle import Circle
from services.sync.circle_kept import NEVER, Standing
from services.sync.entry import Entry
from services.sync.epoch_keys import CircleKind
from services.sync.hello import WelcomedCircle
from services.sync.leaving import Leaving
from services.sync.membership import Membership
from services.sync.roster_wish import Device, RosterWish
from services.sync.sharing import Sharing
from services.vault.journal import Journal
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
        air = Air(network, phone.power)
        self.vault = Vault(flash, phone.keystore, crypto, phone.clock)
        self.sharing = Sharing(self.vault, crypto, phone.clock, lambda: httpx.AsyncClient(transport=air))
        self.members = Membership(self.sharing)
        self.leaving = Leaving(self.sharing)
        self._circle_by_name: dict[str, Circle] = {}
        self._beginning = asyncio.Lock()

    async def start(self) -> None:
        """Opens what is on the disk, or makes a vault."""
        if isinstance(await self.vault.look(), Absent):
            await self.vault.create(LockKind.NONE)
        else:
            await self.vault.open_()
        there = {journal.file_id for journal in self.vault.journals()}
        for name, file_id in list(self._phone.file_by_circle.items()):
            if file_id not in there and name in self._phone.wants_out:
                self._phone.forget(name)  # the app ended right after it was taken away
            else:
                await self._know(name)
        self._phone.keys = self.vault.device

    async def begin_planner(self, name: str, kind: str) -> None:
        """A planner of this device alone; one, also when it is asked for twice at once."""
        async with self._beginning:
            if name not in self._phone.file_by_circle:
                journal = await self.vault.add_planner(kind, self._phone.role)
                self._phone.file_by_circle[name] = journal.file_id

    async def write(self, place: Place, *values: Value) -> None:
        """Somebody writes a field, once or more in a row."""
        changes = [Change(RecordId(place.record), place.type, place.field, value) for value in values]
        await self.journal(place.circle).write(changes)

    async def sync(self) -> str:
        """One round with all circles; what stopped it, or nothing."""
        return await _heard(self.sharing.round())

    async def found(self, name: str, grant: bytes) -> bytes:
        """The planner gets a circle of its own, which the next round puts to the endpoint."""
        client = self.sharing.client(ORIGIN, self.vault.device)
        await _heard(client.spend_grant(grant))  # spent already, or lost on the way: then hosting says so
        circle = await self.sharing.found(self.journal(name), ORIGIN)
        self._circle_by_name[name] = circle
        await self.sync()
        return circle.id

    async def join(self, name: str, kind: str, circle: bytes, promised: bytes) -> None:
        """A planner becomes the one of a circle that this device was added to."""
        await self.begin_planner(name, kind)
        welcomed = WelcomedCircle(circle, CircleKind(kind), bytes(16), ORIGIN, promised)
        self._circle_by_name[name] = await self.sharing.join(self.journal(name), welcomed)

    async def wish(self, name: str, wish: RosterWish) -> str:
        """A steward wants the roster otherwise."""
        return await _heard(self.sharing.wish([(self._circle_by_name[name], wish)]))

    async def invite(self, name: str, keys: DeviceKeys, role: Role) -> str:
        """Lets a device in."""
        return await self.wish(name, RosterWish(add=((Device(keys.sign.public, keys.kem.public), role),)))

    async def compact(self, name: str) -> None:
        """A snapshot is asked for, as an endpoint may."""
        self._circle_by_name[name].turn.is_compaction_asked = True
        await self.sync()

    async def remove(self, name: str, device: bytes) -> str:
        """Takes a device out."""
        return await _heard(self.members.remove([self.journal(name)], [device]))

    async def make_stewards(self, name: str, devices: Collection[bytes]) -> str:
        """Says who may change the roster."""
        return await _heard(self.members.hand_over([self.journal(name)], devices))

    async def leave(self, name: str) -> str:
        """Leaves a circle."""
        return await _heard(self.leaving.leave(self.journal(name)))

    async def erase(self, name: str) -> str:
        """Has a circle deleted everywhere, here too."""
        return await _heard(self.leaving.erase([self.journal(name)]))

    async def take_away(self, name: str) -> None:
        """Deletes what is left of a planner."""
        await self.leaving.take_away(self.journal(name))

    async def become_new_device(self) -> None:
        """Once it knows that it has a double, the phone gets keys of its own."""
        await self.leaving.begin_anew()
        self._phone.keys = self.vault.device

    def circle(self, name: str) -> Circle | None:
        """The circle of a planner, if it has one."""
        return self._circle_by_name.get(name)

    def is_steward(self, name: str) -> bool:
        circle = self.circle(name)
        return circle is not None and circle.standing is Standing.LIVE and circle.is_steward

    def standing(self, name: str) -> Standing | None:
        circle = self.circle(name)
        return circle.standing if circle else None

    def visible(self, place: Place) -> Any:
        """What the person sees in this field."""
        kept = self.journal(place.circle).kept()
        flying = kept.meta.get("inflight", {}).get("wishes", {})
        for rows in (kept.outbox, flying, kept.base):
            document = rows.get(f"{place.record} {place.type}", {})
            if place.field in document:
                return document[place.field][0]
        return None

    def stamp(self, place: Place) -> Stamp | None:
        """The stamp of what the log has settled in this field."""
        document = self.journal(place.circle).kept().base.get(f"{place.record} {place.type}", {})
        return Stamp(document[place.field][1]) if place.field in document else None

    def base(self, name: str) -> dict[tuple[str, str], tuple[str, str]]:
        """The merged state, field by field."""
        return {
            (document_id(key), field): (repr(register.value), register.stamp)
            for key, fields in registers(self.journal(name).kept().base).items()
            for field, register in fields.items()
        }

    def has_read(self, name: str, entry: Entry) -> bool:
        """Whether this entry, or a later one of its device, is in what it has read."""
        circle = self.circle(name)
        state = circle.store.state if circle else None
        last = state.lasts.get(entry.frame.device) if state else None
        return last is not None and last.n >= entry.frame.n

    def place_in_log(self, name: str) -> object:
        """What must be equal for two to have read the same; None while there is nothing to compare."""
        circle = self.circle(name)
        state = circle.store.state if circle and circle.standing is Standing.LIVE else None
        if circle is None or state is None or circle.store.kept.own.compacted_ms == NEVER:
            return None  # what it has more stands in the snapshot that comes next
        return state.head, state.floor, state.chain.hash, tuple(sorted(state.lasts.items()))

    def everything(self) -> str:
        """Every word that is kept here, as JSON."""
        kept = [self.journal(name).kept() for name in self._phone.file_by_circle]
        return json.dumps([[dict(one.base), dict(one.outbox), dict(one.meta)] for one in kept])

    def is_at(self, name: str, head: int) -> bool:
        """Whether it has read everything and has nothing to say."""
        circle = self.circle(name)
        return circle is not None and circle.head == head and not circle.is_waiting

    def how_it_is(self, name: str) -> str:
        """For whoever has to understand a seed."""
        circle = self.circle(name)
        if circle is None:
            return "no circle"
        kept = circle.store.kept
        outbox = circle.store.journal.kept().outbox
        flying = kept.inflight.entry.frame if kept.inflight else None
        return (
            f"head {circle.head} standing {kept.place.standing} problem {circle.problem} "
            f"errand {circle.turn.errand} flying {flying} wishes {kept.wishes} outbox {dict(outbox)} "
            f"must_pull {kept.own.must_pull} alarms {dict(kept.health.alarms)}"
        )

    def journal(self, name: str) -> Journal:
        """The planner of a circle."""
        file_id = self._phone.file_by_circle[name]
        return next(journal for journal in self.vault.journals() if journal.file_id == file_id)

    async def _know(self, name: str) -> None:
        circle = await self.sharing.circle(self.journal(name))
        if circle is not None:
            self._circle_by_name[name] = circle


async def _heard(asked: Awaitable[object]) -> str:
    """What stopped it is called; empty when nothing did."""
    try:
        await asked
    except EndpointError as problem:
        return problem.problem or problem.code
    except (InputRejected, NotPermitted) as problem:
        return problem.code
    return ""


def new_app(phone: Phone, flash: Flash, crypto: QuickCrypto, network: Network) -> App:
    """The app, not yet started."""
    return App(phone, flash, crypto, network)
