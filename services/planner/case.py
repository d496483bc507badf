"""Case: what a mentor keeps about one pupil of the caseload, seen by the mentor's own devices only."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from services.planner import reading
from services.planner.edit import DELETED, NEW, Change
from services.planner.ids import PlannerId, RecordId
from services.planner.record import Record
from services.planner.routine import is_clock
from services.planner.tally import Tally, read_tally
from services.planner.words import Phase


@dataclass(frozen=True, slots=True)
class Case:
    """Shape: `record` is None until something is kept; `meeting_at` is "11:00", if there is a time.

    `name` is what the mentor calls the pupil, else the planner's own; `seen` what was there at the last look.
    Privacy: the name is in no representation.
    """

    planner: PlannerId
    record: RecordId | None = None
    name: str = field(default="", repr=False)
    phase: Phase | None = None
    meeting_on: date | None = None
    meeting_at: str | None = None
    seen: Tally = field(default_factory=Tally)
    seen_on: date | None = None


def read_case(record: Record) -> Case | None:
    """The case of a record, or None if it names no planner."""
    fields = record.fields
    planner = reading.text(fields, "planner")
    if record.type != "case" or not record.is_shown or planner is None:
        return None
    at = reading.text(fields, "meeting_at")
    return Case(
        planner=PlannerId(planner),
        record=record.id,
        name=reading.text(fields, "name") or "",
        phase=reading.word(fields, "phase", Phase),
        meeting_on=reading.day(fields, "meeting_on"),
        meeting_at=at if is_clock(at) else None,
        seen=read_tally(fields.get("seen")),
        seen_on=reading.day(fields, "seen_on"),
    )


def cases_by_planner(records: Iterable[Record]) -> dict[PlannerId, Case]:
    """Every case that is kept. Of two that two devices made at once, every device takes the same one."""
    found: dict[PlannerId, Case] = {}
    for record in sorted(records, key=lambda record: record.id):
        if case := read_case(record):
            found.setdefault(case.planner, case)
    return found


def closing(records: Iterable[Record], planner: PlannerId) -> list[Change]:
    """What takes every case of this planner away: it is emptied, and deleted."""
    cases = [record for record in records if (case := read_case(record)) and case.planner == planner]
    emptied = [
        Change(record.id, record.type, name, None)
        for record in cases
        for name in record.fields
        if name not in (NEW, DELETED)
    ]
    return emptied + [Change(record.id, record.type, DELETED, True) for record in cases]
