"""Days, the finest time that an endpoint keeps of anybody. Units: days since 1970-01-01."""

from datetime import date, timedelta
from typing import Final

DAY_MS: Final = 24 * 60 * 60 * 1000
_FIRST: Final = date(1970, 1, 1)


def day_of(ms: int) -> int:
    """The day of a time."""
    return ms // DAY_MS


def day_number(day: date) -> int:
    """The number of a calendar day."""
    return (day - _FIRST).days


def day_text(number: int) -> str:
    """2026-09-14."""
    return (_FIRST + timedelta(days=number)).isoformat()
