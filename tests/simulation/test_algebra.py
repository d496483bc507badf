"""L1: the few laws that everything else stands on, beside those in tests/planner and tests/crypto."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.crypto.padding import SMALLEST_ENTRY_BYTES, padme
from services.planner.edit import Edit
from services.planner.ids import RecordId
from services.planner.merge import edits_of, with_edits
from services.planner.stamp import GREATEST_COUNTER, GREATEST_MS, Stamp, make, next_after, parse
from services.sync.entry import MOST_TEXT_BYTES

STAMPS = st.builds(
    make,
    st.integers(0, GREATEST_MS - 1),
    st.integers(0, GREATEST_COUNTER),
    st.sampled_from(["00000001", "00000002", "ffffffff"]),
)


@given(st.integers(SMALLEST_ENTRY_BYTES, MOST_TEXT_BYTES), st.integers(0, 4096))
def test_padding_grows_with_what_it_hides_and_costs_at_most_twelve_in_a_hundred(
    length: int, more: int
) -> None:
    assert length <= padme(length) <= padme(length + more)
    assert padme(length) <= length * 1.12


@given(STAMPS, STAMPS, STAMPS)
def test_any_two_stamps_are_in_one_order_and_any_three_too(one: Stamp, two: Stamp, three: Stamp) -> None:
    assert (one < two) + (two < one) + (one == two) == 1
    assert [parse(stamp) for stamp in sorted((one, two, three))] == sorted(map(parse, (one, two, three)))


@given(st.lists(st.tuples(st.integers(0, GREATEST_MS - 200), st.booleans()), max_size=60))
def test_one_devices_stamps_only_rise_wherever_its_clock_jumps(clock: list[tuple[int, bool]]) -> None:
    floor = None
    for ms, is_seen_elsewhere in clock:
        if floor is not None and is_seen_elsewhere:
            floor = next_after(ms, floor, "00000002")
        stamp = next_after(ms, floor, "00000001")
        assert floor is None or stamp > floor
        floor = stamp


@given(st.permutations(range(6)), st.lists(st.integers(1, 5), max_size=5))
def test_edits_that_come_in_any_order_and_any_batches_make_one_state(
    order: list[int], cuts: list[int]
) -> None:
    edits = [
        Edit(RecordId("r"), "step", f"f{n % 2}", n, make(1000 + n // 2, 0, f"0000000{n % 3}"))
        for n in range(6)
    ]
    state = with_edits({}, edits).registers
    other = with_edits({}, ()).registers
    bounds = sorted({0, *cuts, 6})
    for begin, end in pairwise(bounds):
        other = with_edits(other, [edits[n] for n in order[begin:end]]).registers
    assert set(edits_of(other)) == set(edits_of(state))
