"""A copy of a shared planner comes back on a new device, and leads to being let in again."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from services.planner.words import Role
from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.tablet_and_phone import Two, two
from tests.journeys.test_copies import keeps_a_copy, opens
from tests.journeys.test_together import (
    SOON_MS,
    TABLET,
    Device,
    device,
    is_let_in,
    looks,
    makes_ticket,
    ticks,
)
from tests.journeys.ways import CANARY_NAME, sets_up
from tests.sync.shared_house import ORIGIN
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
SAID = sentences_in(Language.ENGLISH).people
LINE = SAID.health.line_outside


async def brings_back(app: App, copy: bytes) -> None:
    """From the first screen to the planner, without a lock."""
    await app.tap("I have a copy to bring back")
    await opens(app, copy)
    await app.tap("Bring this back")
    await app.tap("No PIN")
    await app.tap("Next")


async def joins_again(them: Two, app: App, on: Device, guest: str) -> None:
    """From the page on which the code is typed until somebody is in."""
    await them.mentor.tap("Let somebody in")
    code = await makes_ticket(them.mentor, guest)
    await app.type("The code", code)
    if "Address of the sharing service" in app.names():
        await app.type("Address of the sharing service", ORIGIN)
    await app.tap("Next")
    await app.tap("Ask to join")
    await is_let_in(them.mentor, them.tablet.phone, app, on.phone)


@pytest.mark.feature("S8")
def test_a_pupils_copy_says_that_it_is_not_shared_and_one_press_leads_to_the_code(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            await them.pupil.tap("Alarm, now")
            await looks(them.pupil, them.phone.phone, SOON_MS)
            copy = await keeps_a_copy(them.pupil)
            fresh = device(them.house)
            async with firstbell(fresh.phone) as app:
                await brings_back(app, copy)
                assert app.says(SAID.apart.outside_title)
                assert app.says(SAID.apart.outside_pupil)
                await app.tap("Today")
                assert app.says(f"Good morning, {CANARY_NAME}")
                await app.tap("Feet on the floor, now")
                await app.tap("Me")
                await app.tap(LINE)
                assert app.says("Join a planner")
                await app.tap("Back")
                await app.tap(SAID.page.open_note)
                await app.tap(SAID.apart.ask)
                await joins_again(them, app, fresh, "The pupil")
                assert app.says(f"Good morning, {CANARY_NAME}")
                await app.tap("Me")
                assert not app.says(LINE)
                await app.tap(SAID.page.open_note)
                assert not app.says(SAID.apart.outside_title)
                assert app.says(SAID.page.steward)
                assert planners(app) == [Role.PUPIL]
                await looks(app, fresh.phone, SOON_MS)
                await looks(them.mentor, them.tablet.phone, LOOKING_MS)
                assert len(ticks(app)) == 2
                assert ticks(them.mentor) == ticks(app)

    run(journey())


def planners(app: App) -> list[Role]:
    return [one.role for one in app.rooms.keeper.vault.journals() if one.kind == "shared"]


@pytest.mark.feature("S8")
def test_a_mentors_copy_says_so_beside_the_pupils_until_they_share_from_it(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            copy = await keeps_a_copy(them.mentor)
            fresh = device(them.house)
            async with firstbell(fresh.phone, *TABLET) as app:
                await brings_back(app, copy)
                assert app.says(SAID.apart.outside_title)
                assert app.says(SAID.apart.outside_adult)
                assert app.says(SAID.apart.share_anew)
                await app.tap("Pupils")
                beside_the_list = SAID.health.line_outside_many.say(1)
                assert app.says(beside_the_list), app.texts()
                await app.tap(beside_the_list)
                assert app.says("Join a planner")

    run(journey())


@pytest.mark.feature("S8")
def test_a_copy_of_a_planner_that_nobody_shared_says_nothing_of_it(run: Run) -> None:
    async def journey() -> None:
        async with firstbell(Phone()) as app:
            await sets_up(app)
            await app.tap("Alarm, now")
            copy = await keeps_a_copy(app)
        async with firstbell(Phone()) as app:
            await brings_back(app, copy)
            assert app.says(f"Good morning, {CANARY_NAME}")
            await app.tap("Me")
            assert not app.says(LINE)
            await app.tap(SAID.page.open_note)
            assert app.says(SAID.page.alone_title)

    run(journey())


@pytest.mark.feature("S8")
def test_a_copy_of_a_planner_that_somebody_had_left_asks_nobody_to_let_them_in(run: Run) -> None:
    async def journey() -> None:
        async with two() as them:
            await them.pupil.tap("Me")
            await them.pupil.tap(SAID.page.open_note)
            await them.pupil.tap(SAID.page.leave)
            await them.pupil.tap(SAID.leave.do)
            assert them.pupil.says(SAID.leave.left_title)
            await them.pupil.tap("Done")
            copy = await keeps_a_copy(them.pupil)
        async with firstbell(Phone()) as app:
            await brings_back(app, copy)
            assert app.says(f"Good morning, {CANARY_NAME}")
            await app.tap("Me")
            assert not app.says(LINE)

    run(journey())
