"""The chart of three voices, as numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.ids import PersonId, TargetId
from services.planner.target import Rating
from services.planner.words import Role
from views.pupil.chart_model import MOST_DAY_LABELS, VoicesChart, chart_of

MONDAY = date(2026, 9, 14)
SAM, MUM, DAD, COLE = (PersonId(name) for name in ("sam", "mum", "dad", "cole"))


def said(role: Role, person: PersonId, day: int, score: int) -> Rating:
    return Rating(
        target=TargetId("t"),
        voice=role,
        person=person,
        date=MONDAY + timedelta(days=day),
        score=score,
        words="",
    )


def drawn(*ratings: Rating, goal: int | None = None) -> VoicesChart:
    by_role = {role: tuple(r for r in ratings if r.voice is role) for role in Role}
    return chart_of(by_role, goal)


def test_a_target_nobody_rated_has_no_line_and_waits_for_all_three_voices() -> None:
    chart = drawn()
    assert chart.lines == ()
    assert chart.days == ()
    assert chart.rows == ()
    assert chart.still_to_come == (Role.PUPIL, Role.PARENT, Role.MENTOR)


def test_a_single_rating_stands_in_the_middle() -> None:
    chart = drawn(said(Role.PUPIL, SAM, 0, 3))
    (line,) = chart.lines
    assert line.latest.across == 0.5
    assert line.latest.up == pytest.approx(0.3)
    assert line.before is None


def test_days_are_as_far_apart_on_the_chart_as_in_life() -> None:
    chart = drawn(said(Role.PUPIL, SAM, 0, 2), said(Role.PUPIL, SAM, 1, 3), said(Role.PUPIL, SAM, 4, 6))
    assert [point.across for point in chart.lines[0].points] == [0, 0.25, 1]


def test_ten_is_the_top_and_nought_stands_on_the_line() -> None:
    chart = drawn(said(Role.PUPIL, SAM, 0, 0), said(Role.PUPIL, SAM, 1, 10))
    assert [point.up for point in chart.lines[0].points] == [0, 1]


def test_each_person_has_a_line_and_two_carers_are_never_averaged() -> None:
    chart = drawn(
        said(Role.MENTOR, COLE, 0, 4),
        said(Role.PARENT, MUM, 0, 2),
        said(Role.PARENT, DAD, 0, 8),
        said(Role.PUPIL, SAM, 0, 5),
    )
    assert [(line.role, line.person, line.latest.score) for line in chart.lines] == [
        (Role.PUPIL, SAM, 5),
        (Role.PARENT, DAD, 8),
        (Role.PARENT, MUM, 2),
        (Role.MENTOR, COLE, 4),
    ]
    assert chart.still_to_come == ()


def test_the_table_says_what_each_voice_said_on_each_day_newest_first() -> None:
    chart = drawn(said(Role.PUPIL, SAM, 0, 3), said(Role.PARENT, MUM, 0, 4), said(Role.PUPIL, SAM, 2, 5))
    assert [(row.on.day, row.scores) for row in chart.rows] == [(16, (5, None)), (14, (3, 4))]


def test_the_number_aimed_at_is_a_line_across() -> None:
    assert drawn(goal=8).goal_up == pytest.approx(0.8)
    assert drawn().goal_up is None


@given(st.sets(st.integers(0, 400), min_size=1, max_size=80))
def test_day_labels_never_crowd_and_always_name_the_first_and_last_day(days: set[int]) -> None:
    chart = drawn(*(said(Role.PUPIL, SAM, day, 5) for day in days))
    named = [label.on for label in chart.days]
    assert named[0] == MONDAY + timedelta(days=min(days))
    assert named[-1] == MONDAY + timedelta(days=max(days))
    assert len(named) <= MOST_DAY_LABELS
    gaps = [b.across - a.across for a, b in zip(chart.days, chart.days[1:], strict=False)]
    assert all(gap >= 1 / (MOST_DAY_LABELS - 1) - 1e-9 for gap in gaps)
