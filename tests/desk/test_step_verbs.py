"""Making a routine one's own: adding, changing, moving, taking away, bringing back."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.ids import RecordId, RoutineId, StepId
from services.planner.words import Outcome, Part, Size
from tests.desk.room import MONDAY, Room, room

Run = Callable[[Any], Any]


def ids(sam: Room) -> list[StepId]:
    return [step.id for step in sam.routine().steps]


def test_a_new_step_stands_at_the_end_with_all_that_was_said_of_it(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        step = await sam.desk.add_step(
            sam.routine().id, " Feed the cat ", "pet_cat", "07:30", [Size.TINY, Size.USUAL], [4, 0]
        )
        made = sam.routine().steps[-1]
        assert (made.id, made.title, made.picture, made.at) == (step, "Feed the cat", "pet_cat", "07:30")
        assert (made.sizes, made.days) == (frozenset({Size.USUAL, Size.TINY}), frozenset({0, 4}))
        assert step in [one.step.id for one in sam.today().steps]
        assert step not in [one.step.id for one in sam.today(on=MONDAY + timedelta(days=1)).steps]

    run(story())


def test_a_starter_step_can_be_added_without_typing_a_title(run: Run) -> None:
    async def story() -> None:
        sam = await room(without=("medicine",))
        await sam.desk.add_step(sam.routine().id, "", "medicine", starter="medicine")
        assert (sam.routine().steps[-1].starter, sam.routine().steps[-1].title) == ("medicine", None)

    run(story())


def test_a_starter_step_gets_a_title_of_ones_own(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        await sam.desk.change_step(
            sam.step("breakfast"), title="Porridge", at=None, minutes=15, sizes=[Size.SHORT]
        )
        step = next(one for one in sam.routine().steps if one.starter == "breakfast")
        assert (step.title, step.at, step.minutes, step.sizes) == (
            "Porridge",
            None,
            15,
            frozenset({Size.SHORT}),
        )
        assert step.picture == "breakfast"

    run(story())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 41}, "title"),
        ({"picture": "no such"}, "picture"),
        ({"at": "7.30"}, "at"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 241}, "minutes"),
        ({"sizes": []}, "sizes"),
        ({"days": []}, "days"),
        ({"days": [7]}, "days"),
    ],
)
def test_a_change_that_cannot_be_used_is_named_and_changes_nothing(
    run: Run, change: dict[str, Any], field: str
) -> None:
    async def story() -> None:
        sam = await room()
        before = sam.desk.planner
        with pytest.raises(InputRejected) as caught:
            await sam.desk.change_step(sam.step("teeth"), **{"title": "Fine", **change})
        assert caught.value.field == field
        assert sam.desk.planner is before

    run(story())


def test_a_step_moves_to_the_first_place_to_the_last_and_between(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        first, second, *rest = ids(sam)
        await sam.desk.move_step(second, None)
        assert ids(sam) == [second, first, *rest]
        await sam.desk.move_step(second, rest[-1])
        assert ids(sam) == [first, *rest, second]
        await sam.desk.move_step(second, first)
        assert ids(sam) == [first, second, *rest]
        assert ids(await sam.reopened()) == [first, second, *rest]

    run(story())


@given(st.lists(st.tuples(st.integers(0, 13), st.integers(-1, 13)), max_size=8))
@settings(max_examples=30)
def test_any_row_of_moves_ends_where_the_fingers_put_the_steps(moves: list[tuple[int, int]]) -> None:
    async def story() -> None:
        sam = await room()
        expected = ids(sam)
        for which, to in moves:
            step = expected[which]
            after = None if to < 0 or expected[to] == step else expected[to]
            expected.remove(step)
            expected.insert(0 if after is None else expected.index(after) + 1, step)
            await sam.desk.move_step(step, after)
        assert ids(sam) == expected

    asyncio.run(story())


def test_between_two_steps_with_the_same_key_there_is_still_room(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        [journal] = sam.vault.journals()
        first, second, third, *rest = ids(sam)
        same = [Change(RecordId(step), "step", "order", "5") for step in (first, second)]
        await journal.write(same)
        first, second = ids(sam)[:2]
        await sam.desk.move_step(third, first)
        assert ids(sam) == [first, third, second, *rest]

    run(story())


def test_a_step_taken_away_comes_back_to_its_place_with_what_was_done(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        before, teeth = ids(sam), sam.step("teeth")
        await sam.desk.set_outcome(MONDAY, teeth, Outcome.DONE)
        await sam.desk.remove_step(teeth)
        assert teeth not in ids(sam)
        assert sam.today().done_count == 0
        await sam.desk.restore_step(teeth)
        assert ids(sam) == before
        assert sam.today().done_count == 1

    run(story())


def test_a_routine_of_ones_own_is_made_changed_taken_away_and_brought_back(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        club = await sam.desk.add_routine(Part.AFTER_SCHOOL, "Swimming", "swimming", [2])
        await sam.desk.add_step(club, "Towel", "bath")
        await sam.desk.change_routine(club, title="Club", days=[2, 4])
        made = sam.desk.planner.routine(club)
        assert made is not None
        assert (made.title, made.picture, made.days, len(made.steps)) == (
            "Club",
            "swimming",
            frozenset({2, 4}),
            1,
        )
        await sam.desk.remove_routine(club)
        assert sam.desk.planner.routine(club) is None
        await sam.desk.restore_routine(club)
        assert sam.desk.planner.routine(club) == made

    run(story())


def test_what_is_not_there_cannot_be_changed_moved_or_brought_back(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        nowhere = StepId("nowhere")
        tries = [
            sam.desk.add_step(RoutineId("nowhere"), "Up", "bed"),
            sam.desk.change_step(nowhere, title="Up"),
            sam.desk.move_step(nowhere, None),
            sam.desk.move_step(sam.step("teeth"), nowhere),
            sam.desk.move_step(sam.step("teeth"), sam.step("lights_out")),
            sam.desk.remove_step(nowhere),
            sam.desk.restore_step(nowhere),
            sam.desk.restore_step(StepId(sam.routine().id)),
            sam.desk.change_routine(RoutineId("nowhere"), title="Up"),
            sam.desk.remove_routine(RoutineId("nowhere")),
            sam.desk.restore_routine(RoutineId("nowhere")),
        ]
        before = sam.desk.planner
        for one in tries:
            with pytest.raises(InputRejected):
                await one
        assert sam.desk.planner is before

    run(story())


def test_steps_added_at_the_same_time_are_all_there_in_an_order(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        routine = sam.routine().id
        made = await asyncio.gather(*(sam.desk.add_step(routine, f"Step {n}", "star") for n in range(5)))
        assert ids(sam)[-5:] == list(made)

    run(story())
