"""A mentor's tablet and a pupil's phone that share a planner, each with the app open."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from services.vault.journal import Journal
from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_copies import begins_with_a_pupil as begins_behind_a_pin
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.test_together import (
    TABLET,
    Device,
    device,
    house,
    is_let_in,
    makes_ticket,
    says_who,
    uses_code,
)
from tests.journeys.ways import CANARY_NAME, enters
from tests.sync.shared_house import ORIGIN, SharedHouse


@dataclass
class Two:
    """A mentor's tablet and a pupil's phone that share a planner."""

    house: SharedHouse
    tablet: Device
    phone: Device
    mentor: App
    pupil: App

    @property
    def planner(self) -> Journal:
        return planner_in(self.mentor)


def planner_in(app: App) -> Journal:
    (journal,) = [one for one in app.rooms.keeper.vault.journals() if one.kind == "shared"]
    return journal


@contextlib.asynccontextmanager
async def two(*, has_pin: bool = False) -> AsyncIterator[Two]:
    async with house() as around:
        grant = await around.grant()
        tablet, phone = device(around), device(around)
        async with firstbell(tablet.phone, *TABLET) as mentor, firstbell(phone.phone) as pupil:
            await (begins_behind_a_pin(mentor) if has_pin else begins_with_a_pupil(mentor, "Sam"))
            await mentor.tap("Sam. Nothing new")
            await mentor.tap("Let somebody in")
            if has_pin:
                await enters(mentor, "4938")
            await mentor.type("The grant", grant)
            await mentor.type("Address of the sharing service", ORIGIN)
            await mentor.tap("Next")
            code = await makes_ticket(mentor, "The pupil")
            await uses_code(pupil, code)
            await says_who(pupil, CANARY_NAME)
            await is_let_in(mentor, tablet.phone, pupil, phone.phone)
            yield Two(around, tablet, phone, mentor, pupil)
