"""When to look at a target again: four choices and the day each of them means."""

from datetime import date, timedelta
from enum import StrEnum

MONDAY, FRIDAY = 0, 4


class ReviewChoice(StrEnum):
    """What a pupil can choose for looking at a target again."""

    IN_A_WEEK = "in_a_week"
    IN_TWO_WEEKS = "in_two_weeks"
    AT_HALF_TERM = "at_half_term"
    ON_A_DATE = "on_a_date"


def review_day(choice: ReviewChoice, today: date) -> date:
    """The day a choice means; a date of one's own begins a week from today."""
    match choice:
        case ReviewChoice.IN_A_WEEK | ReviewChoice.ON_A_DATE:
            return today + timedelta(weeks=1)
        case ReviewChoice.IN_TWO_WEEKS:
            return today + timedelta(weeks=2)
        case ReviewChoice.AT_HALF_TERM:
            return next_half_term(today)


def next_half_term(today: date) -> date:
    """The last Friday before the next usual half-term holiday, at least a week away.

    Source: the pattern most councils in England and Wales publish: the week of the last Monday of
    October, the week after the second Friday of February, the week of the late May bank holiday.
    It is only a first guess: the day is written beside the choice and can be moved.
    """
    fridays = (
        guess(year)
        for year in (today.year, today.year + 1)
        for guess in (_february_friday, _may_friday, _october_friday)
    )
    return next(day for day in fridays if day >= today + timedelta(weeks=1))


def _february_friday(year: int) -> date:
    return _nth(year, 2, FRIDAY, 2)


def _may_friday(year: int) -> date:
    return _last(year, 5, MONDAY) - timedelta(days=3)


def _october_friday(year: int) -> date:
    return _last(year, 10, MONDAY) - timedelta(days=3)


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)


def _last(year: int, month: int, weekday: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def moved(day: date, days: int, today: date) -> date:
    """The day so much later or earlier, never before tomorrow and at most a year away."""
    earliest, latest = today + timedelta(days=1), today + timedelta(days=365)
    return min(max(day + timedelta(days=days), earliest), latest)
