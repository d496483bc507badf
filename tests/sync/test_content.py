"""What stands in an entry: strict in form, and the whole entry is set aside for one fault."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.crypto.canonical import encode, to_base64url
from services.planner.edit import Edit
from services.planner.errors import InputRejected
from services.planner.ids import RecordId
from services.planner.merge import RecordKey
from services.planner.stamp import Stamp, make
from services.sync.content import MOST_EDITS, Content, Snap, batches, read_content
from services.sync.entry import MOST_TEXT_BYTES, Last
from tests.sync.circle import MENTOR, NOW_MS, PUPIL, edit_by, family, tick

FAMILY = family()
ENTRY = FAMILY.edits(PUPIL)
PART = FAMILY.part(MENTOR, Snap(3, 1, 1))
MINE = make(NOW_MS, 0, PUPIL.id.hex())
GOOD = ["day:2026-09-14", "day", "bed", True, MINE]
ID = to_base64url(PUPIL.id)
SNAP = {
    "covers": 3,
    "part": 1,
    "of": 1,
    "heads": {ID: [1, to_base64url(bytes(16))]},
    "gone": [["r1", "step", MINE]],
}


def test_one_tick_is_written_as_the_specification_shows_it() -> None:
    text = Content((tick(PUPIL),)).to_text()
    start = b'{"edits":[["day:2026-09-14","day","t.brush",["done","p7Qk"],"019943f1a2c00000'
    assert text.startswith(start)
    assert len(text) == 89


def test_edits_and_snapshots_come_back_as_they_went() -> None:
    edits = Content((edit_by(PUPIL), tick(PUPIL)))
    assert read_content(ENTRY, edits.to_text()) == edits
    gone = ((RecordKey(RecordId("r1"), "step"), Stamp(MINE)),)
    part = Content((edit_by(PUPIL),), Snap(3, 1, 1, {PUPIL.id: Last(7, bytes(range(16)))}, gone))
    assert read_content(PART, part.to_text()) == part


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b'{"edits":{}}',
        b'{"edits": []}',
        b'{"edits":[],"edits":[]}',
        b'{"edits":[1.5]}',
        encode({"edits": [], "more": 1}),
        encode({"edits": [], "snap": SNAP}),
        encode({"edits": [GOOD[:4]]}),
        encode({"edits": [[*GOOD, 1]]}),
        encode({"edits": [["day 1", *GOOD[1:]]]}),
        encode({"edits": [[GOOD[0], "Day", *GOOD[2:]]]}),
        encode({"edits": [[*GOOD[:2], "=1+1", *GOOD[3:]]]}),
        encode({"edits": [[*GOOD[:3], "x" * 8192, MINE]]}),
        encode({"edits": [[*GOOD[:3], [[[[1]]]], MINE]]}),
        encode({"edits": [[*GOOD[:4], MINE.upper()]]}),
        encode({"edits": [[*GOOD[:4], make(NOW_MS + 1, 0, PUPIL.id.hex())]]}),
        encode({"edits": [[*GOOD[:4], make(NOW_MS, 0, MENTOR.id.hex())]]}),
        encode({"edits": [GOOD] * (MOST_EDITS + 1)}),
    ],
    ids=range(19),
)
def test_edits_of_another_form_are_refused_as_a_whole(text: bytes) -> None:
    with pytest.raises(InputRejected):
        read_content(ENTRY, text)


@pytest.mark.parametrize(
    "change",
    [
        {"covers": -1},
        {"covers": True},
        {"part": 0},
        {"part": 2},
        {"of": 0},
        {"heads": []},
        {"heads": {"AA": [1, to_base64url(bytes(16))]}},
        {"heads": {ID: [0, to_base64url(bytes(16))]}},
        {"heads": {ID: [True, to_base64url(bytes(16))]}},
        {"heads": {ID: [2**32, to_base64url(bytes(16))]}},
        {"heads": {ID: [1, "AA"]}},
        {"gone": [["r1", "step"]]},
        {"gone": [["r 1", "step", MINE]]},
        {"gone": [["r1", "step", "now"]]},
        {"more": 1},
    ],
)
def test_a_snapshot_of_another_form_is_refused(change: dict[str, Any]) -> None:
    assert read_content(PART, encode({"edits": [], "snap": SNAP})).snap is not None
    with pytest.raises(InputRejected):
        read_content(PART, encode({"edits": [], "snap": SNAP | change}))


def test_a_part_must_say_of_what_it_is_a_part() -> None:
    with pytest.raises(InputRejected):
        read_content(PART, encode({"edits": []}))


def test_a_snapshot_carries_stamps_of_everybody_and_none_later_than_itself() -> None:
    theirs = [*GOOD[:4], make(NOW_MS, 9, MENTOR.id.hex())]
    assert len(read_content(PART, encode({"edits": [GOOD, theirs], "snap": SNAP})).edits) == 2
    late = [*GOOD[:4], make(NOW_MS + 1, 0, MENTOR.id.hex())]
    with pytest.raises(InputRejected):
        read_content(PART, encode({"edits": [late], "snap": SNAP}))


@settings(max_examples=30)
@given(st.lists(st.integers(0, 8000), max_size=90))
def test_batches_hold_every_edit_in_order_and_each_fits_into_an_entry(sizes: list[int]) -> None:
    edits = [edit_by(PUPIL, "é" * (size // 2), ms=NOW_MS - place) for place, size in enumerate(sizes)]
    found = list(batches(edits))
    assert [edit for batch in found for edit in batch] == edits
    assert all(len(Content(batch).to_text()) <= MOST_TEXT_BYTES for batch in found)
    assert len(found) <= 1 + 2 * sum(sizes) // MOST_TEXT_BYTES


def test_many_short_edits_fill_entries_of_two_thousand() -> None:
    edits: list[Edit] = [edit_by(PUPIL)] * 4001
    assert [len(batch) for batch in batches(edits)] == [2000, 2000, 1]
    assert list(batches([])) == []
