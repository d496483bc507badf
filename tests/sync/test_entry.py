"""Entries: what goes in comes out, and I9: nothing that was changed or moved is taken."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.errors import (
    AuthenticationFailed,
    FirstbellError,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
)
from services.planner.stamp import GREATEST_MS
from services.planner.words import Role
from services.sync.chain import signer_key
from services.sync.content import Content, Snap, read_content
from services.sync.entry import (
    MOST_ENTRY_BYTES,
    MOST_TEXT_BYTES,
    Entry,
    Frame,
    Kind,
    open_entry,
    read_entry,
    seal_entry,
    verify_entry,
)
from tests.crypto.finish import finish
from tests.sync.circle import MENTOR, PARENT, PUPIL, Circle, edit_by, family, founded, public, tick

FAMILY = family()
ENTRY = FAMILY.edits(PUPIL)
ROSTER = FAMILY.log[-1]
PART = FAMILY.part(MENTOR, Snap(3, 1, 1), edit_by(PUPIL))


def taken(raw: bytes, circle: Circle = FAMILY) -> Content | None:
    """All that a device does with bytes that somebody gave it."""
    entry = read_entry(raw)
    chain = circle.state.chain
    finish(verify_entry(circle.crypto, entry, signer_key(chain, entry)))
    if entry.frame.kind is Kind.ROSTER:
        return None
    return read_content(entry, finish(open_entry(circle.crypto, entry, circle.keys.current)))


def resigned(entry: Entry, **changes: Any) -> bytes:
    """The same sealed bytes under another frame, signed anew by the mentor."""
    frame = entry.frame._replace(**changes)
    unsigned = frame.to_wire() + entry.raw[84:-64]
    return unsigned + finish(FAMILY.crypto.ed25519_sign(MENTOR.sign.seed, b"fb1 sig entry\0" + unsigned))


def test_a_tick_is_476_bytes_and_so_is_a_batch_of_three() -> None:
    one, three = FAMILY.edits(PUPIL, tick(PUPIL)), FAMILY.edits(PUPIL, *[tick(PUPIL)] * 3)
    assert len(one.raw) == len(three.raw) == 476
    assert len(FAMILY.edits(PUPIL, *[tick(PUPIL)] * 12).raw) == 1180


def test_the_layout_is_the_one_that_is_written_down() -> None:
    raw, frame = ENTRY.raw, ENTRY.frame
    assert raw[:4] == bytes([1, 1, 0, 0])
    assert (raw[4:20], raw[20:36]) == (FAMILY.state.chain.circle, PUPIL.id)
    assert raw[36:52] == frame.n.to_bytes(4, "big") + (1).to_bytes(4, "big") + frame.ts_ms.to_bytes(8, "big")
    assert (raw[52:68], raw[68:84]) == (frame.prev, ROSTER.hash)
    assert ROSTER.raw[84:140] == bytes(56)
    assert ROSTER.raw[140:-64] == ROSTER.body == FAMILY.state.chain.roster.to_text()
    assert PART.raw[:4] == bytes([1, 3, 0, 1])


@settings(max_examples=60)
@given(
    st.binary(max_size=3000),
    st.integers(1, 2**32 - 1),
    st.integers(1, 2**32 - 1),
    st.integers(0, GREATEST_MS),
    st.tuples(*[st.binary(min_size=16, max_size=16)] * 3),
    st.booleans(),
)
def test_what_was_sealed_comes_out_again(
    text: bytes, n: int, epoch: int, ts_ms: int, ids: tuple[bytes, bytes, bytes], is_part: bool
) -> None:
    kind = Kind.SNAPSHOT if is_part else Kind.EDITS
    frame = Frame(kind, ids[0], PUPIL.id, n, epoch, ts_ms, ids[1], ids[2], is_part)
    key = bytes(range(32))
    entry = read_entry(finish(seal_entry(FAMILY.crypto, PUPIL, frame, key, text)).raw)
    assert entry.frame == frame
    finish(verify_entry(FAMILY.crypto, entry, PUPIL.sign.public))
    assert finish(open_entry(FAMILY.crypto, entry, key)) == text


@given(st.sampled_from([ENTRY, ROSTER, PART]), st.data())
def test_i9_a_change_of_any_byte_is_refused(entry: Entry, data: st.DataObject) -> None:
    raw = bytearray(entry.raw)
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(FirstbellError):
        taken(bytes(raw))


@given(st.sampled_from([ENTRY, ROSTER, PART]), st.data())
def test_i9_what_is_cut_short_or_longer_is_refused(entry: Entry, data: st.DataObject) -> None:
    cut = entry.raw[: data.draw(st.integers(0, len(entry.raw) - 1))]
    with pytest.raises(FirstbellError):
        taken(cut)
    with pytest.raises(FirstbellError):
        taken(entry.raw + data.draw(st.binary(min_size=1, max_size=40)))


@pytest.mark.parametrize(
    "moved",
    [
        {"circle": bytes(range(16))},
        {"device": MENTOR.id},
        {"n": 77},
        {"epoch": 2},
        {"prev": bytes(range(16))},
        {"roster": bytes(range(16))},
        {"ts_ms": 7},
        {"kind": Kind.SNAPSHOT},
    ],
)
def test_i9_nobody_can_put_a_frame_of_their_own_round_what_another_sealed(moved: dict[str, Any]) -> None:
    entry = read_entry(resigned(ENTRY, **{"device": MENTOR.id} | moved))
    finish(verify_entry(FAMILY.crypto, entry, MENTOR.sign.public))
    with pytest.raises(KeyMissing):
        finish(open_entry(FAMILY.crypto, entry, FAMILY.keys.current))


def test_i9_an_entry_of_another_circle_or_epoch_does_not_open() -> None:
    other = founded(MENTOR, Role.MENTOR, seed="other")
    with pytest.raises(KeyMissing):
        finish(open_entry(FAMILY.crypto, ENTRY, other.keys.current))
    later = family()
    old = later.edits(PUPIL)
    later.change(MENTOR, remove=frozenset({PARENT.id}))
    with pytest.raises(KeyMissing):
        finish(open_entry(later.crypto, old, later.keys.current))
    assert finish(open_entry(later.crypto, old, later.keys.by_epoch[1]))


def test_i8_a_stranger_s_signature_is_not_the_member_s() -> None:
    forged = finish(seal_entry(FAMILY.crypto, MENTOR, ENTRY.frame, FAMILY.keys.current, b"{}"))
    with pytest.raises(AuthenticationFailed):
        taken(forged.raw)


def changed(entry: Entry, at: int, new: bytes) -> bytes:
    return entry.raw[:at] + new + entry.raw[at + len(new) :]


@pytest.mark.parametrize(
    ("raw", "error", "field"),
    [
        (b"", HeaderUnknown, ""),
        (changed(ENTRY, 0, b"\2"), HeaderUnknown, ""),
        (ENTRY.raw[:203], InputRejected, "entry"),
        (ENTRY.raw[:205], InputRejected, "entry"),
        (changed(ENTRY, 1, b"\0"), InputRejected, "entry"),
        (changed(ENTRY, 1, b"\4"), InputRejected, "entry"),
        (changed(ENTRY, 2, b"\0\1"), InputRejected, "entry"),
        (changed(PART, 2, b"\0\3"), InputRejected, "entry"),
        (changed(ENTRY, 36, bytes(4)), InputRejected, "entry"),
        (changed(ENTRY, 40, bytes(4)), InputRejected, "entry"),
        (changed(ENTRY, 44, b"\0\1" + bytes(6)), InputRejected, "entry"),
        (changed(ROSTER, 139, b"\1"), InputRejected, "entry"),
        (ENTRY.raw[:200] + b"x" + ENTRY.raw[200:], InputRejected, "entry"),
        (bytes([1]) + bytes(MOST_ENTRY_BYTES), InputRejected, "entry_size"),
    ],
)
def test_bytes_of_another_form_are_refused_before_anything_is_computed(
    raw: bytes, error: type[FirstbellError], field: str
) -> None:
    with pytest.raises(error) as refused:
        read_entry(raw)
    assert getattr(refused.value, "field", "") == field


def test_the_longest_text_still_fits_and_its_entry_is_not_too_large() -> None:
    frame = FAMILY.frame(PUPIL)
    entry = finish(seal_entry(FAMILY.crypto, PUPIL, frame, FAMILY.keys.current, bytes(MOST_TEXT_BYTES)))
    assert len(entry.raw) <= MOST_ENTRY_BYTES
    with pytest.raises(AssertionError):
        finish(seal_entry(FAMILY.crypto, PUPIL, frame, FAMILY.keys.current, bytes(MOST_TEXT_BYTES + 1)))


def test_an_entry_says_nothing_of_itself_in_a_log() -> None:
    assert repr(ENTRY) == "Entry(kind=EDITS, bytes=476)"
    assert "brush" not in repr(Content((tick(PUPIL),)))
    assert public(PUPIL).sign.hex() not in repr(replace(ENTRY))
