"""Stamps sort as the moments they stand for, and come after what they have seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner import stamp
from services.planner.errors import InputRejected
from services.planner.stamp import GREATEST_COUNTER, GREATEST_MS, Stamp, make, next_after, parse

MS = st.integers(0, GREATEST_MS)
COUNTERS = st.integers(0, GREATEST_COUNTER)
DEVICES = st.binary(min_size=4, max_size=4).map(bytes.hex)
STAMPS = st.builds(make, MS, COUNTERS, DEVICES)


@given(MS, COUNTERS, DEVICES)
def test_a_stamp_taken_apart_is_what_it_was_made_of(ms: int, counter: int, device: str) -> None:
    assert parse(make(ms, counter, device)) == (ms, counter, device)


@given(STAMPS, STAMPS)
def test_stamps_compare_as_text_as_their_parts_compare(one: Stamp, other: Stamp) -> None:
    assert (one < other) == (parse(one) < parse(other))


@given(MS.filter(lambda ms: ms < GREATEST_MS), STAMPS.filter(lambda s: parse(s).ms < GREATEST_MS), DEVICES)
def test_the_next_stamp_comes_after_what_was_seen_whatever_the_clock_says(
    ms: int, floor: Stamp, device: str
) -> None:
    after = next_after(ms, floor, device)
    assert after > floor
    assert parse(after).ms >= ms
    assert parse(after).device == device


def test_a_stamp_is_written_as_the_specification_shows_it() -> None:
    assert make(0x019943F1A2C0, 0, "a1b2c3d4" + "00" * 12) == "019943f1a2c00000a1b2c3d4"


def test_a_clock_that_is_ahead_of_what_was_seen_begins_a_new_count() -> None:
    assert next_after(1000, make(999, 7, "ffffffff"), "00000001") == make(1000, 0, "00000001")


def test_with_nothing_seen_the_clock_alone_decides() -> None:
    assert next_after(1000, None, "00000001") == make(1000, 0, "00000001")


def test_a_second_edit_in_the_same_millisecond_counts_on() -> None:
    first = next_after(1000, None, "00000001")
    assert next_after(1000, first, "00000001") == make(1000, 1, "00000001")


def test_a_full_counter_carries_into_the_milliseconds() -> None:
    full = make(1000, GREATEST_COUNTER, "ffffffff")
    assert next_after(5, full, "00000001") == make(1001, 0, "00000001")


def test_at_the_end_of_time_there_is_no_next_stamp() -> None:
    with pytest.raises(InputRejected):
        next_after(0, make(GREATEST_MS, GREATEST_COUNTER, "ffffffff"), "00000001")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "019943f1a2c00000a1b2c3d",
        "019943f1a2c00000a1b2c3d44",
        "019943F1A2C00000A1B2C3D4",
        "019943f1a2c00000a1b2c3dg",
        "019943f1a2c00000a1b2c3d4\n",
        "٠19943f1a2c00000a1b2c3d4",
        " 19943f1a2c00000a1b2c3d4",
    ],
)
def test_only_24_lower_case_hex_characters_are_a_stamp(text: str) -> None:
    with pytest.raises(InputRejected) as caught:
        parse(text)
    assert caught.value.field == "stamp"


@pytest.mark.parametrize(
    ("ms", "counter", "device"),
    [
        (-1, 0, "00000001"),
        (GREATEST_MS + 1, 0, "00000001"),
        (0, -1, "00000001"),
        (0, GREATEST_COUNTER + 1, "00000001"),
        (0, 0, "0000001"),
        (0, 0, "0000000G"),
    ],
)
def test_parts_out_of_range_make_no_stamp(ms: int, counter: int, device: str) -> None:
    with pytest.raises(InputRejected):
        make(ms, counter, device)


def test_the_module_promises_the_widths_it_keeps() -> None:
    assert len(make(GREATEST_MS, GREATEST_COUNTER, "ffffffff")) == 24
    assert stamp.DEVICE_CHARACTERS == 8
