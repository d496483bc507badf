"""From desks and cases to the rows of the list; a row is read again only when something of it changed."""

from collections.abc import Callable, Mapping

from services.desk.caseload import Caseload
from services.desk.mentor import MentorDesk
from services.planner.case import Case
from services.planner.day_use import week_strip
from services.planner.ids import PlannerId
from services.planner.planner import Planner
from services.planner.planner_day import planner_day
from services.planner.pupil import pupil_of
from services.planner.reason import (
    MeetingToday,
    NothingNow,
    NotSynced,
    Reason,
    ReviewDue,
    SomethingNew,
    rank,
    reason_to_look,
)
from views.mentor.caseload_state import CaseloadRow, Only, Order

LastSync = Callable[[PlannerId], int | None]
"""When this device last heard of a planner; None while nothing is synced."""

LAST_OF_ALL = "9999"


def never_synced(planner: PlannerId) -> None:
    """What is true as long as there is no sync."""
    return


class CaseloadReading:
    """Reads rows, and keeps each as long as planner, case and day are the same."""

    def __init__(self, caseload: Caseload, last_sync: LastSync) -> None:
        self._caseload = caseload
        self._last_sync = last_sync
        self._kept: dict[PlannerId, tuple[Planner, tuple[object, ...], CaseloadRow]] = {}

    def rows(self) -> dict[PlannerId, CaseloadRow]:
        """Every pupil's row."""
        cases = self._caseload.cases()
        return {desk.planner_id: self._row(desk, cases) for desk in self._caseload.desks}

    def _row(self, desk: MentorDesk, cases: Mapping[PlannerId, Case]) -> CaseloadRow:
        which = desk.planner_id
        case = cases.get(which) or Case(which)
        today, synced = planner_day(desk.now_ms(), desk.zone), self._last_sync(which)
        reason = reason_to_look(desk.planner, case, today, desk.now_ms(), synced)
        seen = (case, today, synced, reason)
        kept = self._kept.get(which)
        # A planner is immutable, so the very same object means that nothing in it changed.
        if kept is None or kept[0] is not desk.planner or kept[1] != seen:
            pupil = pupil_of(desk.planner)
            row = CaseloadRow(
                planner=which,
                name=case.name or pupil.name,
                picture=pupil.picture,
                case=case,
                strip=week_strip(desk.planner, today),
                reason=reason,
                about=_about(desk, reason),
                last_sync_ms=synced,
                zone=desk.zone,
            )
            kept = self._kept[which] = (desk.planner, seen, row)
        return kept[2]


def kind_of(reason: Reason) -> Only | None:
    """The word that a reason is filtered by; None when there is none."""
    match reason:
        case MeetingToday():
            return Only.MEETING
        case ReviewDue():
            return Only.REVIEW
        case SomethingNew():
            return Only.NEW
        case NotSynced():
            return Only.NOT_SYNCED
        case NothingNow():
            return None


def sort_key(row: CaseloadRow, order: Order) -> tuple[object, ...]:
    """Where a row stands; names decide what nothing else does."""
    name = (row.name.casefold(), row.planner)
    match order:
        case Order.NEED:
            return (*rank(row.reason), *name)
        case Order.NAME:
            return name
        case Order.MEETING:
            case = row.case
            on = case.meeting_on.isoformat() if case.meeting_on else LAST_OF_ALL
            return (on, case.meeting_at or LAST_OF_ALL, *name)


def _about(desk: MentorDesk, reason: Reason) -> str:
    target = desk.planner.target(reason.target) if isinstance(reason, ReviewDue) else None
    return target.words if target else ""
