"""Merging: nothing is lost, and every device comes to the same planner."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.planner.edit import Change, Edit
from services.planner.ids import RecordId
from services.planner.merge import (
    Merged,
    Register,
    Registers,
    edits_of,
    merge,
    overlay,
    winner,
    with_edits,
)
from services.planner.record import Record
from services.planner.stamp import Stamp, make

# Few records, fields, values and stamps, so that edits meet often, and equal stamps carry different values.
EDITS = st.builds(
    Edit,
    st.sampled_from(["r1", "r2"]).map(RecordId),
    st.sampled_from(["step", "target"]),
    st.sampled_from(["title", "_new", "_del"]),
    st.sampled_from([None, True, 1, "a", "b", ["a"], {"a": 1}]),
    st.builds(make, st.integers(0, 3), st.integers(0, 1), st.sampled_from(["00000001", "00000002"])),
)
BATCHES = st.lists(EDITS, max_size=12)


def state(edits: list[Edit]) -> Registers:
    return with_edits({}, edits).registers


@given(BATCHES, BATCHES)
def test_it_does_not_matter_who_merges_whom(one: list[Edit], other: list[Edit]) -> None:
    assert same(merge(state(one), state(other)), merge(state(other), state(one)))


@given(BATCHES, BATCHES, BATCHES)
def test_it_does_not_matter_who_meets_first(a: list[Edit], b: list[Edit], c: list[Edit]) -> None:
    left = merge(merge(state(a), state(b)).registers, state(c)).registers
    right = merge(state(a), merge(state(b), state(c)).registers).registers
    assert canonical_state(left) == canonical_state(right)


@given(BATCHES)
def test_merging_the_same_again_changes_nothing(edits: list[Edit]) -> None:
    once = state(edits)
    assert canonical_state(merge(once, once).registers) == canonical_state(once)
    assert not merge(once, once).tampered


@given(BATCHES, st.randoms(use_true_random=False))
def test_edits_in_any_order_and_twice_come_to_the_same(edits: list[Edit], random: Any) -> None:
    shuffled = [*edits, *edits]
    random.shuffle(shuffled)
    assert canonical_state(state(shuffled)) == canonical_state(state(edits))


@given(BATCHES)
def test_the_value_of_a_field_is_one_that_carried_its_greatest_stamp(edits: list[Edit]) -> None:
    for edit in edits_of(state(edits)):
        rivals = [e for e in edits if (e.record, e.type, e.field) == (edit.record, edit.type, edit.field)]
        assert edit.stamp == max(e.stamp for e in rivals)
        assert edit.value in [e.value for e in rivals if e.stamp == edit.stamp]


@given(BATCHES)
def test_what_was_given_is_left_as_it_is(edits: list[Edit]) -> None:
    before = state(edits[:6])
    kept = canonical_state(before)
    with_edits(before, edits)
    assert canonical_state(before) == kept


def test_equal_stamps_with_different_values_raise_the_alarm_and_the_greater_bytes_stay() -> None:
    at = make(5, 0, "00000001")
    said = [Edit(RecordId("r"), "step", "title", value, at) for value in ("apple", "banana")]
    for edits in (said, said[::-1]):
        merged = with_edits({}, edits)
        assert [edit.value for edit in edits_of(merged.registers)] == ["banana"]
        assert len(merged.tampered) == 1


def test_bytes_and_not_python_decide_between_equal_stamps() -> None:
    at = make(5, 0, "00000001")
    yes, one = Register(True, at), Register(1, at)
    assert winner(yes, one).value is winner(one, yes).value is True


def test_an_edit_of_another_type_never_touches_a_record() -> None:
    target = Edit(RecordId("x"), "target", "words", "mine", make(1, 0, "00000001"))
    forged = Edit(RecordId("x"), "praise", "words", "not yours", make(9, 0, "00000002"))
    assert {edit.value for edit in edits_of(state([target, forged]))} == {"mine", "not yours"}


def test_an_unknown_type_never_hides_a_record_that_we_know() -> None:
    known = Edit(RecordId("x"), "target", "words", "mine", make(1, 0, "00000001"))
    forged = Edit(RecordId("x"), "aaa", "words", "not yours", make(9, 0, "00000002"))
    assert overlay(state([forged, known]), [])[RecordId("x")].type == "target"


def test_a_person_always_sees_their_own_last_word() -> None:
    merged = state([Edit(RecordId("x"), "step", "title", "from afar", make(2**47, 0, "00000002"))])
    wishes = [Change(RecordId("x"), "step", "title", said) for said in ("first", "last")]
    assert overlay(merged, wishes)[RecordId("x")].fields == {"title": "last"}


def test_wishes_make_records_and_leave_the_others_alone() -> None:
    merged = state([Edit(RecordId("x"), "step", "title", "x", make(1, 0, "00000001"))])
    records = overlay(merged, [Change(RecordId("y"), "step", "title", "y")])
    assert {name: one.fields["title"] for name, one in records.items()} == {"x": "x", "y": "y"}


def test_a_record_shows_when_it_was_made_and_not_taken_away() -> None:
    def shown(**fields: Any) -> bool:
        return Record(RecordId("x"), "step", fields).is_shown

    assert shown(_new="step")
    assert shown(_new="step", _del=False)
    assert not shown(_new="step", _del=True)
    assert not shown(title="a stray edit revives nothing")


def canonical_state(registers: Registers) -> dict[tuple[str, str, str], tuple[str, Stamp]]:
    """By what was kept, telling true from 1."""
    return {
        (edit.record, edit.type, edit.field): (repr(edit.value), edit.stamp) for edit in edits_of(registers)
    }


def same(one: Merged, other: Merged) -> bool:
    """Same registers, same alarms."""
    return (
        canonical_state(one.registers) == canonical_state(other.registers) and one.tampered == other.tampered
    )
