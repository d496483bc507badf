"""A mentor's, a pupil's and a parent's device in one planner, each with the app open."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from app.syncing import LOOKING_MS
from services.endpoint.rows import Store
from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.test_together import (
    SOON_MS,
    TABLET,
    Device,
    device,
    house,
    is_let_in,
    looks,
    makes_ticket,
    says_who,
    uses_code,
)
from tests.journeys.ways import CANARY_NAME
from tests.sync.shared_house import ORIGIN, SharedHouse

SAM = CANARY_NAME
PAGE_MS = 5_000


@dataclass
class Three:
    """A mentor, a pupil and a parent, each with the app open."""

    around: SharedHouse
    tablet: Device
    phone: Device
    home: Device
    mentor: App
    pupil: App
    parent: App

    async def all_look(self, *, times: int = 2) -> None:
        """Some minutes go by on every device."""
        for _ in range(times):
            for app, on in (
                (self.mentor, self.tablet),
                (self.pupil, self.phone),
                (self.parent, self.home),
            ):
                await looks(app, on.phone, LOOKING_MS)
                await app.sharing.round()
                await app.settle()


async def mentor_begins(mentor: App, around: SharedHouse) -> None:
    """A pupil, and the first ticket's grant."""
    await begins_with_a_pupil(mentor, SAM)
    await mentor.tap(f"{SAM}. Nothing new")
    await mentor.tap("Let somebody in")
    await mentor.type("The grant", await around.grant())
    await mentor.type("Address of the sharing service", ORIGIN)
    await mentor.tap("Next")


@asynccontextmanager
async def three(store: Store | None = None) -> AsyncIterator[Three]:
    """All three in one planner."""
    async with house(store) as around:
        tablet, phone, home = device(around), device(around), device(around)
        async with (
            firstbell(tablet.phone, *TABLET) as mentor,
            firstbell(phone.phone) as pupil,
            firstbell(home.phone) as parent,
        ):
            await mentor_begins(mentor, around)
            await uses_code(pupil, await makes_ticket(mentor, "The pupil"))
            await says_who(pupil, SAM)
            await is_let_in(mentor, tablet.phone, pupil, phone.phone)
            await mentor.tap("Let somebody in")
            code = await makes_ticket(mentor, "A parent or carer")
            await parent.tap("I'm a parent or carer")
            await uses_code(parent, code)
            await says_who(parent, "Mum")
            await is_let_in(mentor, tablet.phone, parent, home.phone)
            them = Three(around, tablet, phone, home, mentor, pupil, parent)
            await them.all_look()
            yield them


async def opens_people(app: App, on: Device) -> None:
    await app.tap("People")
    await looks(app, on.phone, PAGE_MS)


async def ticks_one(pupil: App, on: Device) -> None:
    """The step that is next, and it is sent."""
    name = next(name for name in pupil.names() if name.endswith(", now, not done yet. Tick"))
    await pupil.tap(name)
    await looks(pupil, on.phone, SOON_MS)


def journal_of(app: App) -> Any:
    return next(one for one in app.rooms.keeper.vault.journals() if one.kind == "shared")
