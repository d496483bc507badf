"""POST /v1/circles/{id}/snapshot: a steward's merged state takes the place of the entries that it covers.

Parts may come in several requests; they wait, staged, and become visible together with the last. In the same
commit everything up to `covers` goes, rosters apart.
"""

from typing import Final

from services.endpoint.hosting import tray_for
from services.endpoint.office import Office
from services.endpoint.refusal import Refusal
from services.endpoint.rounds import read_own, refused_answer
from services.endpoint.rows import Among, Between, Device, EntryRow, FloorRow, Rows, StagedRow
from services.sync.entry import Entry, Kind, read_entry
from services.sync.log import Accepted, LogState, Refused
from services.sync.snapshot_rules import judge_snapshot
from services.sync.wire import SnapshotAnswer, SnapshotRequest

_COVERED: Final = Among((Kind.EDITS.value, Kind.SNAPSHOT.value))


async def snapshot(office: Office, caller: Device, circle: bytes, asked: SnapshotRequest) -> SnapshotAnswer:
    """The next parts of one snapshot. Errors: Refusal."""
    office.sync_rate.take(caller.id)
    parts = [await read_own(office, caller, raw) for raw in asked.parts]
    async with office.store.writing() as rows:
        tray = await tray_for(office, rows, caller, circle)
        state = tray.held[circle].state
        known = await tray.known(circle, parts)
        if parts[-1].hash in known:  # asked again after the answer was lost
            return SnapshotAnswer(head=state.head, floor=state.floor)
        parts = [*await _staged_before(rows, circle, caller, parts[0]), *parts]
        is_whole = parts[-1].frame.is_last_part
        verdict = judge_snapshot(state, parts, asked.covers, office.now_ms(), is_whole=is_whole)
        if isinstance(verdict, Refused):
            raise Refusal(refused_answer(verdict))
        await rows.remove(StagedRow, circle=circle, device=caller.id)
        if not is_whole:
            await rows.add([StagedRow(circle, caller.id, part.frame.n, part.raw) for part in parts])
            return SnapshotAnswer(head=state.head, floor=state.floor, staged=len(parts))
        after = await _compacted(rows, verdict, parts, office.today)
        tray.accept(circle, after, parts)
        tray.base(circle, after.head - len(parts) + 1, after.head)
        await tray.write()
    office.bell.ring(tray.news())
    return SnapshotAnswer(head=after.head, floor=after.floor)


async def _staged_before(rows: Rows, circle: bytes, caller: Device, first: Entry) -> list[Entry]:
    """The staged parts that this one goes on from; a new beginning leaves older ones behind."""
    staged = await rows.find(StagedRow, circle=circle, device=caller.id, n=Between(most=first.frame.n - 1))
    return (
        [read_entry(part.raw) for part in staged] if first.frame.n - 1 in {part.n for part in staged} else []
    )


async def _compacted(rows: Rows, verdict: Accepted, parts: list[Entry], today: int) -> LogState:
    circle, floor = parts[0].frame.circle, verdict.state.floor
    await rows.remove(EntryRow, circle=circle, seq=Between(most=floor), kind=_COVERED)
    await rows.add([FloorRow(circle, floor, today)])
    above = await rows.find(EntryRow, circle=circle, seq=Between(floor + 1))
    size = sum(len(one.raw) for one in above) + sum(len(part.raw) for part in parts)
    return LogState(
        verdict.state.chain, verdict.state.head, floor, verdict.state.time_ms, size, verdict.state.lasts
    )
