"""Beginning: two minutes of answers become a usable planner, in one write."""

from collections.abc import Callable
from typing import Any

import pytest

from services.desk.beginning import times_back_from
from services.planner.errors import InputRejected, StorageFull
from services.planner.starter import STARTER_PACKS
from services.planner.words import ContactKind, Part, Role, Size
from tests.desk.room import LEAVE_AT_MINUTE, MONDAY, Room, empty_room, room

Run = Callable[[Any], Any]


def test_after_beginning_there_is_a_person_a_morning_and_somebody_to_tell(run: Run) -> None:
    begun: Room = run(room())
    planner = begun.desk.planner
    assert planner.me is not None
    assert (planner.me.name, planner.me.picture, planner.me.role) == ("Sam", "fox", Role.PUPIL)
    assert [routine.part for routine in planner.routines] == [Part.MORNING, Part.EVENING]
    assert {contact.kind for contact in planner.contacts} == set(ContactKind)
    assert planner.prefs.zone == "Europe/London"
    assert begun.today().asked_count == 14


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("part", Part)
def test_each_routine_holds_its_starter_pack_in_order(run: Run, part: Part, size: Size) -> None:
    steps = run(room(packs=tuple(Part))).routine(part).steps
    pack = [step.key for step in STARTER_PACKS[part] if size in step.sizes]
    assert [step.starter for step in steps if size in step.sizes] == pack


def test_the_morning_is_planned_back_from_leaving_home(run: Run) -> None:
    steps = run(room()).routine().steps
    assert {step.starter: step.at for step in steps if step.at} == {
        "alarm": "07:20",
        "breakfast": "07:40",
        "out_of_the_door": "08:10",
    }


def test_without_a_time_to_leave_nothing_has_a_time(run: Run) -> None:
    assert not any(step.at for step in run(room(leave_at_minute=None)).routine().steps)


def test_times_go_back_past_midnight_without_a_fault() -> None:
    assert times_back_from(10, STARTER_PACKS[Part.MORNING])["alarm"] == "23:20"


def test_a_step_that_a_pupil_does_not_want_is_left_out(run: Run) -> None:
    steps = run(room(without=("medicine", "hair"))).routine().steps
    assert not {"medicine", "hair"} & {step.starter for step in steps}


def test_a_part_asked_for_twice_is_made_once(run: Run) -> None:
    assert len(run(room(packs=(Part.MORNING, Part.MORNING))).desk.planner.routines) == 1


@pytest.mark.parametrize(
    ("answer", "odd", "field"),
    [
        ("name", "  ", "name"),
        ("name", "x" * 41, "name"),
        ("picture", "../fox", "picture"),
        ("zone", "Europe/Nowhere", "zone"),
        ("leave_at_minute", -1, "leave_at"),
        ("leave_at_minute", 1440, "leave_at"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_nothing_begins(
    run: Run, answer: str, odd: Any, field: str
) -> None:
    async def story() -> None:
        made = await empty_room()
        answers = {"name": "Sam", "picture": "fox", "zone": "UTC", "leave_at_minute": LEAVE_AT_MINUTE}
        with pytest.raises(InputRejected) as caught:
            await made.desk.begin(age_band=None, packs=tuple(Part), **{**answers, answer: odd})
        assert caught.value.field == field
        assert not made.vault.journals()[0].records

    run(story())


def test_a_planner_begins_once(run: Run) -> None:
    async def story() -> None:
        begun = await room()
        before = begun.desk.planner
        with pytest.raises(InputRejected):
            await begun.desk.begin("Alex", "owl", None, "UTC", ())
        assert begun.desk.planner is before

    run(story())


def test_with_no_room_on_the_device_nothing_has_begun_and_it_can_be_tried_again(run: Run) -> None:
    async def story() -> None:
        made = await empty_room()
        made.store.fill_disk()
        with pytest.raises(StorageFull):
            await made.desk.begin("Sam", "fox", None, "UTC", (Part.MORNING,))
        assert made.desk.planner.me is None
        assert made.desk.planner.routines == ()
        made.store.fill_disk(False)
        await made.desk.begin("Sam", "fox", None, "UTC", (Part.MORNING,))
        assert made.desk.planner.me is not None

    run(story())


def test_beginning_is_one_write_to_the_disk(run: Run) -> None:
    async def story() -> None:
        made = await empty_room()
        before = made.store.write_count
        await made.desk.begin("Sam", "fox", None, "UTC", tuple(Part))
        assert made.store.write_count == before + 1

    run(story())


def test_what_began_is_there_after_a_restart(run: Run) -> None:
    async def story() -> None:
        begun = await room()
        again = await begun.reopened()
        assert again.desk.planner == begun.desk.planner
        assert again.today(on=MONDAY).asked_count == 14

    run(story())
