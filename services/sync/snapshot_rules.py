"""Snapshots in a log: parts that come together, and what may be deleted after them.

    a run    one steward's parts, consecutive n, each prev the hash of the part before, the last flagged
    floor    the endpoint's floor after a snapshot is what its sealed `covers` says

A run stands at consecutive places or nowhere. With `covers` it is also a base: entries up to there may be
deleted, rosters apart, and a new reader begins with it. Without, as in a log that is offered again, it only
merges. Specification: docs/spec/log.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from services.planner.errors import InputRejected
from services.sync import chain as chains
from services.sync.chain import Chain
from services.sync.entry import Entry, Kind, Last
from services.sync.log import (
    HARD_STOP,
    MOST_BYTES,
    Accepted,
    LogState,
    Refused,
    Verdict,
    accept,
    begin_log,
    check_place,
    judge,
)
from services.sync.problem import Problem

_NOTHING: Final[Mapping[bytes, int]] = {}


def judge_snapshot(
    state: LogState,
    parts: Sequence[Entry],
    covers: int | None = None,
    now_ms: int | None = None,
    *,
    is_whole: bool = True,
) -> Accepted | Refused:
    """Whether these parts may stand next, together; their signatures have been verified.

    Not `is_whole`: more parts will come; what is Accepted then is only that they may go on, and its state is
    thrown away.
    """
    if covers is not None and covers <= state.floor:
        return Refused(Problem.SNAPSHOT_STALE)
    if not parts or (covers is not None and covers > state.head):
        return Refused(Problem.BAD_ENTRY, "covers what is not there")
    if not _is_run(parts, is_whole):
        return Refused(Problem.BAD_ENTRY, "not a run of parts")
    if sum(len(part.raw) for part in parts) > HARD_STOP * MOST_BYTES:
        return Refused(Problem.QUOTA)
    member = state.chain.roster.members.get(parts[0].frame.device)
    if member is not None and not member.is_steward:
        return Refused(Problem.NOT_PERMITTED, "no steward")
    after = state
    for part in parts:
        refused = check_place(after, part, now_ms)
        if refused is not None:
            return refused
        after = accept(after, part).state
    return Accepted(replace(after, floor=state.floor if covers is None else covers), after.head)


def judge_run(
    state: LogState,
    run: Sequence[Entry],
    now_ms: int | None = None,
    known: Mapping[bytes, int] = _NOTHING,
) -> Verdict:
    """One entry, or the parts of a snapshot that only merges: how a log that is offered again is judged."""
    if run[0].frame.kind is Kind.SNAPSHOT and not any(part.hash in known for part in run):
        return judge_snapshot(state, run, None, now_ms)
    return judge(state, run[-1], now_ms, known)


def runs(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """A log cut into single entries and runs of parts; parts whose run was broken off come as they are."""
    run: list[Entry] = []
    for entry in entries:
        if run and not _goes_on(run[-1], entry):
            yield tuple(run)
            run = []
        run.append(entry)
        if entry.frame.kind is not Kind.SNAPSHOT or entry.frame.is_last_part:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def state_at_snapshot(chain: Chain, covers: int, heads: Mapping[bytes, Last], time_ms: int) -> LogState:
    """The log at the place that a snapshot covers, for a reader that begins with it."""
    return LogState(chain, head=covers, floor=covers, time_ms=time_ms, lasts=heads)


def upload(rosters: Sequence[Entry], entries: Sequence[Entry]) -> tuple[LogState, tuple[Entry, ...]]:
    """The log of a circle that a member hosts, and what stands in it, from seq 1; signatures were verified.

    Rosters keep their chain and need not follow their devices' other entries, which may have been deleted.
    With a snapshot right after them their number is the floor, and what it covers. No clock is asked.
    Errors: InputRejected("log") when anything does not fit.
    """
    if not rosters:
        raise InputRejected("log", "no roster")
    state = begin_log(rosters[0])
    for roster in rosters[1:]:
        last = state.lasts.get(roster.frame.device)
        if last is not None and roster.frame.n <= last.n:
            raise InputRejected("log", "roster out of order")
        state = accept(replace(state, chain=chains.follow(state.chain, roster)), roster).state
    for place, run in enumerate(runs(entries)):
        if run[0].frame.kind is Kind.SNAPSHOT:
            verdict: Verdict = judge_snapshot(state, run, state.head if place == 0 else None)
        else:
            verdict = judge(state, run[0])
        if not isinstance(verdict, Accepted):
            raise InputRejected("log", "an entry that does not fit")
        state = verdict.state
    return state, (*rosters, *entries)


def _is_run(parts: Sequence[Entry], is_whole: bool) -> bool:
    goes_on = all(_goes_on(one, next_) for one, next_ in pairwise(parts))
    return goes_on and parts[0].frame.kind is Kind.SNAPSHOT and parts[-1].frame.is_last_part is is_whole


def _goes_on(one: Entry, next_: Entry) -> bool:
    here, there = one.frame, next_.frame
    follows = there.kind is Kind.SNAPSHOT and there.device == here.device and there.n == here.n + 1
    return here.kind is Kind.SNAPSHOT and not here.is_last_part and follows and there.prev == one.hash
