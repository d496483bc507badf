"""Targets at the desk: three at most, in the pupil's words, rated as often as wished."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services.planner.errors import InputRejected, NotPermitted
from services.planner.ids import TargetId
from services.planner.voices import voices_over_time
from services.planner.words import Role
from tests.desk.room import MONDAY, empty_room, room

Run = Callable[[Any], Any]


def test_a_target_is_kept_in_the_pupils_words(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target(
            " Up by eight ", "alarm_clock", "Feet on the floor", ["Jo", "Jo", "Mr Fern"], MONDAY, 8
        )
        for desk in (sam.desk, (await sam.reopened()).desk):
            made = desk.planner.target(target)
            assert made is not None
            assert (made.words, made.picture, made.next_step) == (
                "Up by eight",
                "alarm_clock",
                "Feet on the floor",
            )
            assert (made.helpers, made.review_on, made.goal) == (("Jo", "Mr Fern"), MONDAY, 8)

    run(story())


def test_three_are_open_at_most_and_a_closed_one_makes_room(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        targets = [await sam.desk.add_target(f"Target {n}", "star") for n in range(3)]
        with pytest.raises(InputRejected) as caught:
            await sam.desk.add_target("One more", "star")
        assert caught.value.field == "targets"
        await sam.desk.close_target(targets[0], MONDAY, is_reached=True)
        await sam.desk.add_target("One more", "star")
        with pytest.raises(InputRejected):
            await sam.desk.reopen_target(targets[0])
        assert len(sam.desk.planner.open_targets) == 3
        closed = sam.desk.planner.target(targets[0])
        assert closed is not None
        assert (closed.closed_on, closed.is_reached) == (MONDAY, True)

    run(story())


def test_two_fingers_at_once_do_not_make_a_fourth(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        made = await asyncio.gather(
            *(sam.desk.add_target(f"Target {n}", "star") for n in range(5)), return_exceptions=True
        )
        assert sum(isinstance(one, InputRejected) for one in made) == 2
        assert len(sam.desk.planner.targets) == 3

    run(story())


def test_a_closed_target_is_taken_up_again_with_its_ratings(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target("Up by eight", "bed")
        await sam.desk.rate(target, MONDAY, 4)
        await sam.desk.close_target(target, MONDAY)
        await sam.desk.reopen_target(target)
        await sam.desk.reopen_target(target)
        assert [one.id for one in sam.desk.planner.open_targets] == [target]
        assert len(sam.desk.planner.ratings) == 1

    run(story())


def test_three_days_of_rating_make_a_line(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target("Up by eight", "bed")
        for days, score in enumerate((2, 5, 0)):
            await sam.desk.rate(target, MONDAY + timedelta(days=days), score, "The light helps")
        await sam.desk.rate(target, MONDAY, 3)
        said = voices_over_time((await sam.reopened()).desk.planner, target)[Role.PUPIL]
        assert [one.score for one in said] == [3, 5, 0]
        assert [one.words for one in said] == ["", "The light helps", "The light helps"]

    run(story())


def test_a_target_can_be_changed_and_a_goal_or_a_day_taken_away(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target("Up by eight", "bed", "Feet", ["Jo"], MONDAY, 8)
        await sam.desk.change_target(target, words="Up by half past", review_on=None, goal=None, helpers=[])
        made = sam.desk.planner.target(target)
        assert made is not None
        assert (made.words, made.next_step) == ("Up by half past", "Feet")
        assert (made.review_on, made.goal, made.helpers) == (None, None, ())

    run(story())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"words": " "}, "words"),
        ({"words": "x" * 281}, "words"),
        ({"picture": ""}, "picture"),
        ({"next_step": "x" * 281}, "next_step"),
        ({"helpers": [" "]}, "helpers"),
        ({"helpers": list("abcdefg")}, "helpers"),
        ({"goal": 11}, "goal"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_changes_nothing(
    run: Run, change: dict[str, Any], field: str
) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target("Up by eight", "bed")
        before = sam.desk.planner
        with pytest.raises(InputRejected) as caught:
            await sam.desk.change_target(target, **change)
        assert caught.value.field == field
        with pytest.raises(InputRejected) as caught:
            await sam.desk.add_target(**{"words": "Up", "picture": "bed", **change})
        assert caught.value.field == field
        assert sam.desk.planner is before

    run(story())


@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_is_from_0_to_10(run: Run, score: int) -> None:
    async def story() -> None:
        sam = await room()
        target = await sam.desk.add_target("Up by eight", "bed")
        with pytest.raises(InputRejected) as caught:
            await sam.desk.rate(target, MONDAY, score)
        assert caught.value.field == "score"
        with pytest.raises(InputRejected):
            await sam.desk.rate(TargetId("nowhere"), MONDAY, 5)
        assert sam.desk.planner.ratings == ()

    run(story())


def test_a_parent_rates_in_their_own_voice_and_sets_no_target(run: Run) -> None:
    async def story() -> None:
        theirs = await empty_room(Role.PARENT)
        await theirs.desk.begin("Jo", "owl", None, "UTC", ())
        with pytest.raises(NotPermitted):
            await theirs.desk.add_target("Up by eight", "bed")
        assert theirs.desk.planner.targets == ()

    run(story())
