"""One circle on this device: what it asks an endpoint for, and what it makes of the answers.

    begin -> prepare -> ask -> take -> prepare -> ask -> take … until `ask` gives None

Everything is durable before it is relied on: an entry before it is sent, what was read before the cursor
moves. A stop at any await loses nothing and repeats only what may be repeated. What the endpoint says is
believed only where it can be proved; its clock orders, and nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from services.planner.access import RULES_VERSION
from services.planner.errors import InputRejected, NotPermitted
from services.sync.building import Builder
from services.sync.circle_health import Health, health_of
from services.sync.circle_kept import READS, CircleKept, Standing
from services.sync.circle_reading import Outcome, read_on, rebuild
from services.sync.circle_store import CircleStore
from services.sync.clocking import CircleClock
from services.sync.content import MOST_EDITS
from services.sync.problem import Problem
from services.sync.proofs import erasure_holds, removal_holds
from services.sync.pulled import Pulled
from services.sync.reading import Alarm
from services.sync.roster_wish import is_fulfilled
from services.sync.settled_reading import is_unknown_last
from services.sync.waiting import in_order
from services.sync.wire import CircleAnswer, CircleRound
from services.sync.wire_form import ProblemAnswer

MOST_REFUSALS: Final = 8
SYNCED_STEP_MS: Final = 15 * 60_000
"""Units: how old the kept time of the last sync may be when nothing else is written."""
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


class Errand(StrEnum):
    """What a circle needs of its endpoint beside rounds."""

    HOST = "host"
    REOFFER = "reoffer"
    SNAPSHOT = "snapshot"


class Circle:
    """The circle of one planner. Units: `now_ms` gives this device's clock."""

    def __init__(self, store: CircleStore, now_ms: Callable[[], int]) -> None:
        self.store = store
        self.errand: Errand | None = None
        self.problem = ""
        self._now_ms = now_ms
        self._clock: CircleClock | None = None
        self._pulled = Pulled()
        self._is_rebuilding = False
        self._keeps_own = True
        self._is_offered = False
        self._inc = ""
        self._is_done = True
        self._is_behind = True
        self._is_offered = False
        self._refusals = 0
        self._most_edits = MOST_EDITS
        self._synced_ms = store.kept.health.synced_ms
        self.is_compaction_asked = False

    @property
    def id(self) -> bytes:
        """The circle's id."""
        return self.store.kept.place.id

    @property
    def url(self) -> str:
        """The endpoint that keeps its log."""
        return self.store.kept.place.url

    @property
    def standing(self) -> Standing:
        """How this device stands to it."""
        return self.store.kept.place.standing

    @property
    def is_steward(self) -> bool:
        """Whether this device may change the roster."""
        state = self.store.state
        return state is not None and self.store.device.id in state.chain.roster.stewards

    @property
    def is_read_only(self) -> bool:
        """Whether its rules are newer than this app, which then only reads."""
        state = self.store.state
        return state is not None and state.chain.roster.rules > RULES_VERSION

    @property
    def is_waiting(self) -> bool:
        """Whether there is anything to push."""
        kept = self.store.kept
        return bool(kept.inflight or kept.wishes or self.store.journal.kept().outbox)

    @property
    def is_quiet(self) -> bool:
        """Whether a look at the heads is enough: nothing waits, and nothing is to be read anew."""
        is_idle = self._is_done or not (self.is_waiting or self.errand or self._is_rebuilding)
        return is_idle and (self._is_done or bool(self.store.kept.inc))

    @property
    def head(self) -> int:
        """The cursor: the last entry that was read and kept."""
        return self.store.state.head if self.store.state else 0

    def health(self) -> Health:
        """How it goes."""
        return health_of(self.store, self._synced_ms, self.problem, is_read_only=self.is_read_only)

    def begin(self) -> None:
        """A round begins."""
        self._is_done = self.standing is not Standing.LIVE
        self._is_behind = True
        self._is_offered = False
        self._refusals = 0
        self._pulled = Pulled()
        self.problem = ""
        if not self.store.kept.place.is_hosted:
            self.errand = Errand.HOST
        if self._must_read_anew():
            self.read_anew()

    def offered_again(self) -> None:
        """The endpoint was given what it had lost; now its log is read from the beginning."""
        self.errand, self._is_offered = None, True
        self.read_anew()

    def read_anew(self, *, keeps_own: bool = True) -> None:
        """The whole log is asked for. `keeps_own`: own edits that it lacks wait again."""
        self._is_rebuilding, self._keeps_own = True, keeps_own
        self._pulled = Pulled()
        self._is_behind = True

    def stop(self, problem: str) -> None:
        """Nothing more is asked in this round."""
        self.problem = problem
        self._is_done = True
        self.errand = None

    def go_on(self) -> None:
        """Something new stands in the log, and is read."""
        self.errand, self._is_behind = None, True

    def is_at(self, head: int | None, inc: str) -> bool:
        """Whether the endpoint has nothing that was not read."""
        return self._is_done or (head == self.head and inc == self.store.kept.inc)

    async def found_unchanged(self) -> None:
        """The endpoint had nothing new."""
        if not self._is_done:
            self._is_behind, self._inc = False, self.store.kept.inc
            await self.store.change(self._heard(has_news=False))

    async def prepare(self) -> None:
        """Builds and keeps the entry that goes next, if there is anything to push and it may be."""
        if not self.may_build:
            return
        builder = self.builder()
        while self.store.kept.wishes:
            wish = self.store.kept.wishes[0]
            if not is_fulfilled(builder.state.chain, wish):
                try:
                    await self.store.fly(await builder.roster(wish))
                except (InputRejected, NotPermitted):
                    self.problem = "roster"
                else:
                    return
            await self.store.change(replace(self.store.kept, wishes=self.store.kept.wishes[1:]))
        waiting = in_order(self.store.journal.kept().outbox)
        if waiting:
            await self.store.fly(await builder.edits(waiting, self._most_edits))

    def builder(self) -> Builder:
        """What an entry of now is built from. Shape: only once the circle was read and its clock heard."""
        state, keys = self.store.state, self.store.keys
        assert state is not None
        assert keys is not None
        assert self._clock is not None
        clock = replace(self._clock, latest_ms=state.time_ms)
        return Builder(
            self.store.crypto,
            self.store.device,
            state,
            keys,
            self.store.base,
            clock,
            self._now_ms(),
            self.store.kept.own.n + 1,
        )

    def ask(self) -> CircleRound | None:
        """Its part of the next request; None when it is done for this round."""
        flying = self.store.kept.inflight
        if self._is_done or self.errand or not (self._is_behind or flying):
            return None
        cursor = self._pulled.reach(self._pulled.floor if self._is_rebuilding else self.head)
        may_push = flying is not None and not (self._is_rebuilding or self.store.kept.own.must_pull)
        return CircleRound(id=self.id, cursor=cursor, push=[flying.entry.raw] if flying and may_push else [])

    async def take(self, answer: CircleAnswer, inc: str, now: int, *, was_pushed: bool) -> None:
        """Takes the answer to `ask`."""
        flying = self.store.kept.inflight
        self._clock = CircleClock.heard(answer.now or now, self._now_ms())
        self._inc = inc
        if self._is_restored(answer):
            self.errand, self._is_behind = Errand.REOFFER, True
            return
        seq = dict(answer.acks).get(flying.entry.frame.n) if flying else None
        if answer.problem is not None:
            await self._hear(answer.problem, is_refused=was_pushed and seq is None)
        if self._is_done or self.errand or answer.head is None:
            return
        if flying and seq is not None:
            self._pulled.add(seq, flying.entry.raw)
        for number, raw in answer.entries:
            self._pulled.add(number, raw)
        await self._read(answer, answer.head, answer.floor or 0)
        if was_pushed and not self._is_behind and self.store.kept.inflight is flying:
            self.stop("no-answer")

    @property
    def may_build(self) -> bool:
        """Whether an entry of this device may be built now."""
        kept = self.store.kept
        is_idle = kept.inflight is None and not kept.own.must_pull and self.errand is None
        is_ready = self._clock is not None and self.store.keys is not None and not self._is_rebuilding
        return is_idle and is_ready and not self._is_done and not self.is_read_only

    def _must_read_anew(self) -> bool:
        has_odd = bool(self.store.journal.kept().odd)
        return self.store.state is None or (self.store.kept.reads < READS and has_odd)

    def _is_restored(self, answer: CircleAnswer) -> bool:
        is_shorter = answer.head is not None and answer.head < self.head
        is_other = self.store.kept.inc not in ("", self._inc)
        return self.store.state is not None and not self._is_offered and (is_other or is_shorter)

    async def _read(self, answer: CircleAnswer, head: int, floor: int) -> None:
        if not self._is_rebuilding and floor > self.head:
            self._is_rebuilding = True
            for roster in self.store.kept.rosters:
                self._pulled.add(*roster)
        if self._is_rebuilding and floor != self._pulled.floor:
            if self._pulled.floor:
                self.read_anew(keeps_own=self._keeps_own)  # compacted while it was being read
                return
            self._pulled.floor = floor
        self._is_behind = answer.more or answer.problem is not None
        self.is_compaction_asked |= answer.should_compact
        if not self._is_rebuilding:
            await self._read_on(floor, has_more=answer.more)
        elif not answer.more:
            await self._rebuild(head, floor)
        if not self._is_behind and not self._is_done and self.head < head:
            await self._alarm(Alarm.GAP)
            self.stop("gap")

    async def _read_on(self, floor: int, *, has_more: bool) -> None:
        entries = self._pulled.contiguous(self.head, holds_back=has_more)
        after = self._heard(has_news=bool(entries))
        await self._came_to(await read_on(self.store, entries, floor, after))

    async def _rebuild(self, head: int, floor: int) -> None:
        entries = self._pulled.whole(floor, head)
        if entries is None:
            return
        outcome = await rebuild(
            self.store, entries, floor, self._heard(has_news=True), keeps_own=self._keeps_own
        )
        if outcome is Outcome.KEPT:
            self._is_rebuilding, self._is_offered, self._pulled = False, False, Pulled()
        await self._came_to(outcome)

    async def _came_to(self, outcome: Outcome) -> None:
        match outcome:
            case Outcome.KEPT:
                pass
            case Outcome.CLONED:
                await self._end(Standing.CLONED)
            case Outcome.REMOVED:
                await self._end(Standing.REMOVED)
            case Outcome.DAMAGED:
                self.read_anew()
            case Outcome.UNREADABLE:
                self.stop("log")

    def _heard(self, *, has_news: bool) -> CircleKept:
        """What is kept, after an answer that brought everything there is."""
        kept = self.store.kept
        if self._is_behind:
            return kept
        self._synced_ms = self._now_ms()
        if has_news or abs(self._synced_ms - kept.health.synced_ms) >= SYNCED_STEP_MS:
            kept = replace(kept, health=replace(kept.health, synced_ms=self._synced_ms))
        if kept.own.must_pull:
            kept = replace(kept, own=replace(kept.own, must_pull=False))
        return kept if kept.inc == self._inc else replace(kept, inc=self._inc)

    async def _hear(self, said: ProblemAnswer, *, is_refused: bool) -> None:
        problem = said.problem
        match problem:
            case Problem.DEVICE_REMOVED | Problem.NOT_MEMBER:
                await self.hear_removed(said.rosters or ())
            case Problem.CIRCLE_ERASED:
                await self._hear_erased(said)
            case Problem.CIRCLE_EXPIRED:
                await self._end(Standing.EXPIRED)
            case Problem.UNKNOWN_CIRCLE if self.is_steward:
                self.errand = Errand.HOST
            case Problem.CHAIN_STALE if is_refused and is_unknown_last(
                self.store.kept, said.last, self.store.device.id
            ):
                await self._end(Standing.CLONED)
            case _:
                if is_refused:
                    await self._refused(said)
                if problem is Problem.RESYNC:
                    self.read_anew(keeps_own=False)
                elif not is_refused or problem not in _TRIED_AGAIN or self._refusals > MOST_REFUSALS:
                    self.stop(problem.value if problem else "unknown")

    async def _refused(self, said: ProblemAnswer) -> None:
        self._refusals += 1
        flying = self.store.kept.inflight
        if flying and said.last and said.last.hash == flying.entry.hash:
            return  # it was accepted, and a snapshot has covered it since
        if said.problem is Problem.CLOCK_SKEW and said.now is not None:
            self._clock = CircleClock.heard(said.now, self._now_ms())
        if said.problem in (Problem.TOO_LARGE, Problem.BAD_ENTRY):
            self._most_edits = max(1, self._most_edits // 2)
        await self.store.refuse()

    async def hear_removed(self, rosters: Sequence[bytes]) -> None:
        """The endpoint says that this device was removed; it is believed when the rosters show it."""
        store = self.store
        if store.state and await removal_holds(store.crypto, store.state.chain, rosters, store.device.id):
            await self._end(Standing.REMOVED)
        else:
            await self._alarm(Alarm.REMOVAL)
            self.stop(Problem.NOT_MEMBER.value)

    async def _hear_erased(self, said: ProblemAnswer) -> None:
        store = self.store
        if store.state and await erasure_holds(store.crypto, store.state.chain, said.order):
            assert said.order is not None
            place = replace(store.kept.place, day=said.order.day, by=said.order.by)
            await self._end(Standing.ERASED, replace(store.kept, place=place))
        else:
            await self._alarm(Alarm.ERASURE)
            self.stop(Problem.CIRCLE_ERASED.value)

    async def _end(self, standing: Standing, after: CircleKept | None = None) -> None:
        await self.store.end(standing, after)
        self.stop(standing.value)

    async def _alarm(self, alarm: Alarm) -> None:
        await self.store.alarm(alarm)
