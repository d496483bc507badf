"""Snapshots and whole logs: parts come together or not at all, and a log can be hosted and offered again."""

from dataclasses import replace

import pytest

from services.planner.errors import InputRejected, NotPermitted
from services.planner.words import Role
from services.sync.content import Snap
from services.sync.entry import Entry, Last
from services.sync.log import AHEAD_MS, Accepted, Known, Refused, begin_log, judge, set_aside
from services.sync.problem import Problem
from services.sync.snapshot_rules import judge_run, judge_snapshot, runs, state_at_snapshot, upload
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, TABLET, Circle, DeviceKeys, family, public


def lived() -> Circle:
    """A family's log of six entries."""
    circle = family()
    for device in (PUPIL, PARENT, PUPIL):
        circle.put(circle.edits(device))
    return circle


def parts(
    circle: Circle, device: DeviceKeys = MENTOR, of: int = 2, covers: int = 6, n: int = 5
) -> list[Entry]:
    """A snapshot of this many parts."""
    made: list[Entry] = []
    last = circle.state.lasts.get(device.id)
    prev = last.hash if last else bytes(16)
    for k in range(1, of + 1):
        made.append(circle.part(device, Snap(covers, k, of), n=n + k, prev=prev))
        prev = made[-1].hash
    return made


def test_the_parts_of_a_snapshot_stand_together_and_raise_the_floor() -> None:
    circle = lived()
    made = parts(circle)
    verdict = judge_snapshot(circle.state, made, 6, NOW_MS)
    assert isinstance(verdict, Accepted)
    assert (verdict.state.head, verdict.state.floor) == (8, 6)
    assert verdict.state.lasts[MENTOR.id] == Last(7, made[1].hash)
    assert verdict.state.size_bytes == circle.state.size_bytes + sum(len(part.raw) for part in made)
    merged = judge_snapshot(circle.state, made, None, NOW_MS)
    assert isinstance(merged, Accepted)
    assert merged.state == replace(verdict.state, floor=0)


def test_a_snapshot_that_is_not_whole_yet_may_only_be_kept_waiting() -> None:
    circle = lived()
    made = parts(circle, of=3)
    assert isinstance(judge_snapshot(circle.state, made[:2], 6, NOW_MS, is_whole=False), Accepted)
    assert judge_snapshot(circle.state, made[:2], 6, NOW_MS) == Refused(
        Problem.BAD_ENTRY, "not a run of parts"
    )
    whole = judge_snapshot(circle.state, made, 6, NOW_MS, is_whole=False)
    assert whole == Refused(Problem.BAD_ENTRY, "not a run of parts")


def test_only_a_steward_makes_a_snapshot() -> None:
    circle = lived()
    assert judge_snapshot(circle.state, parts(circle, PUPIL), 6) == Refused(
        Problem.NOT_PERMITTED, "no steward"
    )
    assert judge_snapshot(circle.state, parts(circle, TABLET), 6) == Refused(Problem.NOT_MEMBER)


def test_a_snapshot_of_what_is_covered_already_is_stale() -> None:
    circle = lived()
    state = replace(circle.state, floor=6)
    assert judge_snapshot(state, parts(circle), 6) == Refused(Problem.SNAPSHOT_STALE)
    assert judge_snapshot(circle.state, parts(circle), 7) == Refused(
        Problem.BAD_ENTRY, "covers what is not there"
    )
    assert judge_snapshot(circle.state, [], 6) == Refused(Problem.BAD_ENTRY, "covers what is not there")


def test_a_run_has_no_holes_no_strangers_and_one_end() -> None:
    circle = lived()
    one, two, three = parts(circle, of=3)
    elsewhere = circle.part(MENTOR, Snap(6, 2, 2), n=7, prev=bytes(range(16)))
    skipping = circle.part(MENTOR, Snap(6, 2, 2), n=9, prev=one.hash)
    broken = ([one, three], [two, one, three], [one, elsewhere], [one, skipping], [circle.edits(MENTOR)])
    for run in broken:
        assert judge_snapshot(circle.state, run, 6) == Refused(Problem.BAD_ENTRY, "not a run of parts")


