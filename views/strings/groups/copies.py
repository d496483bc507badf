"""Copies of everything: keeping one, taking everything along, bringing one back."""

from dataclasses import dataclass

from views.strings.plural import Counted


@dataclass(frozen=True, slots=True)
class CopiesHub:
    """The three ways, and what was put by. Shape: `former` has {day} and {time}."""

    title: str
    keep: str
    keep_note: str
    take: str
    take_note: str
    bring: str
    bring_note: str
    formers_title: str
    formers_note: str
    former: str
    go_back: str
    throw_away: str
    throw_away_title: str
    throw_away_text: str
    throw_away_no: str
    went_back: str
    thrown_away: str
    nothing_here: str


@dataclass(frozen=True, slots=True)
class KeepingCopy:
    """Making a copy. Shape: `file_name` has {day}."""

    title: str
    words_hint: str
    working: str
    ready_title: str
    ready_text: str
    keep_words: str
    save: str
    file_name: str
    done: str


@dataclass(frozen=True, slots=True)
class TakingAll:
    """Everything in files that anybody can read. Shape: the three names have {day}."""

    title: str
    working: str
    careful: str
    page: str
    page_note: str
    page_name: str
    table: str
    table_note: str
    table_name: str
    machine: str
    machine_note: str
    machine_name: str
    done: str


@dataclass(frozen=True, slots=True)
class BringingBack:
    """From a file to the planner. Shape: `made_on` has {day} and {time}; `last_day` has {n} and {day}."""

    title: str
    text: str
    choose: str
    first_door: str
    not_a_copy: str
    damaged: str
    newer: str
    words_title: str
    words_hint: str
    opening: str
    inside_title: str
    made_on: str
    inside: str
    here_now: str
    here_stays: str
    routines: Counted
    targets: Counted
    notes: Counted
    no_ticks: str
    last_day: Counted
    no_name: str
    shared: str
    bring: str
    leave: str
    bringing: str
    done_title: str
    done_text: str
    done_stays: str
    go_on: str


@dataclass(frozen=True, slots=True)
class ExportHeadings:
    """What the page and the table say that the app says nowhere else. Shape: as ExportWords."""

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
    open_end: str
    span: str
    date: str
    columns: tuple[str, str, str, str, str, str, str, str]
    routine: str
    tick: str
    size: str
    rating: str
    target: str
    pause: str
    contact: str
    person: str


@dataclass(frozen=True, slots=True)
class CopiesSentences:
    """Everything about copies. Shape: `year` has {day} and {year}; `holds` has {names}."""

    year: str
    holds: str
    holds_many: Counted
    hub: CopiesHub
    keeping: KeepingCopy
    taking: TakingAll
    bringing: BringingBack
    export: ExportHeadings
