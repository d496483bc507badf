"""The people of a planner on three devices: taken out, a phone lost, leaving, and what an alarm means."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from services.endpoint.rows import Store
from services.sync.alarm import Alarm
from services.sync.circle_kept import Standing
from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.test_together import (
    SOON_MS,
    TABLET,
    Device,
    device,
    house,
    is_let_in,
    labels,
    looks,
    makes_ticket,
    says_who,
    ticks,
    uses_code,
)
from tests.journeys.ways import CANARY_NAME
from tests.sync.shared_house import ORIGIN, SharedHouse

Run = Callable[[Awaitable[Any]], Any]
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


def test_everybody_reads_who_is_in_and_what_each_sees(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            await opens_people(them.mentor, them.tablet)
            for name in (SAM, "Mum", "Ms Ali"):
                assert them.mentor.says(name)
            assert them.mentor.says("Keeps the list of people")
            assert them.mentor.says("Mentor · This device")
            assert them.mentor.says("Parent or carer · 1 device")
            await them.pupil.go("/me")
            await opens_people(them.pupil, them.phone)
            assert them.pupil.says("Pupil · This device")
            assert them.pupil.says("What is done")
            assert not [name for name in them.pupil.names() if "Take" in name or "sharing goes" in name]
            await them.parent.go("/me")
            await them.parent.tap(f"People of {SAM}'s planner")
            await looks(them.parent, them.home.phone, PAGE_MS)
            assert them.parent.says("How sharing goes")
            assert not [name for name in them.parent.names() if name.startswith("Take")]

    run(journey())


@pytest.mark.feature("S6")
def test_who_is_taken_out_reads_nothing_new_and_is_told_calmly(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor, parent = them.mentor, them.parent
            assert mentor.says("Mum"), "who can see it is shown beside the targets"
            await opens_people(mentor, them.tablet)
            await mentor.tap("Take somebody out")
            await mentor.tap("Mum")
            assert mentor.says("What Mum has read before cannot be unseen.")
            await mentor.tap("Take out")
            assert mentor.says("Mum is out")
            await mentor.tap("Done")
            await looks(mentor, them.tablet.phone, PAGE_MS)
            assert not mentor.says("Mum")
            await ticks_one(them.pupil, them.phone)
            await them.all_look()
            assert ticks(mentor) == ticks(them.pupil)
            assert ticks(mentor)
            await mentor.go("/")
            assert mentor.says("Who can see this")
            assert not mentor.says("Mum")
            assert not [one for one in journal_of(parent).records.values() if one.type == "day"]
            await looks(parent, them.home.phone, 15_000)
            assert parent.says("This planner is on this device only now.")
            await parent.tap("This planner is on this device only now.")
            await looks(parent, them.home.phone, PAGE_MS)
            assert parent.says("This device was taken out")
            await parent.tap("Take it off this device")
            await parent.tap("Take it off")
            assert parent.thing("I'm a parent or carer")

    run(journey())


@pytest.mark.feature("S6")
def test_a_lost_phone_goes_and_a_ticket_for_the_next_one_stands_there(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor = them.mentor
            await ticks_one(them.pupil, them.phone)
            await them.all_look()
            await opens_people(mentor, them.tablet)
            await mentor.tap("A phone or tablet is lost")
            await mentor.tap(f"{SAM}'s device")
            assert mentor.says("Whoever finds it gets nothing new.")
            await mentor.tap("Take it out")
            await mentor.tap("Make a ticket for the new one")
            assert mentor.says("It is for: The pupil")
            code = code_on(mentor)
            new = device(them.around)
            async with firstbell(new.phone) as again:
                await uses_code(again, code)
                await says_who(again, SAM)
                await is_let_in(mentor, them.tablet.phone, again, new.phone)
                assert again.says(f"Good morning, {SAM}")
                assert ticks(again) == ticks(mentor)
                await ticks_one(again, new)
                await them.all_look()
                assert len(ticks(mentor)) == 2
                assert len(ticks(them.pupil)) == 1, "the lost phone got nothing new"
                await them.pupil.go("/me")
                await looks(them.pupil, them.phone.phone, 15_000)
                assert them.pupil.says("This planner is on this device only now.")
                await them.pupil.tap("This planner is on this device only now.")
                await looks(them.pupil, them.phone.phone, PAGE_MS)
                assert them.pupil.says("Everything in it is still here, and it is yours.")
                assert not [name for name in them.pupil.names() if "off this device" in name]

    run(journey())


def test_a_parent_whose_phone_was_lost_comes_back_as_themselves(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor = them.mentor
            await opens_people(mentor, them.tablet)
            await mentor.tap("A phone or tablet is lost")
            await mentor.tap("Mum's device")
            await mentor.tap("Take it out")
            await mentor.tap("Make a ticket for the new one")
            assert mentor.says("It is for: A parent or carer")
            new = device(them.around)
            async with firstbell(new.phone) as again:
                await again.tap("I'm a parent or carer")
                await uses_code(again, code_on(mentor))
                await says_who(again, "mum")
                await is_let_in(mentor, them.tablet.phone, again, new.phone)
                await them.all_look()
                people = [record for record in journal_of(mentor).records.values() if record.type == "who"]
                parents = {record.fields["person"] for record in people if record.fields["role"] == "parent"}
                assert len(people) == 4
                assert len(parents) == 1

    run(journey())


@pytest.mark.feature("S6")
def test_a_pupil_leaves_alone_and_goes_on_with_everything(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            pupil, mentor = them.pupil, them.mentor
            await ticks_one(pupil, them.phone)
            await them.all_look()
            await pupil.go("/me")
            await opens_people(pupil, them.phone)
            await pupil.tap("Leave this planner")
            assert pupil.says("Everything that is on this device stays on it, and works as before.")
            them.phone.weather.is_offline = True
            await pupil.tap("Leave")
            assert pupil.says("There is no connection just now, so nothing was changed.")
            them.phone.weather.is_offline = False
            await pupil.tap("Leave")
            assert pupil.says("You have left")
            await pupil.go("/today")
            await ticks_one(pupil, them.phone)
            assert len(ticks(pupil)) == 2
            await them.all_look()
            assert len(ticks(mentor)) == 1
            await looks(mentor, them.tablet.phone, 15_000)
            assert mentor.says("Sharing would like a look.")
            await opens_people(mentor, them.tablet)
            assert mentor.says("Has left")
            await mentor.tap(f"Take {SAM} off the list")
            await mentor.tap("Take out")
            await mentor.tap("Done")
            await looks(mentor, them.tablet.phone, PAGE_MS)
            assert not mentor.says("Has left")
            standing = them.pupil.sharing.kept(journal_of(pupil))
            assert standing.place.standing is Standing.LEFT

    run(journey())


def test_a_mentor_who_goes_leaves_the_list_to_an_adult(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor = them.mentor
            await opens_people(mentor, them.tablet)
            await mentor.tap("Leave this planner")
            assert mentor.says("Mum keeps the list of people then.")
            await mentor.tap("Leave")
            assert mentor.says("You have left")
            await them.all_look()
            await them.parent.go("/me")
            await them.parent.tap(f"People of {SAM}'s planner")
            await looks(them.parent, them.home.phone, PAGE_MS)
            assert them.parent.says("Keeps the list of people")
            assert not them.parent.says("Ms Ali")

    run(journey())


@pytest.mark.feature("S9")
def test_health_says_what_an_alarm_means_and_it_can_be_put_away(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor = them.mentor
            sharing = mentor.sharing
            circle = await sharing.circle(journal_of(mentor))
            await circle.store.alarm(Alarm.FORK)
            await looks(mentor, them.tablet.phone, 15_000)
            await mentor.tap("Sharing would like a look.")
            await looks(mentor, them.tablet.phone, 3_000)
            assert mentor.says("One device has sent two different stories of what it did.")
            assert mentor.says("take it out, and let it in again")
            assert mentor.says("The others were last heard Tuesday 15 September 2026, 7:1")
            await mentor.tap("I have read this")
            assert mentor.says("All is well.")
            them.tablet.weather.is_offline = True
            await looks(mentor, them.tablet.phone, LOOKING_MS)
            await looks(mentor, them.tablet.phone, 3_000)
            assert mentor.says("There is no connection just now.")
            await mentor.go("/")
            await looks(mentor, them.tablet.phone, 15_000)
            assert not mentor.says("Sharing would like a look."), "no connection needs nobody"

    run(journey())


def test_members_may_no_longer_add_devices_when_a_steward_says_so(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor = them.mentor
            await opens_people(mentor, them.tablet)
            await mentor.tap("Everybody may add devices of their own")
            sharing = mentor.sharing
            circle = await sharing.circle(journal_of(mentor))
            assert not circle.store.state.chain.roster.may_self_add

    run(journey())


def journal_of(app: App) -> Any:
    return next(one for one in app.rooms.keeper.vault.journals() if one.kind == "shared")


def code_on(mentor: App) -> str:
    """The code of the ticket that is shown."""
    said = next(each for each in labels(mentor) if each.startswith("The code to type: "))
    return said.removeprefix("The code to type: ").replace(" ", "").replace(",", " ")
