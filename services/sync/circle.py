"""One circle on this device: what it asks an endpoint for, and what it makes of the answers.

    begin -> prepare -> ask -> take -> prepare -> ask -> take … until `ask` gives None

Everything is durable before it is relied on: an entry before it is sent, what was read before the cursor
moves. A stop at any await loses nothing and repeats only what may be repeated. What the endpoint says is
believed only where it can be proved; its clock orders, and nothing more.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from services.planner.access import RULES_VERSION
from services.planner.errors import InputRejected, NotPermitted
from services.sync.alarm import LIES, Alarm
from services.sync.building import Builder
from services.sync.circle_health import Health, health_of
from services.sync.circle_kept import READS, CircleKept, Standing
from services.sync.circle_problems import SHUT_OUT, end, hear, hear_removed
from services.sync.circle_reading import Doubtful, Outcome, read_on, rebuild
from services.sync.circle_store import CircleStore
from services.sync.circle_turn import Errand, Turn
from services.sync.clocking import CircleClock
from services.sync.roster_wish import RosterWish, is_fulfilled
from services.sync.waiting import in_order
from services.sync.wire import CircleAnswer, CircleRound

SYNCED_STEP_MS: Final = 15 * 60_000
"""Units: how old the kept time of the last sync may be when nothing else is written."""
_NO_ANSWER: Final = "no-answer"


class Circle:
    """The circle of one planner. Units: `now_ms` gives this device's clock."""

    def __init__(self, store: CircleStore, now_ms: Callable[[], int]) -> None:
        self.store = store
        self.turn = Turn()
        self._now_ms = now_ms
        self._inc = ""
        self._synced_ms = store.kept.health.synced_ms
        self._may_have_been_lied_to = any(row["why"] in LIES for row in store.journal.kept().odd.values())

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
    def problem(self) -> str:
        """What the endpoint said last; empty when all went well."""
        return self.turn.problem

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
    def head(self) -> int:
        """The cursor: the last entry that was read and kept."""
        return self.store.state.head if self.store.state else 0

    @property
    def may_build(self) -> bool:
        """Whether an entry of this device may be built now."""
        kept, turn = self.store.kept, self.turn
        is_idle = kept.inflight is None and not kept.own.must_pull and turn.errand is None
        is_ready = turn.clock is not None and self.store.keys is not None and not turn.is_rebuilding
        return is_idle and is_ready and not turn.is_done and not self.is_read_only

    def health(self) -> Health:
        """How it goes."""
        return health_of(self.store, self._synced_ms, self.turn.problem, is_read_only=self.is_read_only)

    async def try_out(self, wish: RosterWish) -> None:
        """Returns only for a wish that the rules allow now. Errors: InputRejected("roster"), NotPermitted."""
        if self.store.state is None or self.store.keys is None or self.is_read_only:
            raise NotPermitted("not read yet")
        await self.builder().roster(wish)

    async def wish(self, wish: RosterWish) -> None:
        """Has the roster changed; carried out in the next round, again until it is as wished.

        Errors: as `try_out`; then nothing waits.
        """
        await self.try_out(wish)
        await self.store.change(replace(self.store.kept, wishes=(*self.store.kept.wishes, wish)))

    # -- a round -----------------------------------------------------------------------------------
    def begin(self) -> None:
        """A round begins."""
        self.turn.begin(is_done=self.standing is not Standing.LIVE)
        if not self.store.kept.place.is_hosted:
            self.turn.errand = Errand.HOST
        if self._must_read_anew():
            self.turn.read_anew()

    @property
    def is_quiet(self) -> bool:
        """Whether a look at the heads is enough: nothing waits, and nothing is to be read anew."""
        turn = self.turn
        is_idle = not (self.is_waiting or turn.errand or turn.is_rebuilding or turn.is_compaction_asked)
        return turn.is_done or (is_idle and bool(self.store.kept.inc))

    def is_at(self, head: int | None, inc: str) -> bool:
        """Whether the endpoint has nothing that was not read."""
        return self.turn.is_done or (head == self.head and inc == self.store.kept.inc)

    async def found_unchanged(self) -> None:
        """The endpoint had nothing new."""
        if not self.turn.is_done:
            self.turn.is_behind, self._inc = False, self.store.kept.inc
            await self.store.change(self._heard(has_news=False))

    async def prepare(self) -> None:
        """Builds and keeps the entry that goes next, if there is anything to push and it may be."""
        store = self.store
        if not self.may_build:
            return
        builder = self.builder()
        while store.kept.wishes:
            wish = store.kept.wishes[0]
            if not is_fulfilled(builder.state.chain, wish):
                try:
                    await store.fly(await builder.roster(wish))
                except (InputRejected, NotPermitted):
                    self.turn.problem = "roster"
                else:
                    return
            await store.change(replace(store.kept, wishes=store.kept.wishes[1:]))
        waiting = in_order(store.journal.kept().outbox)
        if waiting:
            await store.fly(await builder.edits(waiting, self.turn.most_edits))

    def builder(self) -> Builder:
        """What an entry of now is built from; by this device's own clock until the circle's was heard."""
        store = self.store
        assert store.state is not None
        assert store.keys is not None
        return Builder(
            store.crypto,
            store.device,
            store.state,
            store.keys,
            store.base,
            replace(self.turn.clock or CircleClock(0), latest_ms=store.state.time_ms),
            self._now_ms(),
            store.kept.own.n + 1,
            store.kept.own.devices,
        )

    def ask(self) -> CircleRound | None:
        """Its part of the next request; None when it is done for this round."""
        turn, flying = self.turn, self.store.kept.inflight
        if turn.is_done or turn.errand or not (turn.is_behind or flying):
            return None
        cursor = turn.pulled.reach(turn.pulled.floor if turn.is_rebuilding else self.head)
        may_push = flying is not None and not (turn.is_rebuilding or self.store.kept.own.must_pull)
        return CircleRound(id=self.id, cursor=cursor, push=[flying.entry.raw] if flying and may_push else [])

    async def take(self, answer: CircleAnswer, inc: str, now: int, *, was_pushed: bool) -> None:
        """Takes the answer to `ask`."""
        turn, flying = self.turn, self.store.kept.inflight
        turn.clock = CircleClock.heard(answer.now or now, self._now_ms())
        self._inc = inc
        if self._is_restored(answer):
            if answer.problem is None or answer.problem.problem not in SHUT_OUT:
                turn.errand, turn.is_behind = Errand.REOFFER, True
                return
            if not turn.is_rebuilding:  # only the rosters from the first on can show it now
                turn.offered_again()
                return
        seq = dict(answer.acks).get(flying.entry.frame.n) if flying else None
        if answer.problem is not None:
            is_refused = was_pushed and seq is None
            await hear(self.store, turn, answer.problem, self._now_ms(), is_refused=is_refused)
        elif answer.head is None:
            turn.stop(_NO_ANSWER)
        if turn.is_done or turn.errand or answer.head is None:
            return
        if seq is not None and seq <= self.head and not (turn.is_rebuilding or turn.is_doubted):
            turn.doubt({Alarm.FORK: 1})  # something else was read at that place
            return
        floor = answer.floor or 0
        if floor > self.head and not turn.is_rebuilding:
            turn.read_anew()
            for roster in self.store.kept.rosters:
                turn.pulled.add(*roster)
        is_news = [turn.pulled.add(number, raw) for number, raw in answer.entries]
        if flying and seq is not None:
            is_news.append(turn.pulled.add(seq, flying.entry.raw))
        if answer.more and not any(is_news):
            turn.stop(_NO_ANSWER)
            return
        await self._read(answer, answer.head, floor)
        if was_pushed and not turn.is_behind and self.store.kept.inflight is flying:
            turn.stop(_NO_ANSWER)

    async def hear_removed(self, rosters: Sequence[bytes]) -> None:
        """The endpoint says that this device was removed; it is believed when the rosters show it."""
        await hear_removed(self.store, self.turn, rosters)

    def _must_read_anew(self) -> bool:
        """Also once in each run of the app that finds what no honest endpoint shows: it may be over."""
        kept, state = self.store.kept, self.store.state
        was_lied_to, self._may_have_been_lied_to = self._may_have_been_lied_to, False
        if state is None or was_lied_to:
            return True
        was_unclear = bool(self.store.journal.kept().odd) or state.chain.roster.rules > kept.reads
        return kept.reads < READS and was_unclear

    def _is_restored(self, answer: CircleAnswer) -> bool:
        is_shorter = answer.head is not None and answer.head < self.head
        is_other = self.store.kept.inc not in ("", self._inc)
        return self.store.state is not None and not self.turn.is_offered and (is_other or is_shorter)

    async def _read(self, answer: CircleAnswer, head: int, floor: int) -> None:
        turn = self.turn
        turn.is_behind = answer.more or answer.problem is not None
        turn.is_compaction_asked |= answer.should_compact
        if turn.is_rebuilding:
            turn.pulled.floor = floor
            entries = None if answer.more else turn.pulled.whole(floor, head)
            if entries is not None:
                after = self._heard(has_news=True)
                await self._came_to(
                    await rebuild(
                        self.store, entries, floor, after, keeps_own=turn.keeps_own, doubts=turn.doubts
                    )
                )
        else:
            entries = turn.pulled.contiguous(self.head, holds_back=answer.more)
            after = self._heard(has_news=bool(entries))
            outcome = await read_on(self.store, entries, floor, after, is_doubted=turn.is_doubted)
            await self._came_to(outcome)
        if not turn.is_behind and not turn.is_done and self.head < head:
            await self.store.alarm(Alarm.GAP)
            turn.stop("gap")

    async def _came_to(self, outcome: Outcome | Doubtful) -> None:
        match outcome:
            case Outcome.KEPT:
                if self.turn.is_rebuilding:
                    self.turn.was_read()
            case Outcome.CLONED:
                await end(self.store, self.turn, Standing.CLONED)
            case Outcome.REMOVED:
                await end(self.store, self.turn, Standing.REMOVED)
            case Outcome.DAMAGED:
                self.turn.read_anew()
            case Doubtful(alarms):
                self.turn.doubt(alarms)
            case Outcome.UNREADABLE:
                self.turn.stop("log")

    def _heard(self, *, has_news: bool) -> CircleKept:
        """What is kept, after an answer that brought everything there is."""
        kept = self.store.kept
        if self.turn.is_behind:
            return kept
        self._synced_ms = self._now_ms()
        if has_news or abs(self._synced_ms - kept.health.synced_ms) >= SYNCED_STEP_MS:
            kept = replace(kept, health=replace(kept.health, synced_ms=self._synced_ms))
        if kept.own.must_pull:
            kept = replace(kept, own=replace(kept.own, must_pull=False))
        return kept if kept.inc == self._inc else replace(kept, inc=self._inc)
