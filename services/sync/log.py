"""The rules of a circle's log: what may stand at its next place. Pure; endpoint and devices judge alike.

    1  the very same bytes stand in it already: known, with their seq
    2  the circle is this one
    3  the sender is a member here, or for a roster the card; the epoch is the one of now
    4  n is greater than the sender's last, prev is the hash of its last; a roster's is in its chain,
       so that what a snapshot covered never keeps a restored log from getting its rosters back
    5  the roster it has applied is one of the chain; for a roster, the latest
    6  ts is at most max(clock + 5 min, greatest ts accepted), where a clock is given
    7  there is room; rosters always have it

Signatures are not judged here: `chain.signer_key` says whose it must be, `entry.verify_entry` awaits it, and
it comes first. An endpoint numbers what is accepted; a device asks the same of what is already numbered,
without a clock, and `set_aside` moves on over what it refuses. Snapshots: `snapshot_rules`.
Specification: docs/spec/log.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeAlias

from services.planner.errors import InputRejected, NotPermitted
from services.sync import chain as chains
from services.sync.chain import Chain
from services.sync.entry import ZERO_HASH, Entry, Kind, Last
from services.sync.problem import Problem

AHEAD_MS: Final = 5 * 60 * 1000
MOST_BYTES: Final = 16 * 1024 * 1024
MOST_ROWS: Final = 20_000
HARD_STOP: Final = 2
_NOTHING: Final[Mapping[bytes, int]] = {}


@dataclass(frozen=True, slots=True)
class LogState:
    """A log at one place. Shape: `lasts` by device id, of which only those that are judged need be there.

    Units: `time_ms` is the greatest ts accepted; `size_bytes` of the entries above `floor`, and who deletes
    entries takes their bytes off.
    """

    chain: Chain
    head: int = 0
    floor: int = 0
    time_ms: int = 0
    size_bytes: int = 0
    lasts: Mapping[bytes, Last] = field(default_factory=dict)

    def circle_time(self, clock_ms: int) -> int:
        """What the sync rules call the endpoint's clock."""
        return max(clock_ms, self.time_ms)

    @property
    def should_compact(self) -> bool:
        """Whether a steward is asked for a snapshot."""
        return self.size_bytes > MOST_BYTES or self.head - self.floor > MOST_ROWS


class Accepted(NamedTuple):
    """It stands at `seq` now."""

    state: LogState
    seq: int


class Known(NamedTuple):
    """The very same bytes stand at `seq` already; nothing changes."""

    seq: int


class Refused(NamedTuple):
    """It stands nowhere. `last` goes with chain-stale (None: no entry yet), `now_ms` with clock-skew."""

    problem: Problem
    note: str = ""
    last: Last | None = None
    now_ms: int | None = None


Verdict: TypeAlias = Accepted | Known | Refused


def begin_log(first: Entry) -> LogState:
    """The log of a circle's first roster. Errors: InputRejected("roster")."""
    return _with_entry(LogState(chains.begin(first)), first)


def judge(
    state: LogState, entry: Entry, now_ms: int | None = None, known: Mapping[bytes, int] = _NOTHING
) -> Verdict:
    """Whether edits or a roster may stand next; the signature has been verified.

    `now_ms` is the endpoint's clock, None for a log that somebody else has numbered; `known` gives the seq
    of entries that stand in it, by their hash.
    """
    if entry.hash in known:
        return Known(known[entry.hash])
    if entry.frame.kind is Kind.SNAPSHOT:
        return Refused(Problem.BAD_ENTRY, "a part of a snapshot alone")
    refused = check_place(state, entry, now_ms)
    if refused is not None:
        return refused
    if entry.frame.kind is Kind.ROSTER:
        return _judge_roster(state, entry)
    if not has_room(state, len(entry.raw), 1):
        return Refused(Problem.QUOTA)
    return accept(state, entry)


def check_place(state: LogState, entry: Entry, now_ms: int | None) -> Refused | None:
    """Rules 2 to 6, for an entry of any kind."""
    frame, chain = entry.frame, state.chain
    if frame.circle != chain.circle:
        return Refused(Problem.BAD_ENTRY, "another circle")
    is_roster = frame.kind is Kind.ROSTER
    card = chain.roster.recovery if is_roster else None
    if frame.device not in chain.roster.members and (card is None or card.id != frame.device):
        return Refused(Problem.NOT_MEMBER)
    if is_roster and frame.roster != chain.hash:
        return Refused(Problem.ROSTER_STALE)
    if not is_roster and frame.epoch != chain.epoch:
        return Refused(Problem.EPOCH_STALE)
    last = state.lasts.get(frame.device)
    if last is not None and frame.n <= last.n:
        return Refused(Problem.CHAIN_STALE, last=last)
    if not is_roster and frame.prev != (last.hash if last else ZERO_HASH):
        return Refused(Problem.CHAIN_STALE, last=last)
    if frame.roster not in chain.hashes:
        return Refused(Problem.ROSTER_STALE, "a roster that is not here")
    if now_ms is not None and frame.ts_ms > max(now_ms + AHEAD_MS, state.time_ms):
        return Refused(Problem.CLOCK_SKEW, now_ms=state.circle_time(now_ms))
    return None


def has_room(state: LogState, more_bytes: int, more_rows: int) -> bool:
    """Whether a log may grow by this much without a snapshot."""
    rows = state.head - state.floor + more_rows
    return state.size_bytes + more_bytes <= HARD_STOP * MOST_BYTES and rows <= HARD_STOP * MOST_ROWS


def accept(state: LogState, entry: Entry) -> Accepted:
    """The log with this entry, which was judged, at its next place."""
    after = _with_entry(state, entry)
    return Accepted(after, after.head)


def set_aside(state: LogState, signed: Entry | None = None) -> LogState:
    """A device's log after a place whose entry it does not take.

    An entry whose signature holds still moves its device's last, so that one fork is one alarm.
    """
    if signed is None or signed.frame.circle != state.chain.circle:
        return replace(state, head=state.head + 1)
    last = state.lasts.get(signed.frame.device)
    if last is not None and signed.frame.n <= last.n:
        return replace(state, head=state.head + 1)
    return replace(state, head=state.head + 1, lasts=_lasts(state, signed))


def _judge_roster(state: LogState, entry: Entry) -> Verdict:
    try:
        chain = chains.follow(state.chain, entry)
    except InputRejected as problem:
        return Refused(Problem.BAD_ENTRY, problem.note)
    except NotPermitted:
        return Refused(Problem.NOT_MEMBER)
    return accept(replace(state, chain=chain), entry)


def _with_entry(state: LogState, entry: Entry) -> LogState:
    return replace(
        state,
        head=state.head + 1,
        time_ms=max(state.time_ms, entry.frame.ts_ms),
        size_bytes=state.size_bytes + len(entry.raw),
        lasts=_lasts(state, entry),
    )


def _lasts(state: LogState, entry: Entry) -> dict[bytes, Last]:
    return {**state.lasts, entry.frame.device: Last(entry.frame.n, entry.hash)}
