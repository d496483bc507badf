"""Oneself, the planner's settings, and whom to tell."""

from collections.abc import Callable
from typing import Any

import pytest

from services.planner.errors import InputRejected
from services.planner.ids import ContactId
from services.planner.words import AgeBand, ContactKind, StepView
from tests.desk.room import empty_room, room

Run = Callable[[Any], Any]


def test_a_name_and_a_picture_are_changed_and_the_person_stays_the_same(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        assert sam.desk.planner.me is not None
        before = sam.desk.planner.me.id
        await sam.desk.set_person("Sammy", "owl", AgeBand.FROM_12_TO_14)
        me = (await sam.reopened()).desk.planner.me
        assert me is not None
        assert (me.id, me.name, me.picture, me.age_band) == (before, "Sammy", "owl", AgeBand.FROM_12_TO_14)

    run(story())


def test_the_planner_shows_one_step_three_or_all(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        for view in StepView:
            await sam.desk.set_view(view)
            assert sam.desk.planner.prefs.view is view
        assert (await sam.reopened()).desk.planner.prefs.view is StepView.ALL

    run(story())


def test_a_zone_we_know_is_taken_and_another_is_named(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        await sam.desk.set_zone("Asia/Karachi")
        assert sam.desk.zone == "Asia/Karachi"
        with pytest.raises(InputRejected) as caught:
            await sam.desk.set_zone("Mars/Olympus")
        assert caught.value.field == "zone"
        assert sam.desk.zone == "Asia/Karachi"

    run(story())


def test_a_pupil_lets_adults_tick_and_takes_it_back(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        seen = [sam.desk.planner.prefs.adult_ticks]
        for may_tick in (True, False):
            await sam.desk.set_adult_ticks(may_tick)
            seen.append(sam.desk.planner.prefs.adult_ticks)
        assert seen == [False, True, False]

    run(story())


def test_before_beginning_there_is_nobody_to_rename(run: Run) -> None:
    async def story() -> None:
        nobody = await empty_room()
        with pytest.raises(InputRejected):
            await nobody.desk.set_person("Sam", "fox", None)

    run(story())


def test_somebody_to_tell_is_added_changed_taken_off_and_brought_back(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        nan = await sam.desk.add_contact(
            ContactKind.FAMILY, "Nan", "0115 496 0123", "After four", "grandparent"
        )
        assert sam.desk.planner.contacts[-1].id == nan
        await sam.desk.change_contact(nan, name="Nana", phone="", note="")
        made = sam.desk.planner.contacts[-1]
        assert (made.name, made.phone, made.note, made.picture) == ("Nana", "", "", "grandparent")
        await sam.desk.remove_contact(nan)
        assert nan not in [one.id for one in sam.desk.planner.contacts]
        await sam.desk.restore_contact(nan)
        assert (await sam.reopened()).desk.planner.contacts[-1] == made

    run(story())


def test_the_starter_contacts_can_be_given_a_name_and_taken_off(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        key_adult = next(one for one in sam.desk.planner.contacts if one.kind is ContactKind.KEY_ADULT)
        await sam.desk.change_contact(key_adult.id, name="Mr Fern", phone="0115 496 0199")
        changed = next(one for one in sam.desk.planner.contacts if one.id == key_adult.id)
        assert (changed.name, changed.phone, changed.starter) == (
            "Mr Fern",
            "0115 496 0199",
            "contact_key_adult",
        )
        await sam.desk.remove_contact(key_adult.id)
        assert len(sam.desk.planner.contacts) == 5

    run(story())


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ({"name": ""}, "name"),
        ({"phone": "ring me"}, "phone"),
        ({"note": "x" * 281}, "note"),
        ({"picture": "/"}, "picture"),
    ],
)
def test_a_contact_that_cannot_be_used_is_named_and_not_written(
    run: Run, answer: dict[str, Any], field: str
) -> None:
    async def story() -> None:
        sam = await room()
        before = sam.desk.planner
        with pytest.raises(InputRejected) as caught:
            await sam.desk.add_contact(**{"kind": ContactKind.FAMILY, "name": "Nan", **answer})
        assert caught.value.field == field
        for try_it in (sam.desk.remove_contact, sam.desk.restore_contact, sam.desk.change_contact):
            with pytest.raises(InputRejected):
                await try_it(ContactId("nowhere"))
        assert sam.desk.planner is before

    run(story())
