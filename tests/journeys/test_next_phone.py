"""A lost phone is taken out, and a ticket lets its owner in again on the next one."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.journeys.app_stage import App, firstbell
from tests.journeys.test_together import device, is_let_in, labels, looks, says_who, ticks, uses_code
from tests.journeys.three_devices import PAGE_MS, SAM, journal_of, opens_people, three, ticks_one

Run = Callable[[Awaitable[Any]], Any]


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


def code_on(mentor: App) -> str:
    """The code of the ticket that is shown."""
    said = next(each for each in labels(mentor) if each.startswith("The code to type: "))
    return said.removeprefix("The code to type: ").replace(" ", "").replace(",", " ")
