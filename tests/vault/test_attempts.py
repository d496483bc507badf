"""How long a hand must wait after wrong PINs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.vault.attempts import CEILING, NO_ATTEMPTS, Attempts, attempts_from_bytes
from services.vault.vault_state import NEVER_MS

KEY = bytes(32)
S, MIN, H = 1000, 60_000, 3_600_000


@pytest.mark.parametrize(
    ("count", "wait_ms"),
    [(0, 0), (1, 0), (4, 0), (5, 30 * S), (6, MIN), (7, 5 * MIN), (8, 15 * MIN), (9, H), (10, H), (49, H)],
)
def test_the_first_five_tries_are_free_and_then_the_waits_grow(count: int, wait_ms: int) -> None:
    assert Attempts(count, 1000).wait_ms(1000) == wait_ms


def test_a_wait_runs_down_to_nothing() -> None:
    attempts = Attempts(6, 0)
    assert attempts.wait_ms(MIN - 1) == 1
    assert attempts.wait_ms(MIN) == 0
    assert attempts.wait_ms(99 * H) == 0


def test_after_fifty_only_the_card_opens() -> None:
    assert Attempts(CEILING, 0).wait_ms(10**15) == NEVER_MS


def test_turning_the_clock_back_makes_the_whole_wait_begin_again() -> None:
    assert Attempts(9, 50 * H).wait_ms(2 * H) == H


@given(st.integers(0, CEILING - 1), st.integers(0, 2**48), st.integers(-(2**40), 2**40))
def test_no_clock_makes_a_wait_longer_than_the_whole_one(count: int, at_ms: int, off_ms: int) -> None:
    wait_ms = Attempts(count, at_ms).wait_ms(at_ms + off_ms)
    assert 0 <= wait_ms <= H


@given(st.integers(0, 2**32 - 1), st.integers(0, 2**64 - 1))
def test_a_record_is_read_as_it_was_kept(count: int, at_ms: int) -> None:
    kept = Attempts(count, at_ms)
    assert attempts_from_bytes(kept.to_bytes(KEY), KEY) == kept


def test_a_record_that_somebody_changed_is_no_record() -> None:
    record = NO_ATTEMPTS.to_bytes(KEY)
    for place in range(len(record)):
        changed = bytearray(record)
        changed[place] ^= 1
        assert attempts_from_bytes(bytes(changed), KEY) is None
    assert attempts_from_bytes(record, bytes(31) + b"1") is None
    assert attempts_from_bytes(record[:-1], KEY) is None
    assert attempts_from_bytes(None, KEY) is None
