"""Reading a circle's log on a device: every numbered entry is judged, then opened and merged, or set aside.

    place   form -> signer -> signature -> the rules of the log        no key is needed for that
    merge   the keys of the latest roster open every epoch; then content -> permission -> base

First all are placed, then what was accepted is opened: who joined yesterday has the first day's keys only by
the latest roster. What fails is set aside and counted, and reading goes on: nothing stalls a log. Every
device that reads the same entries comes to the same base. Specification: docs/spec/round.md.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from services.crypto.device_keys import DeviceKeys
from services.crypto.port import Crypto
from services.planner.errors import (
    AuthenticationFailed,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
    NotPermitted,
)
from services.planner.merge import RecordKey, Registers, with_edits
from services.planner.stamp import Stamp
from services.sync.alarm import Alarm, Odd
from services.sync.chain import signer_key
from services.sync.clocking import stamp_end
from services.sync.content import Content, read_content
from services.sync.entry import Entry, Kind, Last, open_entry, read_entry, verify_entry
from services.sync.epoch_keys import CircleKeys, open_keys
from services.sync.log import Accepted, LogState, Refused, begin_log, set_aside
from services.sync.permit import permitted
from services.sync.problem import Problem
from services.sync.snapshot_reading import Snapshot, snapshot_of
from services.sync.snapshot_rules import judge_run, runs
from services.sync.waiting import FieldKey
from services.vault.raw_chunk import NumberedEntry

Earlier = Callable[[], Awaitable[Sequence[NumberedEntry]]]
_ALARMING: Final = {
    Problem.CHAIN_STALE: Alarm.FORK,
    Problem.ROSTER_STALE: Alarm.WITHHELD,
    Problem.EPOCH_STALE: Alarm.WITHHELD,
}
_UNREADABLE: Final = (AuthenticationFailed, HeaderUnknown, InputRejected, KeyMissing)


class Reader:
    """Reads on from one place of a log. What came of it stands in its attributes.

    Shape: `state` is None before the first entry. `raw` are the accepted entries, rosters apart; with
    `is_rebased` they are all there is above the new floor. `floor` is what the endpoint says.
    """

    def __init__(
        self,
        crypto: Crypto,
        device: DeviceKeys,
        circle: bytes,
        state: LogState | None,
        keys: CircleKeys | None,
        base: Registers,
        floor: int,
        earlier: Earlier,
        mine: Collection[str] = (),
    ) -> None:
        self.state = state
        self.keys = keys
        self.base = base
        self.odd: dict[int, Odd] = {}
        self.alarms: Counter[Alarm] = Counter()
        self.dropped = 0
        self.raw: list[NumberedEntry] = []
        self.rosters: list[NumberedEntry] = []
        self.touched: set[RecordKey] = set()
        self.own: list[Last] = []
        self.former: list[Last] = []
        self.own_stamps: dict[FieldKey, Stamp] = {}
        self.snapshot: Snapshot | None = None
        self.is_rebased = False
        self.is_doubtful = False
        self._crypto = crypto
        self._device = device
        self._mine = {stamp_end(device.id.hex()), *mine}
        self._circle = circle
        self._floor = floor
        self._earlier = earlier
        self._accepted: list[tuple[int, tuple[Entry, ...]]] = []
        self._has_new_roster = keys is None

    async def read(self, entries: Sequence[NumberedEntry]) -> None:
        """Reads these, the next ones of the log. Errors: InputRejected("log") when it is another circle's."""
        for seq, run in _numbered_runs(entries):
            if isinstance(run, Odd):
                self._aside(seq, run)
            else:
                await self._place(seq, run)
        if self._has_new_roster:
            await self._open_keys()
        for seq, run in self._accepted:
            if run[0].frame.kind is Kind.SNAPSHOT:
                await self._take_snapshot(seq, run)
            else:
                await self._merge(seq, run[0])
        self._accepted.clear()

    @property
    def is_removed(self) -> bool:
        """Whether the latest roster does not name this device any more."""
        return self.state is not None and self._device.id not in self.state.chain.roster.members

    async def _place(self, seq: int, run: tuple[Entry, ...]) -> None:
        if self.state is None:
            await self._begin(seq, run[0])
            return
        why = await self._unsigned(self.state, run)
        if why is not None:
            self.is_doubtful = True
            for number in range(seq, seq + len(run)):
                self._aside(number, why)
            return
        verdict = judge_run(self.state, run)
        if isinstance(verdict, Refused):
            for number, entry in enumerate(run, seq):
                self._refuse(number, entry, verdict.problem)
            return
        assert isinstance(verdict, Accepted)  # nothing is known when nothing is given as known
        self.state = verdict.state
        numbered = [NumberedEntry(number, entry.raw) for number, entry in enumerate(run, seq)]
        for entry in run:
            self._know_own(entry)
        if run[0].frame.kind is Kind.ROSTER:
            self.rosters += numbered
            self._has_new_roster = True
        else:
            self.raw += numbered
            self._accepted.append((seq, run))

    async def _begin(self, seq: int, first: Entry) -> None:
        if seq != 1 or first.hash != self._circle:
            raise InputRejected("log", "another beginning")
        try:
            await verify_entry(self._crypto, first, signer_key(None, first))
            self.state = begin_log(first)
        except (AuthenticationFailed, NotPermitted) as problem:
            raise InputRejected("log", "another beginning") from problem
        self.rosters.append(NumberedEntry(seq, first.raw))
        self._know_own(first)

    def _know_own(self, entry: Entry) -> None:
        last = Last(entry.frame.n, entry.hash)
        if entry.frame.device == self._device.id:
            self.own.append(last)
        elif stamp_end(entry.frame.device.hex()) in self._mine:
            self.former.append(last)

    async def _unsigned(self, state: LogState, run: Iterable[Entry]) -> Odd | None:
        try:
            for entry in run:
                await verify_entry(self._crypto, entry, signer_key(state.chain, entry))
        except NotPermitted:
            return Odd.SIGNER
        except AuthenticationFailed:
            return Odd.SIGNATURE
        return None

    def _aside(self, seq: int, why: Odd, signed: Entry | None = None) -> None:
        if self.state is None:
            raise InputRejected("log", "another beginning")
        self.odd[seq] = why
        self.state = set_aside(self.state, signed)

    def _refuse(self, seq: int, entry: Entry, problem: Problem) -> None:
        assert self.state is not None
        self.is_doubtful = True
        last = self.state.lasts.get(entry.frame.device)
        is_again = last is not None and last.hash == entry.hash  # the very same: no harm, and no news
        if problem in _ALARMING and not is_again:
            self.alarms[_ALARMING[problem]] += 1
        self._aside(seq, Odd.PLACE, entry)

    async def _open_keys(self) -> None:
        if self.state is None or self.is_removed:
            return
        device = self._device
        try:
            self.keys = await open_keys(self._crypto, self.state.chain, device.id, device.kem.seed, self.keys)
        except _UNREADABLE:
            self.alarms[Alarm.KEYS] += 1

    async def _merge(self, seq: int, entry: Entry) -> None:
        content = await self._content(entry)
        if isinstance(content, Odd):
            self.odd[seq] = content
            return
        self._merge_content(entry, content, is_counted=True)

    def _merge_content(self, entry: Entry, content: Content, *, is_counted: bool) -> None:
        assert self.state is not None
        assert self.keys is not None
        sender = entry.frame.device
        role = self.state.chain.origins[sender].role
        taken = permitted(content.edits, self.keys.about.kind.value, role, sender, self.base)
        merged = with_edits(self.base, taken.edits)
        self.base = merged.registers
        if not is_counted:
            return
        self.dropped += taken.dropped
        self.touched.update(RecordKey(edit.record, edit.type) for edit in taken.edits)
        if merged.tampered:
            self.alarms[Alarm.TAMPERED] += len(merged.tampered)
        if stamp_end(sender.hex()) in self._mine:
            for edit in content.edits:
                key = (RecordKey(edit.record, edit.type), edit.field)
                self.own_stamps[key] = max(edit.stamp, self.own_stamps.get(key, edit.stamp))

    async def _content(self, entry: Entry) -> Content | Odd:
        key = self.keys.by_epoch.get(entry.frame.epoch) if self.keys else None
        if key is None:
            return Odd.KEY
        try:
            return read_content(entry, await open_entry(self._crypto, entry, key))
        except KeyMissing:
            return Odd.KEY
        except (AuthenticationFailed, InputRejected):
            return Odd.CONTENT

    async def _take_snapshot(self, seq: int, run: tuple[Entry, ...]) -> None:
        contents = [await self._content(part) for part in run]
        try:
            snapshot = snapshot_of([one for one in contents if not isinstance(one, Odd)], len(run))
        except InputRejected:
            self.odd.update(dict.fromkeys(range(seq, seq + len(run)), Odd.CONTENT))
            self.alarms[Alarm.SNAPSHOT] += 1
            return
        assert self.state is not None
        if snapshot.covers == self._floor > self.state.floor and snapshot.covers < seq:
            await self._rebase(seq, snapshot)
        else:
            merged = with_edits(self.base, snapshot.edits)
            self.base = merged.registers
            self.touched.update(RecordKey(edit.record, edit.type) for edit in snapshot.edits)
            self.alarms[Alarm.TAMPERED] += len(merged.tampered)

    async def _rebase(self, seq: int, snapshot: Snapshot) -> None:
        """From now on the base is what the snapshot says, and what came after the place it covers."""
        assert self.state is not None
        before = {entry.seq: entry for entry in (*await self._earlier(), *self.raw)}
        above = [before[number] for number in sorted(before) if number > snapshot.covers]
        self.base = with_edits({}, snapshot.edits).registers
        for earlier in above:
            entry = read_entry(earlier.raw)
            if earlier.seq < seq and entry.frame.kind is Kind.EDITS:
                content = await self._content(entry)
                if isinstance(content, Content):
                    self._merge_content(entry, content, is_counted=False)
        size_bytes = sum(len(entry.raw) for entry in above)
        self.raw, self.is_rebased, self.snapshot = above, True, snapshot
        self.state = replace(self.state, floor=snapshot.covers, size_bytes=size_bytes)


def _numbered_runs(
    entries: Sequence[NumberedEntry],
) -> Iterator[tuple[int, Odd | tuple[Entry, ...]]]:
    """Entries with their numbers, the parts of a snapshot together; what has no form says why."""
    read = [(entry.seq, _read(entry.raw)) for entry in entries]
    for is_odd, group in groupby(read, key=lambda pair: isinstance(pair[1], Odd)):
        pairs = list(group)
        if is_odd:
            yield from ((seq, why) for seq, why in pairs if isinstance(why, Odd))
            continue
        at = 0
        for run in runs(entry for _, entry in pairs if isinstance(entry, Entry)):
            yield pairs[at][0], run
            at += len(run)


def _read(raw: bytes) -> Entry | Odd:
    try:
        return read_entry(raw)
    except HeaderUnknown:
        return Odd.NEWER
    except InputRejected:
        return Odd.FORM
