"""Reading one field of a record: what does not fit reads as if it were not there.

Fields come from other devices and later versions. An odd one is passed over, never an error, so that one
stray edit cannot close a planner; it stays in the registers untouched. (docs/adr/0011)
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeGuard, TypeVar

from services.planner.canonical import Value
from services.planner.order import is_order

Fields = Mapping[str, Value]
Word = TypeVar("Word", bound=StrEnum)

WEEKDAYS = frozenset(range(7))
LAST = "z"


def text(fields: Fields, name: str) -> str | None:
    """A text that says something, or None."""
    value = fields.get(name)
    return value if isinstance(value, str) and value else None


def texts(fields: Fields, name: str) -> tuple[str, ...]:
    """The texts of a list."""
    value = fields.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def whole(fields: Fields, name: str, least: int, greatest: int) -> int | None:
    """A whole number within bounds, or None."""
    value = fields.get(name)
    return value if is_whole(value) and least <= value <= greatest else None


def is_on(fields: Fields, name: str) -> bool:
    """A switch; anything but true is off."""
    return fields.get(name) is True


def word(fields: Fields, name: str, words: type[Word]) -> Word | None:
    """One of a closed set of words, or None."""
    return as_word(fields.get(name), words)


def words_in(fields: Fields, name: str, words: type[Word]) -> frozenset[Word]:
    """Those of a list that are in a closed set of words."""
    found = (as_word(item, words) for item in texts(fields, name))
    return frozenset(one for one in found if one is not None)


def as_word(value: Value, words: type[Word]) -> Word | None:
    """This value as one of a closed set of words, or None."""
    if not isinstance(value, str):
        return None
    try:
        return words(value)
    except ValueError:
        return None


def weekdays(fields: Fields, name: str) -> frozenset[int]:
    """Weekdays, Monday is 0; every day when nothing is said."""
    value = fields.get(name)
    if not isinstance(value, list):
        return WEEKDAYS
    return frozenset(item for item in value if is_whole(item) and item in WEEKDAYS)


def day(fields: Fields, name: str) -> date | None:
    """A calendar day written 2026-09-14, or None."""
    return as_day(fields.get(name))


def as_day(value: Value) -> date | None:
    """This value as a calendar day, or None."""
    if not isinstance(value, str) or len(value) != 10:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def order(fields: Fields) -> str:
    """The order key; what has none goes last."""
    value = fields.get("order")
    return value if isinstance(value, str) and is_order(value) else LAST


def is_whole(value: Value) -> TypeGuard[int]:
    """A whole number. Python counts true as 1; people do not."""
    return isinstance(value, int) and not isinstance(value, bool)
