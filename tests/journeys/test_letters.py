"""A letter home: written, the app closed; asked, the app closed; approved anew, and in when opened anew."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from html import unescape
from re import search
from typing import Any

import pytest

from app.syncing import LOOKING_MS
from app.together import LETTERS_EVERY_MS
from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_coming_along import begins_to_share
from tests.journeys.test_together import TABLET, Device, device, house, labels, looks, says_who
from tests.journeys.ways import CANARY_NAME, enters, sets_up
from tests.sync.shared_house import SharedHouse
from views.pairing.join_model import LETTER_LOOK_MS
from views.people.needs_model import LOOK_AGAIN_MS as NEEDS_MS

PIN = "4938"
Run = Callable[[Awaitable[Any]], Any]


def opens(around: SharedHouse, on: Device, *size: int) -> AbstractAsyncContextManager[App]:
    """The app on a device, a moment later: two tokens of one millisecond are one too many."""
    around.clock.pass_ms(1)
    return firstbell(on.phone, *size)


async def writes_letter(app: App, guest: str) -> str:
    """From the screen that lets somebody in to the printed page; gives its link."""
    await app.tap(guest)
    await app.tap("Write a letter")
    assert app.says("The letter is ready")
    page: str = app.thing("Save the page").control.action.args["src_bytes"].decode()
    await app.tap("Done")
    found = search(r'<p class="small">([^<]+)</p>', page)
    assert found, page
    assert CANARY_NAME not in page
    return unescape(found[1])


def planner_of(app: App) -> str:
    return next(one.planner_id for one in app.rooms.keeper.vault.journals() if one.kind == "shared")


def pictures(app: App) -> str:
    """The three pictures, as a screen reader says them."""
    (said,) = [one for one in labels(app) if one.count(", ") == 2]
    return said


@pytest.mark.parametrize(
    ("guest", "becomes", "name", "home"),
    [
        ("A parent or carer", "a parent's or carer's device", "Mum", f"{CANARY_NAME}'s week"),
        ("The pupil", "the pupil's device", CANARY_NAME, f"Good morning, {CANARY_NAME}"),
        ("A mentor", "a mentor's device", "Ms Roe", CANARY_NAME),
    ],
)
def test_a_letter_leads_somebody_in_with_every_app_closed_in_between(
    run: Run, guest: str, becomes: str, name: str, home: str
) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, phone = device(around), device(around)
            async with opens(around, tablet, *TABLET) as mentor:
                await begins_to_share(mentor, grant, CANARY_NAME)
                link = await writes_letter(mentor, guest)
            async with opens(around, phone) as joining:
                joining.rooms.follow_link(link)
                await joining.settle()
                assert joining.says(becomes)
                await joining.tap("Ask to join")
                await says_who(joining, name)
                assert joining.says("Waiting for a yes")
                seen = pictures(joining)
            async with opens(around, phone) as joining:
                assert joining.says("Waiting for a yes")
                assert pictures(joining) == seen
                await joining.tap("Look now")
                assert joining.says("Waiting for a yes")
                has_more = guest == "A mentor"  # a caseload is there with the lock
                assert ("Later" in joining.names()) is has_more
            async with opens(around, tablet, *TABLET) as mentor:
                await looks(mentor, tablet.phone, NEEDS_MS)
                await mentor.tap("Somebody asks to come in by a letter.")
                assert mentor.says("People")
                await mentor.tap("Look who asks")
                assert pictures(mentor) == seen
                await mentor.tap("Yes, add it")
                assert mentor.says("It is in")
                await mentor.tap("Done")
                assert not mentor.says("Somebody asks to come in by a letter.")
            async with opens(around, phone) as joining:
                assert joining.says("You are in")
                await joining.tap("Go on")
                assert joining.says(home)
            async with opens(around, phone) as joining:
                assert joining.says(home), "nothing waits any more"

    run(journey())


def test_open_letters_are_looked_at_after_a_round_and_seldom(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet = device(around)
            async with opens(around, tablet, *TABLET) as mentor:
                await begins_to_share(mentor, grant, CANARY_NAME)
                await writes_letter(mentor, "A parent or carer")
                looked = []
                for _ in range(12):
                    before = around.wire.heard.count(b"/joins")
                    tablet.phone.now_ms += LOOKING_MS
                    await looks(mentor, tablet.phone, LOOKING_MS)
                    looked.append(around.wire.heard.count(b"/joins") - before)
                assert sum(looked) == 12 * LOOKING_MS // LETTERS_EVERY_MS, looked

    run(journey())


def test_waiting_stands_behind_the_lock_and_goes_behind_it_again(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, phone = device(around), device(around)
            async with opens(around, tablet, *TABLET) as mentor:
                await begins_to_share(mentor, grant, CANARY_NAME)
                link = await writes_letter(mentor, "A parent or carer")
            async with opens(around, phone) as pupil:
                await sets_up(pupil, lock="PIN\n4 to 6 digits.")
                for _ in range(2):
                    await enters(pupil, PIN)
                await pupil.tap("No card")
                pupil.rooms.follow_link(link)
                await pupil.settle()
                await pupil.tap("Ask to join")
                await pupil.type("Name or nickname", "Mum")
                await pupil.tap("Next")
                assert pupil.says("Waiting for a yes")
            async with opens(around, phone) as pupil:
                assert not pupil.says("Waiting for a yes")
                await enters(pupil, PIN)
                assert pupil.says("Waiting for a yes")
                pupil.rooms.lock()
                await pupil.settle()
                assert not pupil.says("Waiting for a yes")
                await enters(pupil, PIN)
                assert pupil.says(f"Good morning, {CANARY_NAME}"), "it is met once each time the app starts"

    run(journey())


def test_somebody_at_home_waits_beside_it_and_may_stop_waiting(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, phone = device(around), device(around)
            async with opens(around, tablet, *TABLET) as mentor:
                await begins_to_share(mentor, grant, "Sam")
                link = await writes_letter(mentor, "The pupil")
            async with opens(around, phone) as pupil:
                await sets_up(pupil)
                pupil.rooms.follow_link(link)
                await pupil.settle()
                assert pupil.says("Your planner comes along and stays yours.")
                await pupil.tap("Ask to join")
                assert pupil.says("Waiting for a yes")
                await pupil.tap("Later")
                await pupil.go("/")
                assert pupil.says(f"Good morning, {CANARY_NAME}")
            async with opens(around, phone) as pupil:
                assert pupil.says("Waiting for a yes")
                await pupil.tap("Later")
                assert pupil.says(f"Good morning, {CANARY_NAME}")
                await pupil.go("/join")
                assert pupil.says("Waiting for a yes")
            async with opens(around, tablet, *TABLET) as mentor:
                planner = planner_of(mentor)
                await mentor.go(f"/people/{planner}")
                await mentor.tap("Look who asks")
                assert mentor.says("That one comes along to this device, and this one stays as it is.")
                await mentor.tap("Yes, add it")
            async with opens(around, phone) as pupil:
                assert pupil.says("You are in")
                await pupil.tap("Go on")
                assert pupil.says(f"Good morning, {CANARY_NAME}")

    run(journey())


def test_who_is_turned_away_is_told_and_a_letter_is_taken_back_from_people(run: Run) -> None:
    async def journey() -> None:
        async with house() as around:
            grant = await around.grant()
            tablet, other = device(around), device(around)
            async with opens(around, tablet, *TABLET) as mentor:
                await begins_to_share(mentor, grant, "Sam")
                link = await writes_letter(mentor, "A mentor")
                planner = planner_of(mentor)
                async with opens(around, other) as colleague:
                    colleague.rooms.follow_link(link)
                    await colleague.settle()
                    await colleague.tap("Ask to join")
                    await says_who(colleague, "Ms Roe")
                    assert colleague.says("Waiting for a yes")
                    await mentor.go(f"/people/{planner}")
                    await mentor.tap("Look who asks")
                    await mentor.tap("No, they are different")
                    assert mentor.says("People")
                    await looks(colleague, other.phone, LETTER_LOOK_MS)
                    assert colleague.says("That ticket is not there any more.")
                await mentor.go(f"/invite/{planner}")
                await writes_letter(mentor, "A parent or carer")
                await mentor.go(f"/people/{planner}")
                assert mentor.says("A letter is open for: A parent or carer.")
                await mentor.tap("Take the letter back")
                assert not mentor.says("A letter is open for: A parent or carer.")

    run(journey())
