"""The rules of a log: what is accepted, what is known, what is refused and by which name."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.words import Role
from services.sync import log
from services.sync.content import Snap
from services.sync.entry import ZERO_HASH, Entry, Kind, Last, read_entry
from services.sync.log import AHEAD_MS, Accepted, Known, LogState, Refused, begin_log, judge, set_aside
from services.sync.problem import Problem
from services.sync.roster_wish import RosterWish
from tests.sync.circle import (
    MENTOR,
    NOW_MS,
    PARENT,
    PUPIL,
    STRANGER,
    TABLET,
    Circle,
    device_of,
    edit_by,
    family,
    founded,
    public,
)


def problem_of(circle: Circle, entry: Entry, now_ms: int | None = NOW_MS) -> Problem | None:
    verdict = judge(circle.state, entry, now_ms)
    return verdict.problem if isinstance(verdict, Refused) else None


def test_an_accepted_entry_moves_the_log_by_one_and_nothing_else() -> None:
    circle = family()
    before, entry = circle.state, circle.edits(PUPIL, ts_ms=NOW_MS + 5)
    verdict = judge(before, entry, NOW_MS)
    assert isinstance(verdict, Accepted)
    assert verdict.seq == verdict.state.head == before.head + 1 == 4
    after = replace(
        before,
        head=4,
        time_ms=NOW_MS + 5,
        size_bytes=before.size_bytes + 476,
        lasts={**before.lasts, PUPIL.id: Last(entry.frame.n, entry.hash)},
    )
    assert verdict.state == after
    assert before == circle.state


def test_i6_the_same_bytes_again_are_known_and_change_nothing() -> None:
    circle = family()
    first = circle.put(circle.edits(PUPIL))
    circle.put(circle.edits(PUPIL))
    assert circle.judged(first) == Known(4)
    assert circle.judged(circle.log[0]) == Known(1)


def test_a_number_used_already_or_an_unknown_last_is_chain_stale_and_says_the_last() -> None:
    circle = family()
    unsent = circle.edits(PUPIL, edit_by(PUPIL, "unsent"))
    first = circle.put(circle.edits(PUPIL))
    last = Last(first.frame.n, first.hash)
    stale = Refused(Problem.CHAIN_STALE, last=last)
    assert circle.judged(unsent) == stale
    assert circle.judged(circle.edits(PUPIL, n=last.n, prev=last.hash)) == stale
    assert circle.judged(circle.edits(PUPIL, prev=bytes(range(16)))) == stale
    assert circle.judged(circle.edits(PUPIL, prev=ZERO_HASH)) == stale
    assert isinstance(circle.judged(circle.edits(PUPIL, n=last.n + 5)), Accepted)


def test_a_device_s_first_entry_here_has_no_last() -> None:
    circle = family()
    assert circle.judged(circle.edits(MENTOR, prev=bytes(range(16)))) == Refused(Problem.CHAIN_STALE)
    assert isinstance(circle.judged(circle.edits(MENTOR, n=3)), Accepted)


def test_who_is_no_member_is_refused_and_so_is_who_was_one() -> None:
    circle = family()
    assert problem_of(circle, circle.edits(STRANGER)) is Problem.NOT_MEMBER
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    assert problem_of(circle, circle.edits(PARENT)) is Problem.NOT_MEMBER


def test_a_card_signs_no_edits() -> None:
    card = device_of("card")
    circle = founded(card=public(card))
    assert problem_of(circle, circle.edits(card)) is Problem.NOT_MEMBER


def test_edits_of_another_epoch_are_stale() -> None:
    circle = family()
    late = circle.edits(PUPIL)
    circle.change(MENTOR, is_new_epoch=True)
    assert problem_of(circle, late) is Problem.EPOCH_STALE
    assert problem_of(circle, circle.edits(PUPIL, epoch=3)) is Problem.EPOCH_STALE


def test_an_older_roster_of_the_same_epoch_is_enough_for_edits_but_an_unknown_one_is_not() -> None:
    circle = family()
    older = circle.edits(PUPIL)
    circle.change(MENTOR, add=((public(TABLET), Role.MENTOR),))
    assert problem_of(circle, older) is None
    assert problem_of(circle, circle.edits(PUPIL, roster=bytes(range(16)))) is Problem.ROSTER_STALE


def test_of_two_rosters_at_once_one_is_taken_and_the_other_is_stale() -> None:
    circle = family()
    late = circle.roster(PARENT, RosterWish(add=((public(TABLET), Role.PARENT),)))
    circle.change(MENTOR, add=((public(STRANGER), Role.MENTOR),))
    assert problem_of(circle, late.entry) is Problem.ROSTER_STALE


def test_an_entry_of_another_circle_is_a_bad_one() -> None:
    other = founded(seed="another circle")
    assert problem_of(family(), other.edits(PUPIL)) is Problem.BAD_ENTRY


def test_a_part_of_a_snapshot_does_not_come_alone() -> None:
    circle = family()
    assert problem_of(circle, circle.part(MENTOR, Snap(3, 1, 1))) is Problem.BAD_ENTRY


def test_a_time_too_far_ahead_is_refused_with_the_right_one_and_cannot_creep() -> None:
    circle = family()
    edge = NOW_MS + AHEAD_MS
    assert circle.judged(circle.edits(PUPIL, ts_ms=edge + 1)) == Refused(Problem.CLOCK_SKEW, now_ms=NOW_MS)
    circle.put(circle.edits(PUPIL, ts_ms=edge))
    assert circle.state.circle_time(NOW_MS) == edge
    circle.put(circle.edits(PARENT, ts_ms=edge))
    assert circle.judged(circle.edits(MENTOR, ts_ms=edge + 1)) == Refused(Problem.CLOCK_SKEW, now_ms=edge)
    assert circle.state.circle_time(edge + 9) == edge + 9


def test_a_log_that_another_has_numbered_is_judged_without_a_clock() -> None:
    circle = family()
    assert problem_of(circle, circle.edits(PUPIL, ts_ms=NOW_MS * 2), None) is None


def test_a_full_log_takes_rosters_and_no_edits() -> None:
    circle = family()
    edits, made = circle.edits(PUPIL), circle.roster(MENTOR, RosterWish(is_new_epoch=True))
    full = [
        replace(circle.state, size_bytes=log.HARD_STOP * log.MOST_BYTES - 475),
        replace(circle.state, head=log.HARD_STOP * log.MOST_ROWS),
    ]
    for state in full:
        assert state.should_compact
        assert judge(state, edits, NOW_MS) == Refused(Problem.QUOTA)
        assert isinstance(judge(state, made.entry, NOW_MS), Accepted)
    almost = replace(circle.state, size_bytes=log.HARD_STOP * log.MOST_BYTES - 476)
    assert isinstance(judge(almost, edits, NOW_MS), Accepted)
    assert not circle.state.should_compact


def test_a_roster_changes_what_comes_after_it() -> None:
    circle = family()
    circle.change(MENTOR, remove=frozenset({PARENT.id}))
    assert circle.state.chain.epoch == 2
    circle.put(circle.edits(PUPIL))
    verdict = circle.judged(circle.edits(PARENT))
    assert verdict == Refused(Problem.NOT_MEMBER)


def test_i5_what_a_device_does_not_take_moves_its_log_on() -> None:
    circle = family()
    state = set_aside(circle.state)
    assert state == replace(circle.state, head=4)
    stray = circle.edits(PUPIL, n=9, prev=bytes(range(16)))
    assert isinstance(judge(circle.state, stray), Refused)
    after = set_aside(circle.state, stray)
    assert after.lasts[PUPIL.id] == Last(9, stray.hash)
    circle.state = after
    assert isinstance(judge(after, circle.edits(PUPIL)), Accepted)
    back = set_aside(after, circle.edits(PUPIL, n=2))
    assert back == replace(after, head=5)
    foreign = founded(seed="another circle").edits(PUPIL, n=99)
    assert set_aside(after, foreign) == replace(after, head=5)


def test_a_state_that_knows_only_the_sender_judges_the_sender_alike() -> None:
    circle = family()
    circle.put(circle.edits(PUPIL))
    entry = circle.edits(PUPIL)
    small = replace(circle.state, lasts={PUPIL.id: circle.state.lasts[PUPIL.id]})
    verdict = judge(small, entry, NOW_MS)
    assert isinstance(verdict, Accepted)
    assert verdict.state.lasts == {PUPIL.id: Last(entry.frame.n, entry.hash)}


def test_every_problem_has_a_name_and_a_code() -> None:
    assert {problem.status for problem in Problem} <= {400, 401, 403, 404, 409, 410, 413, 422, 426, 429, 507}
    assert Problem.CHAIN_STALE.urn == "urn:firstbell:problem:chain-stale"


CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "n": st.integers(1, 6),
        "epoch": st.integers(1, 3),
        "ts_ms": st.sampled_from([0, NOW_MS, NOW_MS + AHEAD_MS, NOW_MS + AHEAD_MS + 1, NOW_MS * 4]),
        "prev": st.sampled_from([ZERO_HASH, bytes(range(16))]),
        "roster": st.sampled_from([ZERO_HASH, bytes(range(16))]),
        "circle": st.just(bytes(range(16))),
    },
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from([PUPIL, PARENT, MENTOR, STRANGER]), CHANGES), max_size=12))
def test_any_two_that_judge_the_same_entries_come_to_the_same_log(
    tries: list[tuple[Any, dict[str, Any]]],
) -> None:
    """I1 for the log: an endpoint with a clock, and a device that reads what the endpoint has numbered."""
    circle = family()
    device = begin_log(circle.log[0])
    for device_keys, changes in tries:
        verdict = circle.judged(entry := circle.edits(device_keys, **changes))
        if isinstance(verdict, Accepted):
            circle.put(entry)
    for entry in circle.log[1:]:
        verdict = judge(device, read_entry(entry.raw))
        assert isinstance(verdict, Accepted)
        device = verdict.state
    assert device == circle.state
    assert all(entry.frame.kind is not Kind.SNAPSHOT for entry in circle.log)
    for entry in circle.log:
        assert isinstance(circle.judged(entry), Known)


def test_a_log_begins_with_a_first_roster() -> None:
    circle = founded()
    first = circle.log[0]
    assert circle.state == LogState(
        circle.state.chain, 1, 0, NOW_MS, len(first.raw), {PUPIL.id: Last(1, first.hash)}
    )
