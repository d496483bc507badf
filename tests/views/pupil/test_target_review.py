"""When a target is looked at again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.pupil.target_review import ReviewChoice, moved, next_half_term, review_day

TODAY = date(2026, 9, 14)


def test_a_week_and_two_weeks_mean_the_same_weekday() -> None:
    assert review_day(ReviewChoice.IN_A_WEEK, TODAY) == date(2026, 9, 21)
    assert review_day(ReviewChoice.IN_TWO_WEEKS, TODAY) == date(2026, 9, 28)


@pytest.mark.parametrize(
    ("today", "friday"),
    [
        (date(2026, 9, 14), date(2026, 10, 23)),
        (date(2026, 10, 20), date(2027, 2, 12)),
        (date(2026, 11, 23), date(2027, 2, 12)),
        (date(2027, 2, 20), date(2027, 5, 28)),
        (date(2027, 6, 2), date(2027, 10, 22)),
    ],
)
def test_half_term_is_looked_at_on_the_friday_before_it(today: date, friday: date) -> None:
    assert next_half_term(today) == friday


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_half_term_is_always_a_friday_some_way_off(today: date) -> None:
    day = next_half_term(today)
    assert day.weekday() == 4
    assert timedelta(weeks=1) <= day - today <= timedelta(weeks=26)


def test_a_date_of_ones_own_moves_but_never_into_the_past() -> None:
    day = review_day(ReviewChoice.ON_A_DATE, TODAY)
    assert moved(day, 1, TODAY) == date(2026, 9, 22)
    assert moved(day, -30, TODAY) == date(2026, 9, 15)
    assert moved(day, 900, TODAY) == date(2027, 9, 14)
