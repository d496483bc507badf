"""The people of a planner on three devices: who is in, what each sees, and what an alarm means."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from services.sync.alarm import Alarm
from tests.journeys.test_together import looks
from tests.journeys.three_devices import PAGE_MS, SAM, journal_of, opens_people, three

Run = Callable[[Awaitable[Any]], Any]


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
            await them.pupil.tap("What the service knows")
            assert [one for one in them.pupil.texts() if one.startswith("Pupil: a circle of ")]
            await them.pupil.tap("Back")
            await them.parent.go("/me")
            await them.parent.tap(f"People of {SAM}'s planner")
            await looks(them.parent, them.home.phone, PAGE_MS)
            assert them.parent.says("How sharing goes")
            assert not [name for name in them.parent.names() if name.startswith("Take")]

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