def test_the_ordinary_rules_hold_for_parts_too() -> None:
    circle = lived()
    stale = judge_snapshot(circle.state, [circle.part(MENTOR, Snap(6, 1, 1), epoch=2)], 6)
    assert stale == Refused(Problem.EPOCH_STALE)
    ahead = circle.part(MENTOR, Snap(6, 1, 1), ts_ms=NOW_MS + AHEAD_MS + 1)
    assert judge_snapshot(circle.state, [ahead], 6, NOW_MS) == Refused(Problem.CLOCK_SKEW, now_ms=NOW_MS)
    circle.put(circle.edits(MENTOR))
    late = judge_snapshot(circle.state, [circle.part(MENTOR, Snap(6, 1, 1), prev=bytes(16))], 6)
    assert isinstance(late, Refused)
    assert (late.problem, late.last) == (Problem.CHAIN_STALE, circle.state.lasts[MENTOR.id])


def test_a_log_is_cut_into_single_entries_and_runs() -> None:
    circle = lived()
    one, two = parts(circle)
    edits = circle.edits(PUPIL)
    assert list(runs([edits, one, two, edits])) == [(edits,), (one, two), (edits,)]
    assert list(runs([one, edits, two])) == [(one,), (edits,), (two,)]
    assert list(runs([one])) == [(one,)]
    assert list(runs([])) == []


def test_a_reader_that_begins_with_a_snapshot_comes_to_the_same_log() -> None:
    circle = lived()
    heads = dict(circle.state.lasts)
    made = parts(circle)
    verdict = judge_snapshot(circle.state, made, 6, NOW_MS)
    assert isinstance(verdict, Accepted)
    reader = state_at_snapshot(circle.state.chain, 6, heads, NOW_MS)
    joined = judge_snapshot(reader, made)
    assert isinstance(joined, Accepted)
    assert replace(joined.state, size_bytes=0) == replace(verdict.state, size_bytes=0)


def test_a_whole_log_is_hosted_as_it_stands() -> None:
    circle = lived()
    state, stands = upload(circle.log[:1], circle.log[1:])
    assert state == circle.state
    assert list(stands) == circle.log


def test_a_lost_circle_is_hosted_again_from_its_rosters_and_a_fresh_snapshot() -> None:
    circle = family()
    circle.put(circle.edits(MENTOR))
    circle.change(MENTOR, add=((public(TABLET), Role.MENTOR),))
    rosters = [entry for entry in circle.log if entry.frame.kind == 2]
    at_rosters = replace(circle.state, lasts={MENTOR.id: circle.state.lasts[MENTOR.id]})
    circle.state = at_rosters
    made = parts(circle, covers=len(rosters))
    state, stands = upload(rosters, made)
    assert (state.head, state.floor) == (6, 4)
    assert state.chain == circle.state.chain
    assert list(stands) == [*rosters, *made]


def test_an_upload_is_asked_no_clock_and_everything_else() -> None:
    circle = lived()
    future = circle.edits(PUPIL, ts_ms=NOW_MS * 2)
    state, _ = upload(circle.log[:1], [*circle.log[1:], future])
    assert state.time_ms == NOW_MS * 2
    for rosters, entries in (
        ([], circle.log),
        (circle.log[:1], circle.log[2:]),
        (circle.log[:1], [*circle.log[1:], circle.log[4]]),
        ([circle.log[0], circle.log[0]], []),
        (circle.log[:1], [*circle.log[1:], *parts(circle, PUPIL)]),
    ):
        with pytest.raises((InputRejected, NotPermitted)):
            upload(rosters, entries)


def test_a_restored_log_takes_back_what_still_fits_and_skips_what_it_has() -> None:
    circle = lived()
    made = parts(circle)
    verdict = judge_snapshot(circle.state, made, None, NOW_MS)
    assert isinstance(verdict, Accepted)
    full = [*circle.log, *made]
    restored = begin_log(full[0])
    for entry in full[1:4]:
        step = judge(restored, entry)
        assert isinstance(step, Accepted)
        restored = step.state
    known = {entry.hash: seq for seq, entry in enumerate(full[:4], 1)}
    taken = []
    for run in runs(full):
        again = judge_run(restored, run, NOW_MS, known)
        if isinstance(again, Accepted):
            restored = again.state
            taken += run
        else:
            assert isinstance(again, Known)
    assert taken == full[4:]
    assert restored == verdict.state


def test_offered_parts_that_stand_already_are_known() -> None:
    circle = lived()
    made = parts(circle)
    known = {part.hash: seq for seq, part in enumerate(made, 7)}
    assert judge_run(circle.state, made, NOW_MS, known) == Known(8)


def test_a_device_passes_over_a_snapshot_it_does_not_take() -> None:
    circle = lived()
    run = parts(circle, PUPIL)
    state = circle.state
    for part in run:
        state = set_aside(state, part)
    assert (state.head, state.lasts[PUPIL.id]) == (8, Last(run[1].frame.n, run[1].hash))
