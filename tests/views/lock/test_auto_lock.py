"""Five minutes out of sight, and the planner locks itself."""

import pytest

from services.planner.words import Role
from tests.views.lock.hand_timer import HandTimer
from views.lock.auto_lock import AFTER_MS, MENTOR_AFTER_MS, AutoLock, wait_of


@pytest.fixture
def timer() -> HandTimer:
    return HandTimer()


@pytest.fixture
def locked() -> list[str]:
    return []


@pytest.fixture
def auto_lock(timer: HandTimer, locked: list[str]) -> AutoLock:
    return AutoLock(lambda: locked.append("locked"), timer)


def test_a_short_look_away_leaves_it_open(auto_lock: AutoLock, timer: HandTimer, locked: list[str]) -> None:
    auto_lock.on_hidden(1_000)
    auto_lock.on_shown(1_000 + AFTER_MS - 1)
    assert locked == []
    assert timer.waiting == [], "nothing is left to ring later"


def test_five_minutes_out_of_sight_lock_it_without_anybody_coming_back(
    auto_lock: AutoLock, timer: HandTimer, locked: list[str]
) -> None:
    auto_lock.on_hidden(1_000)
    assert [after for after, _ in timer.waiting] == [AFTER_MS]
    timer.ring()
    assert locked == ["locked"]
    auto_lock.on_shown(1_000 + AFTER_MS)
    assert locked == ["locked"], "once is enough"


def test_a_phone_that_slept_through_the_timer_is_locked_on_the_way_back(
    auto_lock: AutoLock, timer: HandTimer, locked: list[str]
) -> None:
    auto_lock.on_hidden(1_000)
    auto_lock.on_shown(1_000 + AFTER_MS)
    assert locked == ["locked"]
    assert timer.waiting == []


def test_turning_the_clock_back_does_not_keep_it_open(auto_lock: AutoLock, locked: list[str]) -> None:
    auto_lock.on_hidden(10_000)
    auto_lock.on_shown(9_999)
    assert locked == ["locked"]


def test_hidden_and_paused_in_a_row_count_from_the_first(
    auto_lock: AutoLock, timer: HandTimer, locked: list[str]
) -> None:
    auto_lock.on_hidden(0)
    auto_lock.on_hidden(AFTER_MS - 1)
    assert len(timer.waiting) == 1
    auto_lock.on_shown(AFTER_MS)
    assert locked == ["locked"]


def test_coming_into_sight_for_the_first_time_locks_nothing(auto_lock: AutoLock, locked: list[str]) -> None:
    auto_lock.on_shown(5)
    assert locked == []


def test_a_mentors_planners_lock_sooner_and_whose_they_are_is_asked_each_time(
    timer: HandTimer, locked: list[str]
) -> None:
    role = [Role.PARENT]
    auto_lock = AutoLock(lambda: locked.append("locked"), timer, lambda: wait_of(role[0]))
    auto_lock.on_hidden(1_000)
    auto_lock.on_shown(1_000 + MENTOR_AFTER_MS)
    assert locked == []
    role[0] = Role.MENTOR
    auto_lock.on_hidden(1_000)
    auto_lock.on_shown(1_000 + MENTOR_AFTER_MS)
    assert locked == ["locked"]
