"""What the help page says: whom to tell, and changing the page."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.words import ContactKind


@dataclass(frozen=True, slots=True)
class HelpSentences:
    """Help. Shape: `call` `text` `change_one` `remove_one` `removed` have {name}; `quoted` has {words}."""

    title: str
    note: str
    nobody_watches: str
    kinds: Mapping[ContactKind, str]
    kind_notes: Mapping[ContactKind, str]
    say_title: str
    say_words: tuple[str, ...]
    quoted: str
    call: str
    text: str
    put_in_a_name: str
    change: str
    change_done: str
    add: Mapping[ContactKind, str]
    nobody_yet: Mapping[ContactKind, str]
    change_one: str
    remove_one: str
    removed: str
    bring_back: str
    new_title: str
    change_title: str
    name_field: str
    name_missing: str
    phone_field: str
    phone_hint: str
    note_field: str
    note_hint: str
    picture_title: str
    keep: str
    leave: str
