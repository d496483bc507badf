"""The clock rule, row by row; the flaws that drafts of it had are in `test_flaws`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner import stamp
from services.planner.edit import Wish
from services.planner.errors import EndpointUnreachable
from services.planner.ids import RecordId
from services.planner.merge import RecordKey, Register
from services.planner.stamp import Stamp
from services.sync.circle_kept import Standing
from services.sync.clocking import CircleClock, entry_ms, stamped
from tests.sync.devices import all_rounds, family

ME, OTHER = "aaaaaaaa", "bbbbbbbb"
DAY = RecordId("day:2026-09-14")
NOW = 1_789_370_000_000
HOUR = 3_600_000
YEAR = 365 * 24 * HOUR


def wish(wall_ms: int = NOW, seen: Stamp | None = None, value: str = "x") -> Wish:
    return Wish(DAY, "day", "bed", value, wall_ms, seen)


def settled(at: Stamp) -> dict[RecordKey, dict[str, Register]]:
    return {RecordKey(DAY, "day"): {"bed": Register("before", at)}}


def the_stamp(made: Wish, offset_ms: int = 0, local_ms: int = NOW, base: object = None) -> stamp.StampParts:
    (edit,) = stamped([made], CircleClock(offset_ms), local_ms, base or {}, ME)  # type: ignore[arg-type]
    return stamp.parse(edit.stamp)


def test_a_clock_that_is_nearly_right_is_left_alone() -> None:
    assert the_stamp(wish(NOW - 5_000), offset_ms=60_000).ms == NOW - 5_000


def test_a_clock_that_is_wrong_is_put_right() -> None:
    assert the_stamp(wish(NOW - 5_000), offset_ms=60_001).ms == NOW - 5_000 + 60_001
    assert the_stamp(wish(NOW - 5_000), offset_ms=-YEAR).ms == NOW - 5_000 - YEAR


def test_nothing_was_made_after_now() -> None:
    assert the_stamp(wish(NOW + HOUR)).ms == NOW
    assert the_stamp(wish(NOW), offset_ms=-30_000).ms == NOW - 30_000


def test_the_latest_entry_of_the_circle_holds_its_time() -> None:
    clock = CircleClock(0, latest_ms=NOW + HOUR)
    assert clock.now_ms(NOW) == NOW + HOUR
    assert clock.now_ms(NOW + 2 * HOUR) == NOW + 2 * HOUR


def test_what_a_wish_has_seen_comes_before_it() -> None:
    seen = stamp.make(NOW + HOUR, 7, OTHER)
    made = the_stamp(wish(seen=seen))
    assert (made.ms, made.counter, made.device) == (NOW + HOUR, 8, ME)


def test_so_does_what_this_device_had_accepted_before() -> None:
    made = the_stamp(wish(NOW - YEAR), base=settled(stamp.make(NOW - 1, 3, ME)))
    assert (made.ms, made.counter) == (NOW - 1, 4)


def test_what_somebody_else_had_accepted_unseen_is_no_floor() -> None:
    made = the_stamp(wish(NOW - HOUR), base=settled(stamp.make(NOW - 1, 3, OTHER)))
    assert (made.ms, made.counter) == (NOW - HOUR, 0)


def test_a_full_counter_goes_over_into_the_time() -> None:
    made = the_stamp(wish(seen=stamp.make(NOW, stamp.GREATEST_COUNTER, OTHER)))
    assert (made.ms, made.counter) == (NOW + 1, 0)


def test_an_entry_is_never_before_a_stamp_inside() -> None:
    edits = stamped([wish(seen=stamp.make(NOW + HOUR, 0, OTHER))], CircleClock(0), NOW, {}, ME)
    assert entry_ms(edits, NOW) == NOW + HOUR
    assert entry_ms(edits, NOW + YEAR) == NOW + YEAR


@given(
    wall_ms=st.integers(-(2**50), 2**50),
    offset_ms=st.integers(-(2**50), 2**50),
    local_ms=st.integers(-(2**50), 2**50),
    seen_ms=st.one_of(st.none(), st.integers(0, 2**48 - 2)),
)
def test_whatever_the_clocks_say_there_is_a_stamp_and_it_is_after_what_was_seen(
    wall_ms: int, offset_ms: int, local_ms: int, seen_ms: int | None
) -> None:
    seen = None if seen_ms is None else stamp.make(seen_ms, stamp.GREATEST_COUNTER, OTHER)
    made = wish(wall_ms, seen)
    (edit,) = stamped([made], CircleClock(offset_ms), local_ms, {}, ME)
    assert seen is None or edit.stamp > seen


def test_an_entry_that_is_accepted_late_takes_exactly_its_edits_out_of_what_waits(run) -> None:
    async def story() -> None:
        endpoint, pupil, *others = await family()
        pupil.clock.pass_ms(HOUR)
        pupil.endpoint.go_offline_after(1)
        await pupil.write("first")
        await pupil.write("kept", "breakfast")
        with pytest.raises(EndpointUnreachable):
            await pupil.round()
        assert pupil.here.store.kept.inflight is None
        await pupil.write("changed", "breakfast")
        endpoint.now_ms.pass_ms(2 * HOUR)
        await pupil.endpoint.deliver_late(pupil.endpoint.requests[-1])
        pupil.endpoint.come_back()
        await pupil.round()
        entries = [
            one for one in endpoint.logs[pupil.here.id].entries.values() if one.frame.device == pupil.id
        ]
        assert len(entries[-1].raw) == 476, "one edit, not two"
        await all_rounds(pupil, *others)
        assert {(one.read(), one.read("breakfast")) for one in (pupil, *others)} == {("first", "changed")}
        assert pupil.here.standing is Standing.LIVE
        assert pupil.here.health().waiting == 0

    run(story())


def test_a_later_edit_beats_that_of_a_device_ten_years_ahead(run) -> None:
    async def story() -> None:
        for offset in (10 * YEAR, -10 * YEAR, YEAR, HOUR, -HOUR):
            _, pupil, parent, mentor = await family(offset)
            await pupil.write("ahead")
            await all_rounds(pupil, parent)
            for one in (pupil, parent, mentor):
                one.clock.pass_ms(1000)
            await parent.write("later")
            await all_rounds(parent, pupil, mentor)
            assert {one.read() for one in (pupil, parent, mentor)} == {"later"}

    run(story())
