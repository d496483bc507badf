"""The one that writes pushes: gathers those that wait into one commit, so that one sync of the disk does.

While a commit is under way the next ones gather; nobody waits for company. Each answer goes out after the
commit that holds it.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from services.endpoint.circles import Tray, hold
from services.endpoint.office import Office
from services.endpoint.rows import CircleRow
from services.planner.errors import EndpointBusy, StorageUnavailable
from services.sync.entry import Entry
from services.sync.log import Accepted, Known, Refused, judge
from services.sync.problem import Problem

MOST_TOGETHER: Final = 64
_MOST_WAITING: Final = 2_000
_BUSY_MS: Final = 2_000


class Push(NamedTuple):
    """One device's new entries, by circle; their signatures were verified."""

    device: bytes
    entries: Mapping[bytes, Sequence[Entry]]


@dataclass(slots=True)
class Pushed:
    """What became of them in one circle, which was `before` and is `after`; both None when it is not here."""

    before: CircleRow | None = None
    after: CircleRow | None = None
    acks: list[tuple[int, int]] = field(default_factory=list)
    refused: Refused | None = None


class Writer:
    """Pushes to circles. Errors: StorageUnavailable; EndpointBusy when too many wait."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: list[tuple[Push, asyncio.Future[dict[bytes, Pushed]]]] = []
        self._work: asyncio.Task[None] | None = None

    async def push(self, push: Push) -> dict[bytes, Pushed]:
        """What became of it, when that is on the disk."""
        if len(self._waiting) >= _MOST_WAITING:
            raise EndpointBusy(_BUSY_MS)
        answer: asyncio.Future[dict[bytes, Pushed]] = asyncio.get_running_loop().create_future()
        self._waiting.append((push, answer))
        if self._work is None:
            self._work = asyncio.create_task(self._until_none_waits())
        return await answer

    async def finish(self) -> None:
        """Waits until everything that was handed in is written."""
        while self._work is not None:
            await asyncio.shield(self._work)

    async def _until_none_waits(self) -> None:
        try:
            while self._waiting:
                together, self._waiting = self._waiting[:MOST_TOGETHER], self._waiting[MOST_TOGETHER:]
                await self._write(together)
        finally:
            self._work = None

    async def _write(self, together: list[tuple[Push, asyncio.Future[dict[bytes, Pushed]]]]) -> None:
        try:
            answers = await self._commit([push for push, _ in together])
        except Exception as fault:  # noqa: BLE001  each of them must hear of it
            if len(together) > 1 and not isinstance(fault, StorageUnavailable):
                for one in together:  # whose fault it is shows when each is alone
                    await self._write([one])
                return
            for _, answer in together:
                if not answer.done():
                    answer.set_exception(fault)
            return
        for (_, answer), pushed in zip(together, answers, strict=True):
            if not answer.done():  # who asked may have gone
                answer.set_result(pushed)

    async def _commit(self, pushes: Sequence[Push]) -> list[dict[bytes, Pushed]]:
        office = self._office
        circles = {circle for push in pushes for circle in push.entries}
        async with office.store.writing() as rows:
            held = await hold(rows, office.chains, circles)
            tray = Tray(rows, office.chains, held, office.today)
            answers = [
                {
                    circle: await self._one(tray, push.device, circle, push.entries[circle])
                    for circle in push.entries
                }
                for push in pushes
            ]
            await tray.write()
        tray.remember()
        office.bell.ring(tray.news())
        office.metrics.commit(len(pushes), tray.accepted)
        return answers

    async def _one(self, tray: Tray, device: bytes, circle: bytes, entries: Sequence[Entry]) -> Pushed:
        held = tray.held.get(circle)
        if held is None:
            return Pushed()
        pushed = Pushed(held.row)
        known = await tray.known(circle, entries)
        for entry in entries:
            if not tray.held[circle].has(device):
                pushed.refused = Refused(Problem.NOT_MEMBER)
                break
            match judge(tray.held[circle].state, entry, self._office.now_ms(), known):
                case Accepted(after, seq):
                    tray.accept(circle, after, [entry])
                    pushed.acks.append((entry.frame.n, seq))
                case Known(seq):
                    pushed.acks.append((entry.frame.n, seq))
                case Refused() as refused:
                    pushed.refused = refused
                    break
        pushed.after = tray.held[circle].row
        return pushed
