"""What a circle does about each problem that an endpoint names. Nothing is given up without a proof.

device-removed, not-member    rosters must show it; else all stays, and adults are told
circle-erased                 the order must be by a steward of the known chain; else the same
circle-expired                nothing is deleted
unknown-circle                a steward hosts it again, others wait
chain-stale                   `last` is known: pull, build anew, and if that does not help read all anew;
                              unknown: somebody has this device's keys
resync                        the whole log is read; what waits stays
clock-skew and the other -stale, too-large, bad-entry      pull, build anew, smaller where it was too large
everything else               this circle's round ends, and what waits waits
"""

from collections.abc import Sequence
from typing import Final

from services.sync.alarm import Alarm
from services.sync.circle_kept import Standing
from services.sync.circle_store import CircleStore
from services.sync.circle_turn import Errand, Turn
from services.sync.clocking import CircleClock
from services.sync.going_back import as_old_as_sent, not_ahead
from services.sync.problem import Problem
from services.sync.proofs import erasure_holds, removal_holds
from services.sync.settled_reading import is_unknown_last
from services.sync.wire_form import ProblemAnswer

MOST_REFUSALS: Final = 8
SHUT_OUT: Final = frozenset({Problem.DEVICE_REMOVED, Problem.NOT_MEMBER})
_TRIED_AGAIN: Final = frozenset(
    {
        Problem.EPOCH_STALE,
        Problem.ROSTER_STALE,
        Problem.CLOCK_SKEW,
        Problem.CHAIN_STALE,
        Problem.TOO_LARGE,
        Problem.BAD_ENTRY,
    }
)


async def hear(
    store: CircleStore, turn: Turn, said: ProblemAnswer, local_ms: int, *, is_refused: bool
) -> None:
    """Does what the problem calls for. `is_refused`: what was pushed with the request was not accepted."""
    state, problem = store.state, said.problem
    is_steward = state is not None and store.device.id in state.chain.roster.stewards
    match problem:
        case Problem.DEVICE_REMOVED | Problem.NOT_MEMBER:
            is_shown = await _shows_removal(store, said.rosters or ())
            if is_shown or turn.is_rebuilding:
                await _removed(store, turn, is_shown=is_shown)
            else:
                turn.read_anew()  # an endpoint that lost some numbers anew: all its rosters are asked for
            return
        case Problem.CIRCLE_ERASED:
            await _hear_erased(store, turn, said)
            return
        case Problem.CIRCLE_EXPIRED:
            await end(store, turn, Standing.EXPIRED)
            return
        case Problem.UNKNOWN_CIRCLE if is_steward and not turn.is_offered:
            turn.errand = Errand.HOST
            return
        case Problem.CHAIN_STALE if is_refused and is_unknown_last(store.kept, said.last, store.device.id):
            await end(store, turn, Standing.CLONED)
            return
    if is_refused:
        await _refuse(store, turn, said, local_ms)
    if problem is Problem.CHAIN_STALE and turn.refusals > 1 and not turn.is_rebuilding:
        turn.doubt({Alarm.FORK: 1})  # all was pulled, and its own last entry is still another there than here
    if problem is Problem.RESYNC and not turn.is_rebuilding:
        turn.read_anew(keeps_own=False)
    elif not is_refused or problem not in _TRIED_AGAIN or turn.refusals > MOST_REFUSALS:
        turn.stop(problem.value if problem else "unknown")


async def hear_removed(store: CircleStore, turn: Turn, rosters: Sequence[bytes]) -> None:
    """The endpoint says that this device was removed; it is believed when the rosters show it."""
    await _removed(store, turn, is_shown=await _shows_removal(store, rosters))


async def end(store: CircleStore, turn: Turn, standing: Standing) -> None:
    """This device reads the circle no more."""
    await store.end(standing)
    turn.stop(standing.value)


async def _shows_removal(store: CircleStore, rosters: Sequence[bytes]) -> bool:
    chain = store.state.chain if store.state else None
    return await removal_holds(store.crypto, store.kept.place.id, chain, rosters, store.device.id)


async def _removed(store: CircleStore, turn: Turn, *, is_shown: bool) -> None:
    if is_shown:
        await end(store, turn, Standing.REMOVED)
        return
    if store.state and not turn.is_offered:
        await store.alarm(Alarm.REMOVAL)
    turn.stop(Problem.NOT_MEMBER.value)


async def _hear_erased(store: CircleStore, turn: Turn, said: ProblemAnswer) -> None:
    if store.state and said.order and await erasure_holds(store.crypto, store.state.chain, said.order):
        await store.end(Standing.ERASED, day=said.order.day, by=said.order.by)
        turn.stop(Standing.ERASED.value)
        return
    await store.alarm(Alarm.ERASURE)
    turn.stop(Problem.CIRCLE_ERASED.value)


async def _refuse(store: CircleStore, turn: Turn, said: ProblemAnswer, local_ms: int) -> None:
    turn.refusals += 1
    flying = store.kept.inflight
    if flying is None or (said.last and said.last.hash == flying.entry.hash):
        return  # it was accepted, and a snapshot has covered it since
    if said.problem is Problem.CLOCK_SKEW and said.now is not None:
        turn.clock = CircleClock.heard(said.now, local_ms)
    if said.problem in (Problem.TOO_LARGE, Problem.BAD_ENTRY):
        turn.most_edits = max(1, turn.most_edits // 2)
    assert turn.clock is not None  # it was heard with this answer
    time_ms = store.state.time_ms if store.state else 0
    circle_ms = max(turn.clock.now_ms(local_ms), time_ms)
    if said.problem is Problem.CLOCK_SKEW or flying.entry.frame.ts_ms > circle_ms:
        await store.refuse(not_ahead(store.kept, circle_ms, local_ms))
    else:
        await store.refuse(await as_old_as_sent(store.crypto, store.keys, store.kept))
