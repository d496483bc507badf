"""Order keys: texts that sort, with always room for one more between two of them.

A key is the part after the point of a fraction written in base 62 (0-9, A-Z, a-z: the order of ASCII), never
ending in 0. Moving one step writes one field, so two devices can move two steps at once.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from services.planner.errors import InputRejected

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST = 64

_SHAPE = re.compile(r"[0-9A-Za-z]{0,63}[1-9A-Za-z]", re.ASCII)


def is_order(text: object) -> bool:
    """Whether this is an order key."""
    return isinstance(text, str) and _SHAPE.fullmatch(text) is not None


def between(before: str | None, after: str | None) -> str:
    """A key between two others; None is the open end. Errors: InputRejected("order") if none fits."""
    if any(key is not None and not is_order(key) for key in (before, after)):
        raise InputRejected("order", "not a key")
    if before is not None and after is not None and before >= after:
        raise InputRejected("order", "no room")
    key = _following(before) if before is not None and after is None else _middle(before or "", after)
    if len(key) > LONGEST:
        raise InputRejected("order", "too long")
    return key


def next_order(orders: Iterable[str]) -> str:
    """The key after all of these. Errors: InputRejected("order") if none fits."""
    return between(max(orders, default=None), None)


def spread(count: int) -> tuple[str, ...]:
    """This many keys in order, short and far apart."""
    width = 1
    while len(DIGITS) ** width <= count:
        width += 1
    gap = len(DIGITS) ** width // (count + 1)
    keys = tuple(_written(gap * (place + 1), width) for place in range(count))
    assert all(one < other for one, other in pairwise(keys))
    return keys


def _following(before: str) -> str:
    """A key a little after: at the end there is room for thousands, not for a few halvings."""
    for place, digit in enumerate(before):
        if digit != DIGITS[-1]:
            return before[:place] + DIGITS[DIGITS.index(digit) + 1]
    return before + DIGITS[1]


def _middle(before: str, after: str | None) -> str:
    """The shortest key strictly between; `after` None is 1.0. Before < after is given."""
    key = ""
    while True:
        place = len(key)
        low = DIGITS.index(before[place]) if place < len(before) else 0
        high = DIGITS.index(after[place]) if after is not None and place < len(after) else len(DIGITS)
        if high - low > 1:
            return key + DIGITS[(low + high) // 2]
        key += DIGITS[low]
        if high > low:
            after = None  # already below it: only `before` binds from here on


def _written(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip("0")
