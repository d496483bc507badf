"""Edits: what every device takes, and how they travel."""

from typing import Any

import pytest

from services.planner.edit import VALUE_LIMIT_BYTES, Change, Edit, Wish, check
from services.planner.errors import InputRejected
from services.planner.ids import RecordId
from services.planner.stamp import Stamp

STAMP = Stamp("019943f1a2c00000a1b2c3d4")
TICK = ["day:2026-09-14", "day", "t.brush", ["done", "p7Qk"], STAMP]


def change(**parts: Any) -> Change:
    usual = {"record": RecordId("day:2026-09-14"), "type": "day", "field": "t.brush", "value": None}
    return Change(**{**usual, **parts})


def test_a_tick_travels_as_the_specification_shows_it() -> None:
    edit = Edit.from_wire(TICK)
    assert edit == Edit(RecordId("day:2026-09-14"), "day", "t.brush", ["done", "p7Qk"], STAMP)
    assert edit.to_wire() == TICK


@pytest.mark.parametrize(
    "wire",
    [
        None,
        "edit",
        [],
        TICK[:4],
        [*TICK, 1],
        [1, *TICK[1:]],
        [*TICK[:4], "not a stamp"],
        [*TICK[:4], None],
        [TICK[0], "Day", *TICK[2:]],
        [TICK[0], TICK[1], "9lives", *TICK[3:]],
        ["", *TICK[1:]],
        ["a b", *TICK[1:]],
        ["x" * 161, *TICK[1:]],
        [*TICK[:3], [[[[1]]]], TICK[4]],
        [*TICK[:3], "x" * VALUE_LIMIT_BYTES, TICK[4]],
        [*TICK[:3], 2**53, TICK[4]],
        [*TICK[:3], 0.5, TICK[4]],
    ],
)
def test_an_edit_of_another_shape_is_not_taken(wire: Any) -> None:
    with pytest.raises(InputRejected):
        Edit.from_wire(wire)


@pytest.mark.parametrize(
    "value",
    [None, True, 0, "", "x" * (VALUE_LIMIT_BYTES - 2), [], {}, [[[]]], {"a": {"b": {"c": 1}}}, 2**53 - 1],
)
def test_values_up_to_the_limits_are_taken(value: Any) -> None:
    check(change(value=value))


@pytest.mark.parametrize(
    ("part", "odd"),
    [
        ("record", "day 1"),
        ("record", "tag\n"),
        ("type", "day:"),
        ("type", ""),
        ("field", "t brush"),
        ("field", ".t"),
        ("field", "f" * 81),
        ("field", "prüfen"),
    ],
)
def test_the_rejected_part_is_named_and_its_content_is_not(part: str, odd: str) -> None:
    with pytest.raises(InputRejected) as caught:
        check(change(**{part: odd}))
    assert caught.value.field == part
    assert odd not in str(caught.value) or not odd


def test_nobody_can_read_a_persons_words_in_a_printed_change() -> None:
    private = "I hide in the toilets"
    wish = Wish(RecordId("x"), "worry", "words", private, 1, None)
    printed = (
        repr(change(value=private)),
        repr(wish),
        repr(Edit(RecordId("x"), "worry", "words", private, STAMP)),
    )
    assert not any(private in text for text in printed)
