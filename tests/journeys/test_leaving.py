"""Somebody is taken out of a planner on three devices, or leaves it, and nobody loses what is theirs."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.sync.circle_kept import Standing
from tests.journeys.test_together import looks, ticks
from tests.journeys.three_devices import PAGE_MS, SAM, journal_of, opens_people, three, ticks_one

Run = Callable[[Awaitable[Any]], Any]


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
