"""What is said of notebooks: a pupil's own, a home's, the mentors'."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.note import NotebookKind


@dataclass(frozen=True, slots=True)
class NotebookWords:
    """One notebook. `alone` stands while this device alone reads it, `let_in` leads to a ticket."""

    title: str
    door: str
    note: str
    intro: str
    empty_title: str
    empty_text: str
    hint: str
    alone: str
    let_in: str


@dataclass(frozen=True, slots=True)
class NotesSentences:
    """Notes. Shape: `door_of` has {door} and {name}; `change_one` {words}, `strangers_in` {door}."""

    kinds: Mapping[NotebookKind, NotebookWords]
    door_of: str
    write: str
    new_title: str
    change_title: str
    field: str
    missing: str
    keep: str
    leave: str
    remove: str
    removed: str
    bring_back: str
    change_one: str
    unknown_readers: str
    strangers: str
    strangers_in: str
    open: str
    shut_out: str
