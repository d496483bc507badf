"""An endpoint in memory over the real rules of a log. Its hooks are named for the weather.

It forgets nothing unless asked: `restore` takes it back to a copy, `forget` loses a circle, and messages get
lost, come twice or come late as a test wishes.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from services.crypto.device_keys import DeviceKeys
from services.crypto.native import NativeCrypto
from services.planner.errors import (
    AuthenticationFailed,
    EndpointRefused,
    EndpointUnreachable,
    FirstbellError,
)
from services.sync.chain import signer_key
from services.sync.entry import Entry, Kind, read_entry, verify_entry
from services.sync.log import Accepted, Known, Refused, judge
from services.sync.problem import Problem
from services.sync.snapshot_rules import judge_run, judge_snapshot, runs, upload
from services.sync.statement import EraseOrder, verify_erase
from services.sync.wire import (
    CircleAnswer,
    CircleHead,
    CircleRound,
    HeadsAnswer,
    HostAnswer,
    ReofferAnswer,
    SnapshotAnswer,
    SyncAnswer,
    SyncRequest,
)
from services.sync.wire_form import EraseSent, LastSent, ProblemAnswer, problem_answer
from tests.sync.log_memory import Log


class MemoryEndpoint:
    """Every circle, in memory. Units: `now_ms` gives its clock."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self.now_ms = now_ms
        self.crypto = NativeCrypto()
        self.inc = "1"
        self.logs: dict[bytes, Log] = {}
        self.erased: dict[bytes, EraseSent] = {}
        self.expired: set[bytes] = set()
        self.max_bytes: int | None = None
        self.stale_below = 0
        self.requests = 0

    def of(self, device: DeviceKeys) -> "DeviceEndpoint":
        """The endpoint as one device sees it."""
        return DeviceEndpoint(self, device)

    def copy(self) -> dict[bytes, Log]:
        """What a backup holds."""
        return {id_: replace(log, entries=dict(log.entries)) for id_, log in self.logs.items()}

    def restore(self, kept: dict[bytes, Log]) -> None:
        """Goes back to a copy; whoever runs it must say so by another incarnation."""
        self.logs = {id_: replace(log, entries=dict(log.entries)) for id_, log in kept.items()}
        self.inc = str(int(self.inc) + 1)

    def push(self, log: Log, entry: Entry) -> int | Refused:
        """One entry, as the log's rules have it."""
        verdict = judge(log.state, entry, self.now_ms(), log.known())
        match verdict:
            case Accepted(state, seq):
                log.put(state, [entry])
                return seq
            case Known(seq):
                return seq
        return verdict


