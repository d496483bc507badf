"""Order keys: there is always room between two, and they sort as they were meant."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.errors import InputRejected
from services.planner.order import DIGITS, LONGEST, between, is_order, next_order, spread

KEYS = st.text(DIGITS, min_size=1, max_size=12).filter(is_order)


@given(KEYS, KEYS)
def test_between_two_keys_there_is_a_third(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low < high:
        assert low < between(low, high) < high
        assert is_order(between(low, high))


@given(KEYS)
def test_before_the_first_and_after_the_last_there_is_room(key: str) -> None:
    assert between(None, key) < key < between(key, None)


@given(st.lists(st.tuples(st.integers(0, 200), st.booleans()), max_size=40))
def test_steps_put_anywhere_stay_where_they_were_put(moves: list[tuple[int, bool]]) -> None:
    keys: list[str] = []
    for place, _ in moves:
        at = place % (len(keys) + 1)
        before = keys[at - 1] if at else None
        keys.insert(at, between(before, keys[at] if at < len(keys) else None))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("count", [0, 1, 2, 16, 61, 62, 63, 500, 5000])
def test_keys_spread_from_the_beginning_are_short_and_in_order(count: int) -> None:
    keys = spread(count)
    assert len(keys) == count
    assert all(one < other for one, other in pairwise(keys))
    assert all(is_order(key) for key in keys)
    assert max((len(key) for key in keys), default=1) <= 3


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V"), ("V0", None), ("", None), ("é", None)])
def test_where_nothing_fits_the_answer_says_so(before: str, after: str | None) -> None:
    with pytest.raises(InputRejected) as caught:
        between(before, after)
    assert caught.value.field == "order"


def test_a_place_used_again_and_again_ends_in_an_answer_not_in_an_endless_key() -> None:
    def squeeze() -> None:
        high = "W"
        for _ in range(1000):
            high = between("V", high)
            assert len(high) <= LONGEST

    with pytest.raises(InputRejected):
        squeeze()


def test_adding_at_the_end_for_years_is_possible() -> None:
    keys = [next_order([])]
    for _ in range(2000):
        keys.append(next_order(keys))
    assert keys == sorted(keys)
