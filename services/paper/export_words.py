"""The words that an export is written with, in the language of whoever takes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.note import NotebookKind
from services.planner.words import ContactKind, Outcome, Part, PauseReason, Role, Size


@dataclass(frozen=True)
class ExportWords:
    """Every word of the page and of the table. Privacy: none of them names a person.

    Shape: `language` is a BCP 47 tag, `is_rtl` turns the page round; weekdays begin with Monday; `made_on`
    has {day}, `span` {first} and {last}, `date` {weekday} {day} {month} {year}, `by_time` {time},
    `out_of_ten` {score}, `note_of` {door} and {name};
    `columns` are planner, what, day, name, detail, value, who, words.
    """

    language: str
    is_rtl: bool
    title: str
    made_on: str
    note: str
    people: str
    routines: str
    ticks: str
    targets: str
    pauses: str
    contacts: str
    others: str
    nothing: str
    day: str
    step: str
    what_became: str
    who: str
    next_step: str
    who_helps: str
    aim: str
    look_again: str
    put_away: str
    reached: str
    paused: str
    everything: str
    open_end: str
    span: str
    every_day: str
    by_time: str
    out_of_ten: str
    date: str
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    roles: Mapping[Role, str]
    parts: Mapping[Part, str]
    outcomes: Mapping[Outcome, str]
    sizes: Mapping[Size, str]
    reasons: Mapping[PauseReason, str]
    contact_kinds: Mapping[ContactKind, str]
    starter_titles: Mapping[str, str]
    columns: tuple[str, str, str, str, str, str, str, str]
    routine: str
    tick: str
    size: str
    rating: str
    target: str
    pause: str
    contact: str
    person: str
    zone: str
    notebooks: Mapping[NotebookKind, str]
    note_of: str
    one_note: str
