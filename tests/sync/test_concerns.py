"""From how a circle goes to what an adult may want to know."""

from dataclasses import replace

import pytest

from services.planner.reason import DAY_MS
from services.sync.circle_health import NO_KEYS, Health
from services.sync.circle_kept import Standing
from services.sync.concern import Concern
from services.sync.concerns import Seen, concerns_of, needs_adult
from services.sync.problem import Problem

WELL = Health(Standing.LIVE, 1, 0, 0, 0, {}, "", is_read_only=False)
SEEN = Seen(WELL, 10 * DAY_MS, 10 * DAY_MS)


@pytest.mark.parametrize("standing", [one for one in Standing if one is not Standing.LIVE])
def test_an_end_says_itself_and_nothing_else(standing: Standing) -> None:
    health = replace(WELL, standing=standing, odd=4, problem=standing.value)
    assert concerns_of(replace(SEEN, health=health)) == (Concern(standing.value),)


@pytest.mark.parametrize("problem", [*Problem, "gap", "roster", "log", "no-answer", NO_KEYS])
def test_whatever_an_endpoint_says_has_a_sentence(problem: str) -> None:
    (concern,) = concerns_of(replace(SEEN, health=replace(WELL, problem=problem)))
    expected = {
        Problem.QUOTA: Concern.QUOTA,
        Problem.VERSION: Concern.UPDATE,
        Problem.CLOCK_SKEW: Concern.CLOCK,
        Problem.RATE: Concern.BUSY,
        Problem.UNKNOWN_CIRCLE: Concern.UNKNOWN_HERE,
        "gap": Concern.GAP,
        NO_KEYS: Concern.NO_KEYS,
    }
    assert concern is expected.get(problem, Concern.REFUSED)


@pytest.mark.parametrize(
    ("code", "concern", "is_grave"),
    [
        ("endpoint_unreachable", Concern.OFFLINE, False),
        ("endpoint_busy", Concern.BUSY, False),
        ("protocol_mismatch", Concern.UPDATE, True),
        ("endpoint_refused", Concern.REFUSED, True),
    ],
)
def test_no_connection_needs_nobody_and_an_older_app_does(
    code: str, concern: Concern, is_grave: bool
) -> None:
    seen = replace(SEEN, last_error=code)
    assert concerns_of(seen) == (concern,)
    assert needs_adult(seen) is is_grave


def test_rules_newer_than_this_app_ask_for_an_update() -> None:
    assert concerns_of(replace(SEEN, health=replace(WELL, is_read_only=True))) == (Concern.UPDATE,)


def test_what_was_left_out_and_what_is_odd_are_told_apart() -> None:
    assert concerns_of(replace(SEEN, health=replace(WELL, odd=1, dropped=2))) == (
        Concern.ODD,
        Concern.DROPPED,
    )
    assert not needs_adult(replace(SEEN, health=replace(WELL, dropped=2)))


def test_a_weekend_away_is_not_quiet() -> None:
    assert concerns_of(replace(SEEN, synced_ms=7 * DAY_MS)) == ()
    assert concerns_of(replace(SEEN, synced_ms=5 * DAY_MS)) == (Concern.QUIET,)
    assert concerns_of(replace(SEEN, synced_ms=None)) == ()


def test_a_name_that_no_app_knows_yet_is_no_alarm() -> None:
    assert concerns_of(replace(SEEN, health=replace(WELL, alarms={"newer": 1, "fork": 0}))) == ()