class DeviceEndpoint:
    """A `MemoryEndpoint` for one device. `after_answer` is called when an answer to a round was given."""

    def __init__(self, endpoint: MemoryEndpoint, device: DeviceKeys) -> None:
        self.endpoint = endpoint
        self.device = device
        self.origin = "https://bell.example"
        self.is_offline = False
        self.loses_answers = False
        self.after_answer: Callable[[SyncAnswer], SyncAnswer] = lambda answer: answer
        self.requests: list[SyncRequest] = []

    async def sync(self, request: SyncRequest) -> SyncAnswer:
        self._reach()
        self.requests.append(request)
        answers = [await self._circle(ask, request.max) for ask in request.circles]
        self._lose()
        answer = SyncAnswer(now=self.endpoint.now_ms(), inc=self.endpoint.inc, circles=answers)
        return self.after_answer(answer)

    async def deliver_late(self, request: SyncRequest) -> None:
        """A copy of a request arrives, long after whoever sent it gave up."""
        for ask in request.circles:
            await self._circle(ask, request.max)

    def go_offline_after(self, answers: int) -> None:
        """The network goes when so many more rounds were answered."""
        left = answers

        def count(answer: SyncAnswer) -> SyncAnswer:
            nonlocal left
            left -= 1
            self.is_offline = left <= 0
            return answer

        self.after_answer = count

    def come_back(self) -> None:
        """The network is there again."""
        self.is_offline, self.after_answer = False, lambda answer: answer

    async def heads(self, etag: str = "", *, wait_s: int = 0) -> tuple[HeadsAnswer, str] | None:
        assert wait_s >= 0
        self._reach()
        mine = [
            CircleHead(id=id_, head=log.state.head)
            for id_, log in self.endpoint.logs.items()
            if self.device.id in log.state.chain.roster.members
        ]
        answer = HeadsAnswer(inc=self.endpoint.inc, circles=mine)
        tag = answer.model_dump_json()
        self._lose()
        return None if tag == etag else (answer, tag)

    async def host(self, rosters: Sequence[bytes], entries: Sequence[bytes] = ()) -> HostAnswer:
        self._reach()
        read = [read_entry(raw) for raw in rosters], [read_entry(raw) for raw in entries]
        state, log = upload(*read)
        here = self.endpoint.logs.get(state.chain.circle)
        if here is None:
            here = Log(state)
            here.put(state, log)
            if state.floor:
                parts = [seq for seq, entry in here.entries.items() if entry.frame.kind is Kind.SNAPSHOT]
                here.base = (parts[0], parts[-1])
            self.endpoint.logs[state.chain.circle] = here
        self._lose()
        return HostAnswer(id=state.chain.circle, head=here.state.head, floor=here.state.floor)

    async def reoffer(self, circle: bytes, entries: Sequence[bytes]) -> ReofferAnswer:
        self._reach()
        log = self._log(circle)
        taken = 0
        for run in runs(map(read_entry, entries)):
            try:
                for entry in run:
                    await verify_entry(self.endpoint.crypto, entry, signer_key(log.state.chain, entry))
            except FirstbellError:
                continue
            is_steward = self.device.id in log.state.chain.roster.stewards
            verdict = judge_run(log.state, run, None if is_steward else self.endpoint.now_ms(), log.known())
            if isinstance(verdict, Accepted):
                log.put(verdict.state, run)
                taken += len(run)
        self._lose()
        return ReofferAnswer(taken=taken, head=log.state.head)

    async def put_snapshot(self, circle: bytes, covers: int, parts: Sequence[bytes]) -> SnapshotAnswer:
        self._reach()
        log = self._log(circle)
        read = list(map(read_entry, parts))
        for part in read:
            await verify_entry(self.endpoint.crypto, part, self.device.sign.public)
        if read[-1].hash in log.known():
            return SnapshotAnswer(head=log.state.head, floor=log.state.floor)
        staged = [part for part in log.staged if part.frame.n < read[0].frame.n]
        read = [*(staged if staged and staged[-1].frame.n == read[0].frame.n - 1 else []), *read]
        is_whole = read[-1].frame.is_last_part
        verdict = judge_snapshot(log.state, read, covers, self.endpoint.now_ms(), is_whole=is_whole)
        if isinstance(verdict, Refused):
            raise EndpointRefused(verdict.problem.value)
        log.staged = [] if is_whole else read
        if is_whole:
            kept = {
                seq: entry
                for seq, entry in log.entries.items()
                if seq > covers or entry.frame.kind is Kind.ROSTER
            }
            log.entries = kept
            log.put(verdict.state, read)
            log.base = (log.state.head - len(read) + 1, log.state.head)
            size = sum(len(entry.raw) for seq, entry in log.entries.items() if seq > covers)
            log.state = replace(log.state, size_bytes=size)
        self._lose()
        return SnapshotAnswer(head=log.state.head, floor=log.state.floor, staged=len(log.staged))

    async def erase(self, order: EraseOrder) -> None:
        self._reach()
        await verify_erase(self.endpoint.crypto, self._log(order.circle).state.chain, order)
        del self.endpoint.logs[order.circle]
        self.endpoint.erased[order.circle] = EraseSent(
            circle=order.circle, day=order.day, by=order.by, sig=order.sig
        )

    def _reach(self) -> None:
        if self.is_offline:
            raise EndpointUnreachable
        self.endpoint.requests += 1

    def _lose(self) -> None:
        if self.loses_answers:
            raise EndpointUnreachable

    def _log(self, circle: bytes) -> Log:
        log = self.endpoint.logs.get(circle)
        if log is None:
            raise EndpointRefused(Problem.UNKNOWN_CIRCLE.value)
        if self.device.id not in log.state.chain.roster.members:
            raise EndpointRefused(Problem.NOT_MEMBER.value)
        return log

    async def _circle(self, ask: CircleRound, most: int) -> CircleAnswer:
        log = self.endpoint.logs.get(ask.id)
        problem = self._ended(ask, log)
        if log is None or problem is not None:
            return CircleAnswer(id=ask.id, problem=problem)
        acks: list[tuple[int, int]] = []
        for raw in ask.push:
            try:
                entry = read_entry(raw)
                await verify_entry(self.endpoint.crypto, entry, self.device.sign.public)
            except (FirstbellError, AuthenticationFailed):
                problem = problem_answer(Problem.BAD_ENTRY)
                break
            pushed = self.endpoint.push(log, entry)
            if isinstance(pushed, Refused):
                last = LastSent(n=pushed.last.n, hash=pushed.last.hash) if pushed.last else None
                problem = problem_answer(pushed.problem, pushed.note, now=pushed.now_ms, last=last)
                break
            acks.append((entry.frame.n, pushed))
        if 0 < ask.cursor < self.endpoint.stale_below:
            problem = problem_answer(Problem.RESYNC)
        most = self.endpoint.max_bytes or most
        entries, more = log.after(ask.cursor, {seq for _, seq in acks}, most)
        return CircleAnswer(
            id=ask.id,
            now=log.state.circle_time(self.endpoint.now_ms()),
            acks=acks,
            entries=entries,
            head=log.state.head,
            floor=log.state.floor,
            epoch=log.state.chain.epoch,
            more=more,
            should_compact=log.state.should_compact,
            problem=problem,
        )

    def _ended(self, ask: CircleRound, log: Log | None) -> ProblemAnswer | None:
        if ask.id in self.endpoint.erased:
            return problem_answer(Problem.CIRCLE_ERASED, order=self.endpoint.erased[ask.id])
        if ask.id in self.endpoint.expired:
            return problem_answer(Problem.CIRCLE_EXPIRED)
        if log is None:
            return problem_answer(Problem.UNKNOWN_CIRCLE)
        if self.device.id in log.state.chain.roster.members:
            return None
        if self.device.id not in log.state.chain.origins:
            return problem_answer(Problem.NOT_MEMBER)
        rosters = [
            entry.raw
            for seq, entry in sorted(log.entries.items())
            if seq > ask.cursor and entry.frame.kind is Kind.ROSTER
        ]
        return problem_answer(Problem.DEVICE_REMOVED, rosters=rosters)
