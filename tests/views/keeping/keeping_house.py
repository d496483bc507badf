"""A family of real devices over the real endpoint, and the keeping rooms of each."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from services.crypto.recovery_card import read_card
from services.desk.answers import AdultAnswers, NewLock
from services.planner.ids import PlannerId
from services.sync.coming_by_card import ComingByCard
from services.sync.erasing import Erasing
from services.sync.handing_over import HandingOver
from services.sync.keeping_card import KeepingCard, MadeCard
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.sync.shared_house import ZONE, Phone, SharedHouse
from tests.sync.test_membership import family
from views.action import Actions
from views.copies.export_words import export_words
from views.keeping.keeping_rooms import KeepingRooms
from views.strings.catalogue import Language
from views.strings.languages import sentences_in


class Returning:
    """Coming back by a card, as far as the endpoint and the vault; nobody is asked who they are."""

    def __init__(self, phone: Phone) -> None:
        self._coming = ComingByCard(phone.sharing, phone._own, has_own_endpoint=phone.has_page)
        self._vault = phone.vault

    @property
    def has_lock(self) -> bool:
        return self._vault.is_open

    async def make_room(self, me: AdultAnswers, lock: NewLock | None) -> str | None:
        assert me.name
        if lock is not None:
            await self._vault.create(lock.kind, lock.secret)
        return None

    def needs_address(self) -> bool:
        return self._coming.needs_address()

    async def look_up(self, typed: str, address: str = "") -> None:
        await self._coming.look_up(read_card(typed), address)

    async def come(self) -> MadeCard | None:
        fresh = await self._coming.come()
        return None if fresh is None else MadeCard(fresh.printed(), self._coming.address)

    def forget(self) -> None:
        self._coming.forget()


class Keeper:
    """What the rooms ask of the household."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone

    @property
    def vault(self) -> Vault:
        return self._phone.vault

    def keeping_card(self) -> KeepingCard:
        return KeepingCard(self._phone.sharing)

    def erasing(self) -> Erasing:
        return Erasing(self._phone.sharing)

    def handing_over(self) -> HandingOver:
        return HandingOver(self._phone.sharing)

    def arriving_by_card(self) -> Returning:
        return Returning(self._phone)


@dataclass
class Here:
    """One device and its rooms."""

    phone: Phone
    actions: Actions
    rooms: KeepingRooms

    @property
    def planner(self) -> PlannerId:
        return PlannerId(self.phone.journal.planner_id)


def here(phone: Phone) -> Here:
    actions = Actions()
    rooms = KeepingRooms(
        Keeper(phone),
        lambda: export_words(sentences_in(Language.ENGLISH), Language.ENGLISH, "Europe/London"),
        actions=actions,
        now_ms=phone.home.clock,
        zone=ZONE,
        is_web=False,
    )
    return Here(phone, actions, rooms)


@dataclass
class Family:
    """A mentor who leads, a pupil, a parent."""

    house: SharedHouse
    mentor: Here
    pupil: Here
    parent: Here


@contextlib.asynccontextmanager
async def at_home(pin: str | None = None) -> AsyncIterator[Family]:
    """`pin` locks the mentor's tablet."""
    async with family() as (house, *phones):
        mentor, pupil, parent = (here(one) for one in phones)
        if pin:
            await mentor.phone.vault.change_lock(LockKind.PIN, pin)
        yield Family(house, mentor, pupil, parent)
