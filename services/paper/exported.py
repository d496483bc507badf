"""One planner on its way out: its records, and what they say in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from services.paper.export_words import ExportWords
from services.planner.canonical import encode
from services.planner.edit import DELETED, NEW
from services.planner.ids import PersonId, RecordId
from services.planner.note import TYPE_BY_KIND, Note, NotebookKind, notes_in
from services.planner.pause import EVERYTHING, Pause
from services.planner.planner import READERS, Planner
from services.planner.pupil import pupil_of
from services.planner.reading import WEEKDAYS, text
from services.planner.record import Record
from services.planner.words import Role


@dataclass(frozen=True)
class ExportedPlanner:
    """Everything of one planner, or of a notebook beside it, in plain text.

    `called` is the pupil's name where the records themselves do not say it. Units: `made_ms` since 1970 UTC.
    Privacy: all of it.
    """

    kind: str
    role: Role
    made_ms: int
    records: Mapping[RecordId, Record]
    planner: Planner
    called: str = ""

    def __repr__(self) -> str:
        return f"ExportedPlanner(records={len(self.records)})"

    def name(self, words: ExportWords) -> str:
        """Whose planner it is: the pupil's name, or what that role is called."""
        return pupil_of(self.planner).name or self.called or words.roles[Role.PUPIL]

    @property
    def notebook(self) -> NotebookKind | None:
        """Which notebook it is; None for a planner and a caseload."""
        return next((kind for kind in NotebookKind if kind == self.kind), None)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is written in a notebook, the newest first."""
        return notes_in(self.records.values(), self.notebook) if self.notebook else ()

    def person(self, person: PersonId, words: ExportWords) -> str:
        """Somebody's name, or their role where they gave none; nothing for one nobody knows."""
        known = self.planner.people.get(person)
        return "" if known is None else known.name or words.roles[known.role]

    def title(self, record_id: str, words: ExportWords) -> str:
        """What a step, routine, target or contact is called, also one that was taken away."""
        record = self.records.get(RecordId(record_id))
        if record is None:
            return ""
        typed = next(
            (said for name in ("title", "words", "name") if (said := text(record.fields, name))), None
        )
        return typed or words.starter_titles.get(text(record.fields, "starter") or "", "")

    def others(self) -> Iterator[tuple[str, str, str]]:
        """What this page has no place for: the type of a record, a field, and what it says."""
        for record in self.records.values():
            if record.is_shown and record.type not in READERS and not self._is_note(record):
                for name, value in sorted(record.fields.items()):
                    if name not in (NEW, DELETED):
                        yield record.type, name, value if isinstance(value, str) else encode(value).decode()

    def _is_note(self, record: Record) -> bool:
        return self.notebook is not None and record.type == TYPE_BY_KIND[self.notebook]

    def paused_thing(self, pause: Pause, words: ExportWords) -> str:
        """What a pause is about."""
        return words.everything if pause.what == EVERYTHING else self.title(pause.what, words)


def long_day(day: date, words: ExportWords) -> str:
    """Such as: Monday 14 September 2026."""
    return words.date.format(
        weekday=words.weekdays[day.weekday()], day=day.day, month=words.months[day.month - 1], year=day.year
    )


def weekdays(days: frozenset[int], words: ExportWords) -> str:
    """Such as: Mon, Tue, Fri."""
    return (
        words.every_day if days == WEEKDAYS else ", ".join(words.weekdays_short[day] for day in sorted(days))
    )


def by_time(at: str | None, words: ExportWords) -> str:
    """Such as: by 7:30; nothing where no time is said."""
    if at is None:
        return ""
    hours, minutes = at.split(":")
    return words.by_time.format(time=f"{int(hours)}:{minutes}")
