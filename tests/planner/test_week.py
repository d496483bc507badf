"""A week at a glance: what is planned on each of seven days, and what became of it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.planner.week import DAYS, days_from, monday_of, week_of
from tests.planner.story import MONDAY, day, planner, record, school_morning, step

SCHOOL_DAYS = [0, 1, 2, 3, 4]


def test_a_routine_stands_on_its_days_and_nowhere_else() -> None:
    swimming = record("swim", "routine", part="after_school", starter="x", order="V", days=[2])
    lesson = record("lesson", "step", routine="swim", title="lesson", order="B", sizes=["usual"])
    [morning, swim] = week_of(planner(*school_morning(), swimming, lesson), MONDAY)
    assert all(morning.days)
    assert [on.date if on else None for on in swim.days] == [
        MONDAY + timedelta(days=2) if n == 2 else None for n in range(DAYS)
    ]


def test_a_step_is_asked_on_its_weekdays_only() -> None:
    kit = step("kit", "N", days=[1])
    [morning] = week_of(planner(*school_morning(), kit), MONDAY)
    with_kit = [n for n, on in enumerate(morning.days) if on and any(s.step.id == "kit" for s in on.steps)]
    assert with_kit == [1]


def test_what_was_done_stays_where_it_was_done_though_the_days_have_changed() -> None:
    sunday = MONDAY + timedelta(days=6)
    routine, *steps = school_morning()
    moved = record("morning", "routine", part="morning", starter="x", order="V", days=SCHOOL_DAYS)
    [row] = week_of(planner(moved, *steps, day(sunday, {"alarm": "done"})), MONDAY)
    assert routine.id == moved.id
    assert row.days[5] is None
    assert row.days[6] is not None
    assert row.days[6].done_count == 1


def test_a_routine_without_a_step_in_the_week_has_no_row() -> None:
    empty = record("empty", "routine", part="evening", starter="x", order="V")
    assert [row.routine.id for row in week_of(planner(*school_morning(), empty), MONDAY)] == ["morning"]


@given(st.dates(min_value=date(2000, 1, 3), max_value=date(2100, 1, 1)))
def test_every_day_lies_in_the_week_of_its_monday(on: date) -> None:
    monday = monday_of(on)
    assert monday.weekday() == 0
    assert on in days_from(monday)
    assert monday_of(monday) == monday
