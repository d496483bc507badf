"""Everything as one table for a spreadsheet: a row for each thing that somebody wrote, chose or ticked.

RFC 4180, UTF-8 with a byte order mark, because a spreadsheet takes Welsh letters for others without it. A
cell that a spreadsheet would run as a formula gets an apostrophe before it.
Source: OWASP ASVS 5, 1.2.10.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from services.paper.export_words import ExportWords
from services.paper.exported import ExportedPlanner, by_time, weekdays
from services.planner.planner_day import planner_day

_RUNS: Final = frozenset("=+-@\t\r\0")
_MARK: Final = "\ufeff"


class Row(NamedTuple):
    """One row. Shape: `day` is 2026-09-14, or nothing."""

    planner: str
    what: str
    day: str = ""
    name: str = ""
    detail: str = ""
    value: str = ""
    who: str = ""
    words: str = ""


def export_csv(planners: Sequence[ExportedPlanner], words: ExportWords) -> bytes:
    """The table, its first row the names of the columns."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(safe_cell(name) for name in words.columns)
    for one in planners:
        table.writerows([safe_cell(cell) for cell in row] for row in rows_of(one, words))
    return (_MARK + written.getvalue()).encode("utf-8")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if text[:1] in _RUNS and text else text


def rows_of(one: ExportedPlanner, words: ExportWords) -> Iterator[Row]:
    """What is set first, then what happened, the oldest first."""
    name = one.name(words)
    for person in one.planner.people.values():
        yield Row(name, words.person, name=person.name, detail=words.roles[person.role])
    yield from _routines(name, one, words)
    for target in one.planner.targets:
        closed = target.closed_on.isoformat() if target.closed_on else ""
        state = "" if target.is_open else words.reached if target.is_reached else words.put_away
        yield Row(name, words.target, closed, target.words, target.next_step, state)
    for contact in one.planner.contacts:
        called = one.title(contact.id, words)
        kind = words.contact_kinds[contact.kind]
        yield Row(name, words.contact, "", called, kind, contact.phone, "", contact.note)
    for pause in one.planner.pauses:
        until = pause.to.isoformat() if pause.to else words.open_end
        reason = words.reasons[pause.reason] if pause.reason else ""
        yield Row(
            name, words.pause, pause.from_.isoformat(), one.paused_thing(pause, words), until, "", "", reason
        )
    yield from _days(name, one, words)
    for rating in one.planner.ratings:
        yield Row(
            name,
            words.rating,
            rating.date.isoformat(),
            one.title(rating.target, words),
            words.roles[rating.voice],
            str(rating.score),
            one.person(rating.person, words),
            rating.words,
        )
    for note in one.notes:
        assert one.notebook, "only a notebook has notes"
        on = planner_day(note.at_ms, words.zone).isoformat()
        yield Row(name, words.one_note, on, detail=words.notebooks[one.notebook], words=note.words)
    for kind, field, value in one.others():
        yield Row(name, kind, name=field, value=value)


def _routines(name: str, one: ExportedPlanner, words: ExportWords) -> Iterator[Row]:
    for routine in one.planner.routines:
        title = one.title(routine.id, words)
        yield Row(name, words.routine, "", title, words.parts[routine.part], weekdays(routine.days, words))
        for step in routine.steps:
            sizes = ", ".join(words.sizes[size] for size in words.sizes if size in step.sizes)
            yield Row(
                name,
                words.step,
                name=one.title(step.id, words),
                detail=title,
                value=sizes,
                words=by_time(step.at, words),
            )


def _days(name: str, one: ExportedPlanner, words: ExportWords) -> Iterator[Row]:
    for on, day in sorted(one.planner.day_by_date.items()):
        if day.is_paused:
            reason = words.reasons[day.pause_reason] if day.pause_reason else ""
            yield Row(name, words.pause, on.isoformat(), words.everything, words=reason)
        for routine, size in day.size_by_routine.items():
            yield Row(name, words.size, on.isoformat(), one.title(routine, words), "", words.sizes[size])
        for step, (outcome, person) in day.outcome_by_step.items():
            became = words.outcomes[outcome]
            who = one.person(person, words)
            yield Row(name, words.tick, on.isoformat(), one.title(step, words), "", became, who)
