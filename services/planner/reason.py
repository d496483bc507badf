"""One reason to look at a pupil, as data for words. No score, no colour, no better and worse among children.

The order of the caseload is the order of these kinds: what is agreed for today, what is due, what is new.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from services.planner.case import Case
from services.planner.ids import TargetId
from services.planner.planner import Planner
from services.planner.tally import Tally, tally

DAY_MS = 24 * 60 * 60 * 1000
# Longer than a weekend away from the network.
SYNC_QUIET_DAYS = 4


class News(StrEnum):
    """What is new. Only the first that fits is said."""

    NUMBERS = "numbers"
    TARGETS = "targets"
    ENDINGS = "endings"
    PAUSES = "pauses"


@dataclass(frozen=True, slots=True)
class MeetingToday:
    """We meet today. Shape: `at` is "11:00", if there is a time."""

    at: str | None


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """The day to look at a target again has come."""

    target: TargetId
    on: date


@dataclass(frozen=True, slots=True)
class SomethingNew:
    """Somebody else changed this since I last looked."""

    what: News
    count: int


@dataclass(frozen=True, slots=True)
class NotSynced:
    """This device has heard nothing of the planner for some days. Units: milliseconds since 1970."""

    since_ms: int


@dataclass(frozen=True, slots=True)
class NothingNow:
    """Nothing asks for a look today."""


Reason: TypeAlias = MeetingToday | ReviewDue | SomethingNew | NotSynced | NothingNow

KINDS: tuple[type[Reason], ...] = (MeetingToday, ReviewDue, SomethingNew, NotSynced, NothingNow)


def reason_to_look(
    planner: Planner, case: Case, today: date, now_ms: int, last_sync_ms: int | None
) -> Reason:
    """The first reason there is. `last_sync_ms` None: there is nothing that could be synced."""
    if case.meeting_on == today:
        return MeetingToday(case.meeting_at)
    due = [(one.review_on, one.order, one.id) for one in planner.open_targets if one.review_on is not None]
    if due and min(due)[0] <= today:
        on, _, target = min(due)
        return ReviewDue(target, on)
    if new := _new(case.seen, tally(planner)):
        return new
    if last_sync_ms is not None and now_ms - last_sync_ms >= SYNC_QUIET_DAYS * DAY_MS:
        return NotSynced(last_sync_ms)
    return NothingNow()


def rank(reason: Reason) -> tuple[int, str]:
    """Where a reason stands in the order of the caseload: by kind, then the earlier first."""
    kind = KINDS.index(type(reason))
    match reason:
        case MeetingToday(at):
            return kind, at or "~"
        case ReviewDue(on=on):
            return kind, on.isoformat()
        case _:
            return kind, ""


def _new(seen: Tally, now: Tally) -> SomethingNew | None:
    for what in News:
        count = getattr(now, what.value) - getattr(seen, what.value)
        if count > 0:
            return SomethingNew(what, count)
    return None
