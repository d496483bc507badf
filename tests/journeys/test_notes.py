"""Notes beside a planner on three devices: each circle's are read by who is in it, and by nobody else."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.journeys.app_stage import App, Phone, firstbell
from tests.journeys.test_together import SOON_MS, Device, is_let_in, looks, makes_ticket, uses_code
from tests.journeys.three_devices import PAGE_MS, SAM, Three, opens_people, three
from tests.journeys.ways import sets_up

Run = Callable[[Awaitable[Any]], Any]
OWN, HOME, STAFF = "Maths was a turnip today", "Nan collects on Thursday", "Walked to the gate together"
pytestmark = pytest.mark.feature("S3")


async def writes_a_note(app: App, words: str) -> None:
    await app.tap("Write a note")
    await app.type("What do you want to write?", words)
    await app.tap("Keep")
    assert app.says(words)


def knows(app: App, words: str) -> bool:
    """Whether the words stand anywhere on this device, opened with every key that it has."""
    journals = app.rooms.keeper.vault.journals()
    return any(words in repr([dict(one.fields) for one in each.records.values()]) for each in journals)


async def lets_home_in(them: Three) -> None:
    """The pupil opens what was agreed at home, and lets the parent in there."""
    await them.pupil.tap("Let somebody at home in")
    code = await makes_ticket(them.pupil, "A parent or carer")
    await them.parent.go("/me")
    await uses_code(them.parent, code)
    await is_let_in(them.pupil, them.phone.phone, them.parent, them.home.phone)
    await looks(them.parent, them.home.phone, SOON_MS)


async def opens(app: App, on: Device, door: str) -> None:
    await app.go("/me")
    await app.tap(door)
    await looks(app, on.phone, PAGE_MS)


def test_each_note_is_read_by_those_of_its_circle_and_by_nobody_else(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor, pupil, parent = them.mentor, them.pupil, them.parent
            await mentor.tap("Mentors' notes")
            await writes_a_note(mentor, STAFF)
            await opens(pupil, them.phone, "Just for me")
            assert pupil.says("Only this device has it. Lose it, and these notes are gone.")
            await writes_a_note(pupil, OWN)
            await opens(pupil, them.phone, "At home")
            await writes_a_note(pupil, HOME)
            assert pupil.says("Only this device can read it so far.")
            await lets_home_in(them)
            await opens(parent, them.home, f"At home: {SAM}")
            assert parent.says(HOME)
            await writes_a_note(parent, f"{HOME} and Friday")
            await them.all_look()
            assert pupil.says(f"{HOME} and Friday")
            assert pupil.says("Mum")
            known = {
                name: [knows(app, words) for app in (mentor, pupil, parent)]
                for name, words in (("own", OWN), ("home", HOME), ("staff", STAFF))
            }
            assert known == {
                "own": [False, True, False],
                "home": [False, True, True],
                "staff": [True, False, False],
            }
            await opens_people_of(them)

    run(journey())


async def opens_people_of(them: Three) -> None:
    """The page about people says who reads what, as far as one reads it too."""
    await them.pupil.go("/me")
    await opens_people(them.pupil, them.phone)
    assert them.pupil.says("At home")


def test_no_address_opens_a_notebook_of_another_role(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            planner = them.mentor.rooms.keeper.vault.journals()[-1].planner_id
            for app, kinds in (
                (them.mentor, ("home", "private")),
                (them.parent, ("private", "staff")),
                (them.pupil, ("staff",)),
            ):
                for kind in kinds:
                    await app.go(f"/notes/{kind}/{planner}")
                    assert not app.says("Write a note")
                    assert app.says("There is nothing at this address."), app.texts()

    run(journey())


def test_a_planner_that_nobody_shares_has_notes_too_and_they_are_there_after_a_restart(run: Run) -> None:
    async def journey() -> None:
        phone = Phone()
        async with firstbell(phone) as pupil:
            await sets_up(pupil, SAM)
            await pupil.go("/me")
            await pupil.tap("Just for me")
            await writes_a_note(pupil, OWN)
        assert OWN.encode() not in phone.kept
        async with firstbell(phone) as pupil:
            await pupil.go("/me")
            await pupil.tap("Just for me")
            assert pupil.says(OWN)

    run(journey())


def test_whoever_was_taken_out_of_the_planner_is_shut_out_of_the_notes_with_one_press(run: Run) -> None:
    async def journey() -> None:
        async with three() as them:
            mentor, pupil, parent = them.mentor, them.pupil, them.parent
            await opens(pupil, them.phone, "At home")
            await writes_a_note(pupil, HOME)
            await lets_home_in(them)
            await opens_people(mentor, them.tablet)
            for each in ("Take somebody out", "Mum", "Take out", "Done"):
                await mentor.tap(each)
            await them.all_look()
            await pupil.go("/me")
            await opens_people(pupil, them.phone)
            assert pupil.says("At home: a device that is not in the planner any more can still read it.")
            await pupil.tap("Open it")
            await pupil.tap("Shut it out")
            assert not pupil.says("A device that is not in the planner any more can still read this.")
            await writes_a_note(pupil, OWN)
            await them.all_look()
            assert knows(parent, HOME)
            assert not knows(parent, OWN)

    run(journey())
