"""What a reader has not seen of its circles, within the bytes it asked for.

    cursor >= floor   the entries above it
    cursor <  floor   all rosters up to the floor, the snapshot's parts, then the entries above the floor

The parts stand above the floor too; in one answer nothing comes twice. What comes first comes whole, beyond
`max` if need be (rosters and parts together, or one entry), so that a reader always gets on.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from services.endpoint.circles import Held, hold
from services.endpoint.office import Office
from services.endpoint.rows import (
    Among,
    Between,
    CircleRow,
    Device,
    EntryRow,
    FloorRow,
    GoneRow,
    MemberRow,
    Rows,
)
from services.sync.entry import Kind
from services.sync.log import MOST_BYTES, MOST_ROWS
from services.sync.problem import Problem
from services.sync.wire import CircleAnswer, CircleRound
from services.sync.wire_form import EraseSent, ProblemAnswer, problem_answer

TOMBSTONE_DAYS: Final = 180
_PAGE: Final = 64


def own_time(time_ms: int, now_ms: int) -> int | None:
    """A circle's time, where its latest entry is ahead of the endpoint's clock."""
    return time_ms if time_ms > now_ms else None


class Pull:
    """One answer's worth of reading."""

    def __init__(self, office: Office, caller: Device, max_bytes: int) -> None:
        self._office = office
        self._caller = caller
        self._left_bytes = max_bytes
        self._is_empty = True

    async def circles(
        self, asked: Sequence[CircleRound], acked: Mapping[bytes, Collection[int]]
    ) -> dict[bytes, CircleAnswer]:
        """The answer for each circle; `acked` are places that the reader hears of anyway."""
        ids = [circle.id for circle in asked]
        async with self._office.store.reading() as rows:
            here = {row.id: row for row in await rows.find(CircleRow, id=Among(ids))}
            members = await rows.find(MemberRow, circle=Among(here), device=self._caller.id) if here else []
            mine = {member.circle for member in members if not member.is_left}
            answers = {}
            for circle in asked:
                row = here.get(circle.id)
                if row is None or circle.id not in mine or self._is_over(row):
                    problem = await self._why_not(rows, circle, row, is_member=circle.id in mine)
                    answers[circle.id] = CircleAnswer(id=circle.id, problem=problem)
                else:
                    answers[circle.id] = await self._read(rows, row, circle.cursor, acked.get(circle.id, ()))
        return answers

    async def _read(self, rows: Rows, row: CircleRow, cursor: int, acked: Collection[int]) -> CircleAnswer:
        entries: list[tuple[int, bytes]] = []
        problem = None
        has_more = cursor < row.head and not self._has_room(1)
        if cursor < row.floor and not has_more:
            if cursor and await self._is_older_than_tombstones(rows, row, cursor):
                problem = problem_answer(Problem.RESYNC)
            else:
                entries = await self._base(rows, row, cursor)
        if max(cursor, row.floor) < row.head and not has_more and not problem:
            seen = {seq for seq, _ in entries} | set(acked)
            more, has_more = await self._above(rows, row, max(cursor, row.floor), seen)
            entries += more
        return CircleAnswer(  # type: ignore[call-arg]  # one field by its name, not by its alias
            id=row.id,
            now=own_time(row.time_ms, self._office.now_ms()),
            entries=entries,
            head=row.head,
            floor=row.floor,
            epoch=row.epoch,
            more=has_more,
            should_compact=row.size_bytes > MOST_BYTES or row.head - row.floor > MOST_ROWS,
            problem=problem,
        )

    async def _base(self, rows: Rows, row: CircleRow, cursor: int) -> list[tuple[int, bytes]]:
        to_floor = Between(cursor + 1, row.floor)
        rosters = await rows.find(EntryRow, circle=row.id, seq=to_floor, kind=Kind.ROSTER.value)
        parts = await rows.find(EntryRow, circle=row.id, seq=Between(row.base_first, row.base_last))
        return [self._give(entry) for entry in (*rosters, *parts)]

    async def _above(
        self, rows: Rows, row: CircleRow, cursor: int, seen: Collection[int]
    ) -> tuple[list[tuple[int, bytes]], bool]:
        entries: list[tuple[int, bytes]] = []
        while cursor < row.head:
            page = await rows.find(EntryRow, _PAGE, circle=row.id, seq=Between(cursor + 1))
            assert page, "a log has no entry above its floor missing"
            for entry in page:
                if entry.seq not in seen:
                    if not self._has_room(len(entry.raw)):
                        return entries, True
                    entries.append(self._give(entry))
                cursor = entry.seq
        return entries, False

    def _has_room(self, more_bytes: int) -> bool:
        return self._is_empty or more_bytes <= self._left_bytes

    def _give(self, entry: EntryRow) -> tuple[int, bytes]:
        self._is_empty = False
        self._left_bytes -= len(entry.raw)
        return entry.seq, entry.raw

    async def _is_older_than_tombstones(self, rows: Rows, row: CircleRow, cursor: int) -> bool:
        """Whether deletions that this reader has not seen may have left the snapshot."""
        floors = await rows.find(FloorRow, circle=row.id)
        return any(cursor < one.floor and one.day < self._office.today - TOMBSTONE_DAYS for one in floors)

    def _is_over(self, row: CircleRow) -> bool:
        return row.expires_day is not None and row.expires_day < self._office.today

    async def _why_not(
        self, rows: Rows, circle: CircleRound, row: CircleRow | None, *, is_member: bool
    ) -> ProblemAnswer:
        if row is None:
            return gone_answer(await rows.find(GoneRow, circle=circle.id))
        if is_member:
            return problem_answer(Problem.CIRCLE_EXPIRED)
        held = (await hold(rows, self._office.chains, [row.id], lock=False))[row.id]
        if not self._was_member(held):
            return problem_answer(Problem.NOT_MEMBER)
        since = Between(circle.cursor + 1)
        rosters = await rows.find(EntryRow, circle=row.id, seq=since, kind=Kind.ROSTER.value)
        return problem_answer(Problem.DEVICE_REMOVED, rosters=[entry.raw for entry in rosters])

    def _was_member(self, held: Held) -> bool:
        return self._caller.id in held.state.chain.origins


def gone_answer(gone: Sequence[GoneRow]) -> ProblemAnswer:
    """Why a circle is not here: an order, its own end, or nobody knows."""
    match gone:
        case [GoneRow(circle, _, bytes(by), bytes(sig), day)]:
            order = EraseSent(circle=circle, day=day, by=by, sig=sig)
            return problem_answer(Problem.CIRCLE_ERASED, order=order)
        case [GoneRow()]:
            return problem_answer(Problem.CIRCLE_EXPIRED)
        case _:
            return problem_answer(Problem.UNKNOWN_CIRCLE)
