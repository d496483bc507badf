"""Note: a few sentences that one circle reads, and nobody else: a pupil's own, a home's, the mentors'.

Which notebook a note lies in is which circle holds it; no field says who may see it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from services.planner import reading
from services.planner.ids import NoteId
from services.planner.record import Record


class NotebookKind(StrEnum):
    """The circles that have notes. Shape: named as the circle is."""

    PRIVATE = "private"
    HOME = "home"
    STAFF = "staff"


TYPE_BY_KIND: Final = {
    NotebookKind.PRIVATE: "note",
    NotebookKind.HOME: "lift",
    NotebookKind.STAFF: "meeting",
}
"""The record type of a note: a pupil's own, what was arranged at home, what a meeting came to."""
LATEST_MS: Final = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Note:
    """One note. Units: `at_ms` is when it was begun, by that device's clock. Privacy: `words` are theirs."""

    id: NoteId
    words: str = field(repr=False)
    at_ms: int


def read_note(record: Record) -> Note | None:
    """The note of a record, or None if nothing is said in it."""
    words, at_ms = reading.text(record.fields, "words"), reading.whole(record.fields, "at", 0, LATEST_MS)
    return Note(NoteId(record.id), words, at_ms or 0) if words else None


def notes_in(records: Iterable[Record], kind: NotebookKind) -> tuple[Note, ...]:
    """The notes of a notebook, the newest first."""
    shown = (one for one in records if one.is_shown and one.type == TYPE_BY_KIND[kind])
    notes = [note for note in map(read_note, shown) if note is not None]
    return tuple(sorted(notes, key=lambda one: (-one.at_ms, one.id)))
