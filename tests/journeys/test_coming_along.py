"""A pupil who used the app alone joins a mentor; and an app that is closed in the middle of joining."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_mentor import begins_with_a_pupil
from tests.journeys.test_together import (
    TABLET,
    Device,
    device,
    house,
    labels,
    looks,
    makes_ticket,
    says_who,
    ticks_the_morning,
    uses_code,
)
from tests.journeys.ways import CANARY_NAME, sets_up
from tests.sync.shared_house import ORIGIN

Run = Callable[[Awaitable[Any]], Any]


async def begins_to_share(mentor: App, grant: str, name: str) -> None:
    """A mentor with one pupil, on the screen that lets somebody in."""
    await begins_with_a_pupil(mentor, name)
    await mentor.tap(f"{name}. Nothing new")
    await mentor.tap("Let somebody in")
    await mentor.type("The grant", grant)
    await mentor.type("Address of the sharing service", ORIGIN)
    await mentor.tap("Next")


def test_a_pupil_who_was_alone_keeps_the_planner_and_the_mentor_sees_it(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, phone = device(around), device(around)
            async with firstbell(phone.phone) as pupil, firstbell(tablet.phone, *TABLET) as mentor:
                await sets_up(pupil)
                await ticks_the_morning(pupil)
                await begins_to_share(mentor, grant, "Sam")
                code = await makes_ticket(mentor, "The pupil")
                await pupil.go("/join")
                await pupil.type("The code", code)
                await pupil.type("Address of the sharing service", ORIGIN)
                await pupil.tap("Next")
                assert pupil.says("Your planner comes along and stays yours.")
                await pupil.tap("Ask to join")
                assert pupil.says("Look at both screens"), "whoever brings a planner is named in it"
                await looks(mentor, tablet.phone)
                assert mentor.says("That one comes along to this device, and this one stays as it is.")
                await mentor.tap("Yes, add it")
                await looks(pupil, phone.phone)
                await pupil.tap("Go on")
                assert pupil.says(f"Good morning, {CANARY_NAME}")
                await mentor.tap("Done")
                await looks(mentor, tablet.phone, 60_000)
                assert any(name.startswith(f"{CANARY_NAME}.") for name in mentor.names()), mentor.names()
                assert any(name.startswith("Sam.") for name in mentor.names())
                kept = {one.planner_id: one for one in pupil.rooms.keeper.vault.journals()}
                assert len(kept) == 1
                (mine,) = kept.values()
                theirs = next(
                    one
                    for one in mentor.rooms.keeper.vault.journals()
                    if (one.planner_id, one.kind) == (mine.planner_id, "shared")
                )
                assert any(one.type == "day" and len(one.fields) >= 14 for one in theirs.records.values())

    run(journey())


async def is_cut_off(around: Any, grant: str, requests: int) -> bool:
    """A pupil's first phone that has no network after so many requests, and is closed. Whether it was in."""
    tablet, phone = device(around), device(around)
    async with firstbell(tablet.phone, *TABLET) as mentor:
        await begins_to_share(mentor, grant, "Sam")
        code = await makes_ticket(mentor, "The pupil")
        async with firstbell(phone.phone) as pupil:
            await uses_code(pupil, code)
            await says_who(pupil, CANARY_NAME)
            await looks(mentor, tablet.phone)
            await mentor.tap("Yes, add it")
            phone.weather.works_for(requests)
            await looks(pupil, phone.phone)
            was_in = bool(pupil.rooms.keeper.vault.journals())
        return was_in and await is_at_home(phone)


async def is_at_home(phone: Device) -> bool:
    phone.weather.is_offline = False
    phone.weather.works_for(1_000)
    async with firstbell(phone.phone) as again:
        await looks(again, phone.phone, 60_000)
        assert again.says(f"Good morning, {CANARY_NAME}"), (again.texts(), labels(again))
    return True


def test_a_planner_has_its_name_even_when_the_app_is_closed_in_the_middle_of_joining(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            came_in = [await is_cut_off(around, await around.grant(), n) for n in (1, 2, 3)]
            assert any(came_in), came_in

    run(journey())
