"""One reason to look at a pupil, and the order of a caseload: by what is to do, never by how a child is."""

from dataclasses import replace
from typing import Any

import pytest

from services.planner.case import Case, cases_by_planner, read_case
from services.planner.ids import PlannerId, TargetId
from services.planner.reason import (
    DAY_MS,
    MeetingToday,
    News,
    NothingNow,
    NotSynced,
    Reason,
    ReviewDue,
    SomethingNew,
    rank,
    reason_to_look,
)
from services.planner.record import Record
from services.planner.tally import Tally, read_tally, tally
from services.planner.words import Phase
from tests.planner.story import DEVICE, MONDAY, day, planner, record

CASE = Case(PlannerId("sam"))
NOW_MS = 1_789_367_400_000
ME = record(f"who:{DEVICE}", "who", person="me", role="mentor", name="Ms Ali")
TARGET = record("bag", "target", words="Bag ready", order="B", review_on="2026-09-12")
LATER = record("maths", "target", words="Stay in maths", order="D", review_on="2026-09-15")
THEIRS = record("rating:bag:parent:jo:2026-09-10", "rating", score=4)
MINE = record("rating:bag:mentor:me:2026-09-10", "rating", score=4)
SEEN_TARGETS = replace(CASE, seen=Tally(targets=2))


def reason(*records: Record, case: Case = CASE, last_sync_ms: int | None = None) -> Reason:
    return reason_to_look(planner(ME, *records), case, MONDAY, NOW_MS, last_sync_ms)


CASES: dict[str, tuple[Reason, Reason]] = {
    "nothing": (reason(), NothingNow()),
    "a meeting": (reason(TARGET, case=replace(CASE, meeting_on=MONDAY)), MeetingToday(None)),
    "a review": (reason(LATER, TARGET, THEIRS), ReviewDue(TargetId("bag"), MONDAY.replace(day=12))),
    "a review to come": (reason(LATER, case=SEEN_TARGETS), NothingNow()),
    "a number": (reason(LATER, THEIRS), SomethingNew(News.NUMBERS, 1)),
    "my own number": (reason(LATER, MINE, case=SEEN_TARGETS), NothingNow()),
    "a target": (reason(LATER), SomethingNew(News.TARGETS, 1)),
    "a pause": (reason(day(MONDAY, pause="ill")), SomethingNew(News.PAUSES, 1)),
    "ticks": (reason(day(MONDAY, {"up": "done"})), NothingNow()),
    "synced lately": (reason(last_sync_ms=NOW_MS - 3 * DAY_MS), NothingNow()),
    "not synced": (reason(last_sync_ms=NOW_MS - 4 * DAY_MS), NotSynced(NOW_MS - 4 * DAY_MS)),
}


@pytest.mark.parametrize(("found", "expected"), CASES.values(), ids=CASES.keys())
def test_there_is_one_reason(found: Reason, expected: Reason) -> None:
    assert found == expected


def test_a_target_put_away_asks_for_no_review() -> None:
    closed = record("bag", "target", words="Bag", review_on="2026-09-12", closed_on="2026-09-13")
    assert reason(closed, case=replace(CASE, seen=Tally(targets=1))) == SomethingNew(News.ENDINGS, 1)


def test_the_order_is_by_what_is_to_do_and_by_its_day() -> None:
    ordered: list[Reason] = [
        MeetingToday("09:00"),
        MeetingToday("11:00"),
        MeetingToday(None),
        ReviewDue(TargetId("a"), MONDAY.replace(day=1)),
        ReviewDue(TargetId("b"), MONDAY),
        SomethingNew(News.PAUSES, 9),
        NotSynced(0),
        NothingNow(),
    ]
    assert sorted(reversed(ordered), key=rank) == ordered
    assert rank(SomethingNew(News.NUMBERS, 1)) == rank(SomethingNew(News.PAUSES, 5))


def test_a_case_is_read_and_an_odd_field_is_passed_over() -> None:
    fields: dict[str, Any] = {
        "planner": "sam",
        "name": "Sam, year 5",
        "phase": "trust",
        "meeting_on": "2026-09-15",
        "meeting_at": "11:00",
        "seen": [1, 2, 0, 0],
        "seen_on": "2026-09-14",
    }
    case = read_case(record("x", "case", **fields))
    assert case is not None
    assert (case.name, case.phase, case.meeting_at, case.seen) == (
        "Sam, year 5",
        Phase.TRUST,
        "11:00",
        Tally(1, 2, 0, 0),
    )
    odd = read_case(
        record("x", "case", planner="sam", phase="?", meeting_on=7, meeting_at="25:00", seen=[True, 1, 2, 3])
    )
    assert odd == Case(PlannerId("sam"), odd.record if odd else None)
    assert read_case(record("x", "case", name="Nobody")) is None
    assert read_case(record("x", "template", planner="sam")) is None
    assert "Sam" not in repr(case)


def test_of_two_cases_of_one_pupil_every_device_shows_the_same() -> None:
    one, other = (
        record("b", "case", planner="sam", name="One"),
        record("a", "case", planner="sam", name="Other"),
    )
    for found in (cases_by_planner([one, other]), cases_by_planner([other, one])):
        assert {planner: case.name for planner, case in found.items()} == {"sam": "Other"}


def test_a_tally_survives_being_kept() -> None:
    now = tally(planner(ME, TARGET, THEIRS, MINE, day(MONDAY, pause="ill")))
    assert now == Tally(numbers=1, targets=1, endings=0, pauses=1)
    assert read_tally(now.to_wire()) == now
    assert read_tally(None) == Tally()
