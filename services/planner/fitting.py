"""Which values a known field may take: part of the rules that every device applies alike.

Null empties any field. What this table does not name is kept, unread, for a later version. A new version of
the table is a new number of the rules, never an edit of an old one.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from services.planner import reading
from services.planner.canonical import Value
from services.planner.day import PAUSED_NO_REASON
from services.planner.edit import DELETED, NEW, Change
from services.planner.note import LATEST_MS, TYPE_BY_KIND
from services.planner.order import is_order
from services.planner.routine import LONGEST_STEP_MINUTES, is_clock
from services.planner.target import HIGHEST_SCORE, LOWEST_SCORE
from services.planner.words import (
    AgeBand,
    ContactKind,
    Outcome,
    Part,
    PauseReason,
    Role,
    Size,
    StepView,
)

Fit = Callable[[Value], bool]


def fits(change: Change) -> bool:
    """Whether this field may take this value."""
    if change.value is None:
        return True
    if change.field == NEW:
        return isinstance(change.value, str | bool)
    if change.field == DELETED:
        return isinstance(change.value, bool)
    fields = _FITS.get(change.type, {})
    fit = fields.get(change.field) or fields.get(change.field.partition(".")[0] + ".")
    return fit is None or fit(change.value)


def _text(value: Value) -> bool:
    return isinstance(value, str)


def _switch(value: Value) -> bool:
    return isinstance(value, bool)


def _day(value: Value) -> bool:
    return reading.as_day(value) is not None


def _clock(value: Value) -> bool:
    return isinstance(value, str) and is_clock(value)


def _word(words: type[StrEnum]) -> Fit:
    return lambda value: reading.as_word(value, words) is not None


def _whole(least: int, greatest: int) -> Fit:
    return lambda value: reading.is_whole(value) and least <= value <= greatest


def _list_of(fit: Fit) -> Fit:
    return lambda value: isinstance(value, list) and all(map(fit, value))


def _tick(value: Value) -> bool:
    match value:
        case [str(outcome), str()]:
            return reading.as_word(outcome, Outcome) not in (None, Outcome.NONE)
        case _:
            return False


def _paused(value: Value) -> bool:
    return value == PAUSED_NO_REASON or reading.as_word(value, PauseReason) is not None


_SHOWN: Final[dict[str, Fit]] = {"title": _text, "starter": _text, "picture": _text, "order": is_order}
_DAYS: Final = _list_of(_whole(0, 6))
_SCORE: Final = _whole(LOWEST_SCORE, HIGHEST_SCORE)
_FITS: Final[dict[str, dict[str, Fit]]] = {
    "who": {
        "person": _text,
        "name": _text,
        "picture": _text,
        "role": _word(Role),
        "age_band": _word(AgeBand),
    },
    "pref": {
        "zone": _text,
        "view": _word(StepView),
        "adult_ticks": _switch,
        "pupil_name": _text,
        "pupil_picture": _text,
        "pupil_age": _word(AgeBand),
    },
    "routine": _SHOWN | {"part": _word(Part), "days": _DAYS},
    "step": _SHOWN
    | {
        "routine": _text,
        "sizes": _list_of(_word(Size)),
        "days": _DAYS,
        "minutes": _whole(1, LONGEST_STEP_MINUTES),
        "at": _clock,
    },
    "day": {"t.": _tick, "size.": _word(Size), "pause": _paused},
    "pause": {"what": _text, "from": _day, "to": _day, "reason": _word(PauseReason)},
    "target": {
        "words": _text,
        "picture": _text,
        "goal": _SCORE,
        "next_step": _text,
        "helpers": _list_of(_text),
        "review_on": _day,
        "closed_on": _day,
        "reached": _switch,
        "order": is_order,
    },
    "rating": {"score": _SCORE, "words": _text},
    "contact": _SHOWN | {"kind": _word(ContactKind), "name": _text, "phone": _text, "note": _text},
    **{kind: {"words": _text, "at": _whole(0, LATEST_MS)} for kind in TYPE_BY_KIND.values()},
}
