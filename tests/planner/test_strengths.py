"""What went well is told first, and only grows."""

from datetime import timedelta

from services.planner.strengths import strengths
from tests.planner.story import MONDAY, day, planner, record, school_morning


def test_times_done_count_all_that_was_ever_done_and_the_steps_those_of_four_weeks() -> None:
    long_ago = MONDAY - timedelta(days=60)
    found = strengths(
        planner(
            *school_morning(),
            day(long_ago, {"teeth": "done", "out": "done"}),
            day(MONDAY - timedelta(days=3), {"up": "done", "alarm": "done", "teeth": "skipped"}),
            day(MONDAY, {"up": "done", "out": "done", "dressed": "done"}),
        ),
        MONDAY,
    )
    assert found.times_done == 7
    assert [(one.step.id, one.times) for one in found.steps] == [("up", 2), ("alarm", 1), ("dressed", 1)]


def test_a_target_that_feels_nearer_and_one_that_was_reached_are_told() -> None:
    found = strengths(
        planner(
            record("bag", "target", words="Bag", order="B"),
            record("maths", "target", words="Maths", order="D"),
            record("up", "target", words="Up", order="F", closed_on="2026-09-01", reached=True),
            record("old", "target", words="Old", order="H", closed_on="2026-01-01", reached=True),
            record("rating:bag:pupil:sam:2026-09-01", "rating", score=2),
            record("rating:bag:pupil:sam:2026-09-08", "rating", score=6),
            record("rating:bag:parent:jo:2026-09-08", "rating", score=1),
            record("rating:maths:pupil:sam:2026-09-01", "rating", score=5),
            record("rating:maths:pupil:sam:2026-09-08", "rating", score=3),
        ),
        MONDAY,
    )
    assert [(one.target.id, one.first, one.latest) for one in found.nearer] == [("bag", 2, 6)]
    assert [one.id for one in found.reached] == ["up"]


def test_an_empty_planner_has_nothing_held_against_it() -> None:
    found = strengths(planner(), MONDAY)
    assert (found.times_done, found.steps, found.nearer, found.reached) == (0, (), (), ())
