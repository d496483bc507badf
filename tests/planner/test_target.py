"""Targets and ratings: three voices, side by side, as they were said."""

from typing import Any

import pytest

from services.planner.ids import PersonId, TargetId
from services.planner.target import MAX_OPEN_TARGETS, rating_record
from services.planner.voices import voices_over_time
from services.planner.words import Role
from tests.planner.story import MONDAY, planner, record

T1 = TargetId("t1")


def rating(voice: str, on: str, score: Any, person: str = "sam", target: str = "t1") -> Any:
    return record(f"rating:{target}:{voice}:{person}:{on}", "rating", score=score, words="said")


def test_a_target_is_read_whole() -> None:
    [one] = planner(
        record(
            "t1", "target", words="Up by eight", picture="alarm_clock", goal=8, next_step="Feet on the floor",
            helpers=["Jo", "Mr Fern"], review_on="2026-10-01", closed_on=None,
        )
    ).targets  # fmt: skip
    assert (one.words, one.goal, one.next_step, one.helpers) == (
        "Up by eight",
        8,
        "Feet on the floor",
        ("Jo", "Mr Fern"),
    )
    assert one.review_on is not None
    assert one.is_open


def test_a_target_without_words_is_not_shown() -> None:
    assert planner(record("t1", "target", picture="bed")).targets == ()


def test_closed_targets_are_kept_and_only_the_open_ones_count() -> None:
    found = planner(
        record("t1", "target", words="one", closed_on="2026-09-14"),
        record("t2", "target", words="two"),
    )
    assert len(found.targets) == 2
    assert [one.id for one in found.open_targets] == ["t2"]
    assert MAX_OPEN_TARGETS == 3


def test_each_voice_is_a_line_of_its_own_oldest_first() -> None:
    found = planner(
        rating("pupil", "2026-09-16", 6),
        rating("mentor", "2026-09-14", 2, person="ali"),
        rating("pupil", "2026-09-14", 3),
        rating("pupil", "2026-09-14", 9, target="t2"),
    )
    voices = voices_over_time(found, T1)
    assert [one.score for one in voices[Role.PUPIL]] == [3, 6]
    assert [one.person for one in voices[Role.MENTOR]] == ["ali"]
    assert voices[Role.PARENT] == ()


@pytest.mark.parametrize("score", [None, -1, 11, "5", True, 5.5, []])
def test_a_score_that_is_not_from_0_to_10_is_no_rating(score: Any) -> None:
    assert planner(rating("pupil", "2026-09-14", score)).ratings == ()


@pytest.mark.parametrize("score", [0, 10])
def test_both_ends_are_ratings(score: int) -> None:
    assert [one.score for one in planner(rating("pupil", "2026-09-14", score)).ratings] == [score]


def test_the_record_of_a_rating_says_of_what_whose_and_when() -> None:
    name = rating_record(T1, Role.PUPIL, PersonId("sam"), MONDAY)
    assert name == "rating:t1:pupil:sam:2026-09-14"
    [one] = planner(record(name, "rating", score=5)).ratings
    assert (one.target, one.voice, one.person, one.date) == ("t1", Role.PUPIL, "sam", MONDAY)
