"""What a desk asks of sizes, weekdays, times and numbers before they are written."""

from collections.abc import Collection
from datetime import date

from services.planner.canonical import Json
from services.planner.errors import InputRejected
from services.planner.reading import WEEKDAYS
from services.planner.routine import LONGEST_STEP_MINUTES, is_clock
from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE, MOST_HELPERS
from services.planner.text import clean_name
from services.planner.words import Size


def checked_days(days: Collection[int]) -> list[Json]:
    """Weekdays to keep. Errors: InputRejected("days") for none, or one that is no weekday."""
    if not days or not WEEKDAYS.issuperset(days):
        raise InputRejected("days")
    return list(sorted(set(days)))


def checked_sizes(sizes: Collection[Size]) -> list[Json]:
    """Sizes to keep, the largest first. Errors: InputRejected("sizes") for none."""
    if not sizes:
        raise InputRejected("sizes")
    return [size.value for size in Size if size in sizes]


def checked_clock(at: str | None, field: str = "at") -> str | None:
    """A time of day to keep, or none. Errors: InputRejected(field)."""
    if at is not None and not is_clock(at):
        raise InputRejected(field)
    return at


def checked_minutes(minutes: int | None) -> int | None:
    """How long a step takes, or nothing. Errors: InputRejected("minutes")."""
    if minutes is not None and not 1 <= minutes <= LONGEST_STEP_MINUTES:
        raise InputRejected("minutes")
    return minutes


def checked_score(score: int, field: str = "score") -> int:
    """A number from 0 to 10. Errors: InputRejected(field)."""
    if not LOWEST_SCORE <= score <= HIGHEST_SCORE:
        raise InputRejected(field)
    return score


def checked_helpers(helpers: Collection[str]) -> list[Json]:
    """Names of who helps, each once. Errors: InputRejected("helpers")."""
    names = list(dict.fromkeys(clean_name(name, "helpers") for name in helpers))
    if len(names) > MOST_HELPERS:
        raise InputRejected("helpers", "too many")
    return list(names)


def written(day: date | None) -> str | None:
    """A day as records write it."""
    return None if day is None else day.isoformat()
