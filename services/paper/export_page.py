"""Everything as one page to read and to print: no script, and its own policy forbids every request.

Privacy: names and words in plain text. It goes where its owner puts it, never to a log or the network.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape

from services.paper.export_words import ExportWords
from services.paper.exported import ExportedPlanner, by_time, long_day, weekdays
from services.planner.contact import Contact
from services.planner.day import Day
from services.planner.pause import Pause
from services.planner.planner_day import planner_day
from services.planner.routine import Routine, Step
from services.planner.target import Target
from services.planner.words import Size

_STYLE = """
@page { margin: 14mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 46rem; color: #000; background: #fff;
  font: 1rem/1.5 Lexend, "Atkinson Hyperlegible", Verdana, system-ui, sans-serif }
h1 { font-size: 1.7rem; margin: 0 0 .4rem }
h2 { font-size: 1.4rem; margin: 2rem 0 .4rem; border-block-end: 2px solid #000 }
h3 { font-size: 1.15rem; margin: 1.4rem 0 .3rem }
h4 { font-size: 1rem; margin: 1rem 0 .2rem }
p, ul { margin: .3rem 0; overflow-wrap: anywhere }
ul { padding-inline-start: 1.4rem }
table { border-collapse: collapse; width: 100%; margin: .4rem 0 }
li { white-space: pre-line }
th, td { text-align: start; vertical-align: top; padding: .3rem .5rem; border-block-end: 1px solid #777;
  overflow-wrap: anywhere }
thead { display: table-header-group }
tr, li, h3, h4 { break-inside: avoid }
h3, h4 { break-after: avoid }
""".strip()

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def export_page(planners: Sequence[ExportedPlanner], words: ExportWords, made_on: date) -> bytes:
    """The whole page, planner by planner."""
    made = words.made_on.format(day=long_day(made_on, words))
    inside = "".join(_planner(one, words) for one in planners) or _p(words.nothing)
    page = (
        f'<!doctype html><html lang="{escape(words.language)}" dir="{"rtl" if words.is_rtl else "ltr"}">'
        f'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{escape(words.title)}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(words.title)}</h1>{_p(made)}{_p(words.note)}{inside}</body></html>"
    )
    return page.encode("utf-8")


def _planner(one: ExportedPlanner, words: ExportWords) -> str:
    planner = one.planner
    if one.notebook:
        return _notebook(one, words, words.notebooks[one.notebook])
    people = (_said(person.name, words.roles[person.role]) for person in planner.people.values())
    others = (f"{kind}, {name}: {value}" for kind, name, value in one.others())
    parts = (
        (words.people, _list(people)),
        (words.routines, "".join(_routine(one, routine, words) for routine in planner.routines)),
        (words.targets, "".join(_target(one, target, words) for target in planner.targets)),
        (words.pauses, _list(_pause(one, pause, words) for pause in planner.pauses)),
        (words.contacts, _list(_contact(one, contact, words) for contact in planner.contacts)),
        (words.ticks, _ticks(one, words)),
        (words.others, _list(others)),
    )
    said = "".join(f"<h3>{escape(heading)}</h3>{inside or _p(words.nothing)}" for heading, inside in parts)
    return f"<section><h2>{escape(one.name(words))}</h2>{said}</section>"


def _notebook(one: ExportedPlanner, words: ExportWords, door: str) -> str:
    heading = words.note_of.format(door=door, name=one.name(words))
    notes = (f"{long_day(planner_day(note.at_ms, words.zone), words)}\n{note.words}" for note in one.notes)
    others = (f"{kind}, {name}: {value}" for kind, name, value in one.others())
    return f"<section><h2>{escape(heading)}</h2>{_list(notes) or _p(words.nothing)}{_list(others)}</section>"


def _routine(one: ExportedPlanner, routine: Routine, words: ExportWords) -> str:
    heading = f"{one.title(routine.id, words)} ({words.parts[routine.part]}, {weekdays(routine.days, words)})"
    return f"<h4>{escape(heading)}</h4>" + _list(_step(one, step, words) for step in routine.steps)


def _step(one: ExportedPlanner, step: Step, words: ExportWords) -> str:
    sizes = ", ".join(words.sizes[size] for size in Size if size in step.sizes)
    return _said(one.title(step.id, words), by_time(step.at, words), sizes)


def _pause(one: ExportedPlanner, pause: Pause, words: ExportWords) -> str:
    last = long_day(pause.to, words) if pause.to else words.open_end
    span = words.span.format(first=long_day(pause.from_, words), last=last)
    return _said(one.paused_thing(pause, words), span, words.reasons[pause.reason] if pause.reason else "")


def _contact(one: ExportedPlanner, contact: Contact, words: ExportWords) -> str:
    kind = words.contact_kinds[contact.kind]
    return _said(one.title(contact.id, words), kind, contact.phone, contact.note)


def _target(one: ExportedPlanner, target: Target, words: ExportWords) -> str:
    state = words.reached if target.is_reached else words.put_away
    facts = (
        (words.next_step, target.next_step),
        (words.who_helps, ", ".join(target.helpers)),
        (words.aim, "" if target.goal is None else words.out_of_ten.format(score=target.goal)),
        (words.look_again, long_day(target.review_on, words) if target.review_on else ""),
        (state, long_day(target.closed_on, words) if target.closed_on else ""),
    )
    rows = (
        (
            long_day(rating.date, words),
            words.out_of_ten.format(score=rating.score),
            one.person(rating.person, words) or words.roles[rating.voice],
            rating.words,
        )
        for rating in one.planner.ratings
        if rating.target == target.id
    )
    return (
        f"<h4>{escape(target.words)}</h4>"
        + _list(f"{name}: {fact}" for name, fact in facts if fact)
        + _table((), rows)
    )


def _ticks(one: ExportedPlanner, words: ExportWords) -> str:
    rows = (row for on, day in sorted(one.planner.day_by_date.items()) for row in _day(one, on, day, words))
    return _table((words.day, words.step, words.what_became, words.who), rows)


def _day(one: ExportedPlanner, on: date, day: Day, words: ExportWords) -> Iterator[tuple[str, ...]]:
    said = long_day(on, words)
    if day.is_paused:
        yield (
            said,
            words.everything,
            words.paused,
            words.reasons[day.pause_reason] if day.pause_reason else "",
        )
    for routine, size in day.size_by_routine.items():
        yield said, one.title(routine, words), words.sizes[size], ""
    for step, (outcome, person) in day.outcome_by_step.items():
        yield said, one.title(step, words), words.outcomes[outcome], one.person(person, words)


def _said(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(lines: Iterable[str]) -> str:
    inside = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{inside}</ul>" if inside else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    if not body:
        return ""
    named = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    return f"<table>{f'<thead><tr>{named}</tr></thead>' if named else ''}<tbody>{body}</tbody></table>"
