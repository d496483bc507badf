"""Pause of every kind: a day, a range, a routine, a step; with a reason or without."""

from datetime import date, timedelta

import pytest

from services.planner.ids import StepId
from services.planner.record import Record
from services.planner.today import is_day_paused, paused_by, routine_today
from services.planner.words import PauseReason
from tests.planner.story import MONDAY, ROUTINE, UP, day, planner, record, school_morning

TUESDAY = MONDAY + timedelta(days=1)


def pause(
    what: str, from_: str, to: str | None = None, reason: str | None = None, name: str = "p1"
) -> Record:
    return record(name, "pause", what=what, from_=from_, to=to, reason=reason)


def is_held(on: date, *records: Record, step: StepId | None = None) -> bool:
    return paused_by(planner(*school_morning(), *records), on, ROUTINE, step) is not None


@pytest.mark.parametrize("reason", [*PauseReason, None])
def test_a_day_is_paused_with_any_reason_or_none(reason: PauseReason | None) -> None:
    found = is_day_paused(planner(day(MONDAY, pause=reason or "paused")), MONDAY)
    assert found is not None
    assert (found.what, found.pause, found.reason, found.until) == ("all", None, reason, None)
    assert is_day_paused(planner(day(MONDAY, pause=reason or "paused")), TUESDAY) is None


@pytest.mark.parametrize("odd", [None, "", "because", True, ["ill"], 1])
def test_a_day_that_says_something_else_is_not_paused(odd: object) -> None:
    assert is_day_paused(planner(day(MONDAY, pause=odd)), MONDAY) is None


@pytest.mark.parametrize(
    ("from_", "to", "held"),
    [
        ("2026-09-14", "2026-09-14", True),
        ("2026-09-01", "2026-09-14", True),
        ("2026-09-14", None, True),
        ("2026-09-01", "2026-09-13", False),
        ("2026-09-15", None, False),
    ],
)
@pytest.mark.parametrize("what", ["all", "morning"])
def test_a_range_holds_from_its_first_day_to_its_last(
    what: str, from_: str, to: str | None, held: bool
) -> None:
    assert is_held(MONDAY, pause(what, from_, to)) is held


def test_a_paused_step_does_not_pause_its_routine() -> None:
    held = pause("up", "2026-09-14")
    assert not is_held(MONDAY, held)
    assert is_held(MONDAY, held, step=UP)
    assert not is_held(MONDAY, held, step=StepId("teeth"))


def test_a_paused_routine_pauses_its_steps_and_no_other_routine() -> None:
    assert is_held(MONDAY, pause("morning", "2026-09-14"), step=UP)
    assert not is_held(MONDAY, pause("evening", "2026-09-14"), step=UP)


def test_the_widest_pause_is_named_with_its_last_day_and_reason() -> None:
    found = planner(
        *school_morning(),
        pause("up", "2026-09-14", name="p1"),
        pause("morning", "2026-09-14", reason="other", name="p2"),
        pause("all", "2026-09-10", "2026-09-18", "holiday", name="p3"),
    )
    widest = paused_by(found, MONDAY, ROUTINE, UP)
    assert widest is not None
    assert (widest.pause, widest.reason, widest.until) == ("p3", "holiday", date(2026, 9, 18))
    after = paused_by(found, date(2026, 9, 19), ROUTINE, UP)
    assert after is not None
    assert after.pause == "p2"


def test_a_pause_that_was_taken_away_holds_nothing() -> None:
    gone = record("p1", "pause", what="all", from_="2026-09-14", _del=True)
    assert not is_held(MONDAY, gone)


@pytest.mark.parametrize(
    "fields", [{}, {"what": "all"}, {"from_": "2026-09-14"}, {"what": "all", "from_": "soon"}]
)
def test_a_pause_that_does_not_say_what_or_since_when_holds_nothing(fields: dict[str, str]) -> None:
    assert not is_held(MONDAY, record("p1", "pause", **fields))


def test_whatever_is_paused_what_was_done_is_still_counted() -> None:
    for held in (
        day(MONDAY, {"up": "done"}, pause="ill"),
        pause("all", "2026-09-14"),
        pause("up", "2026-09-14"),
    ):
        records = [*school_morning(), day(MONDAY, {"up": "done"}), held]
        found = routine_today(planner(*records), ROUTINE, MONDAY)
        assert found is not None
        assert found.done_count == 1
