"""Which values a known field may take."""

from typing import Any

import pytest

from services.planner.access import KNOWN_TYPES
from services.planner.edit import Change
from services.planner.fitting import fits
from services.planner.ids import RecordId

# type, field, values that fit, values that do not
TABLE: list[tuple[str, str, list[Any], list[Any]]] = [
    ("who", "person", ["p7Qk", ""], [7, ["p7Qk"]]),
    ("who", "role", ["pupil", "mentor"], ["headteacher", 1]),
    ("who", "age_band", ["5-7"], ["7"]),
    ("pref", "adult_ticks", [True, False], ["yes", 1]),
    ("pref", "view", ["one"], ["two"]),
    ("pref", "pupil_name", ["Sam"], [7, ["Sam"]]),
    ("pref", "pupil_age", ["8-11", None], ["9", 9]),
    ("routine", "part", ["morning"], ["noon"]),
    ("routine", "days", [[], [0, 6]], [[7], [True], ["0"], 3]),
    ("step", "sizes", [["usual", "tiny"]], [["huge"], "usual"]),
    ("step", "minutes", [1, 240], [0, 241, True, "5"]),
    ("step", "at", ["07:30"], ["7:30", "24:00", 730]),
    ("step", "order", ["V", "a5"], ["", "a0", 5]),
    ("day", "t.brush", [["done", "p7Qk"]], [["none", "p7Qk"], ["done"], "done", ["done", 7]]),
    ("day", "size.morning", ["short"], ["long"]),
    ("day", "pause", ["ill", "paused"], ["bored", True]),
    ("pause", "from", ["2026-09-14"], ["2026-9-14", "2026-02-30", 20260914]),
    ("pause", "reason", ["holiday"], ["truant"]),
    ("target", "goal", [0, 10], [11, -1, True]),
    ("target", "helpers", [[], ["Mum"]], [[1], "Mum"]),
    ("target", "reached", [True], ["yes"]),
    ("target", "words", ["=1+1", "<b>"], [1]),
    ("rating", "score", [0, 10], [11, "5"]),
    ("contact", "kind", ["helpline"], ["friend"]),
    ("note", "words", ["=1+1"], [1, ["x"]]),
    ("lift", "at", [0, 2**53 - 1], [-1, True, "5"]),
    ("meeting", "at", [1_789_368_120_000], [1.5, 2**53]),
    ("step", "_del", [True, False], ["yes", 1]),
    ("step", "_new", ["step", True], [1, []]),
]


@pytest.mark.parametrize(("kind", "field", "good", "bad"), TABLE, ids=[f"{row[0]}.{row[1]}" for row in TABLE])
def test_a_known_field_takes_what_fits_and_nothing_else(
    kind: str, field: str, good: list[Any], bad: list[Any]
) -> None:
    assert all(fits(Change(RecordId("r1"), kind, field, value)) for value in good)
    assert not any(fits(Change(RecordId("r1"), kind, field, value)) for value in bad)
    assert fits(Change(RecordId("r1"), kind, field, None))


def test_what_the_table_does_not_name_takes_anything() -> None:
    for kind, field in (("photo", "p0"), ("day", "weather"), ("day", "weather.now"), ("step", "t.x")):
        assert fits(Change(RecordId("r1"), kind, field, {"any": [1]}))


def test_every_type_in_the_table_is_one_of_the_rules() -> None:
    assert {row[0] for row in TABLE} <= KNOWN_TYPES
