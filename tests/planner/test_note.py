"""Notes of a notebook: read from its records, the newest first; what somebody types is made fit to keep."""

import pytest

from services.planner.errors import InputRejected
from services.planner.note import TYPE_BY_KIND, NotebookKind, notes_in
from services.planner.text import NOTE_LIMIT, clean_note
from tests.planner.story import record


@pytest.mark.parametrize("kind", NotebookKind)
def test_the_newest_note_comes_first_and_what_was_taken_out_is_gone(kind: NotebookKind) -> None:
    type_ = TYPE_BY_KIND[kind]
    found = notes_in(
        [
            record("a", type_, words="first", at=1),
            record("b", type_, words="second", at=2),
            record("c", type_, words="out", at=3, _del=True),
            record("d", "target", words="of another kind", at=4),
        ],
        kind,
    )
    assert [one.words for one in found] == ["second", "first"]


def test_a_note_without_words_is_not_shown_and_a_day_that_cannot_be_is_the_beginning_of_time() -> None:
    found = notes_in(
        [record("a", "note", at=1), record("b", "note", words="x", at="soon")], NotebookKind.PRIVATE
    )
    assert [(one.id, one.at_ms) for one in found] == [("b", 0)]


def test_the_words_of_a_note_stand_in_no_representation() -> None:
    [one] = notes_in([record("a", "note", words="Zanzibar", at=1)], NotebookKind.PRIVATE)
    assert "Zanzibar" not in repr(one)


def test_a_note_keeps_its_lines() -> None:
    assert (
        clean_note("  Nan on Thursday \r\n  Bus on Friday\n", "note_words")
        == "Nan on Thursday\nBus on Friday"
    )


@pytest.mark.parametrize(
    "typed", ["", " \n ", "x" * (NOTE_LIMIT + 1), "a\tb", "a\u202eb", "x\n" * NOTE_LIMIT]
)
def test_what_cannot_be_kept_is_named(typed: str) -> None:
    with pytest.raises(InputRejected) as caught:
        clean_note(typed, "note_words")
    assert caught.value.field == "note_words"
