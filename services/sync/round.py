"""One round: everything that waits is pushed, everything new is pulled, for any number of circles at once.

    1  nothing waits, and the endpoint says that nothing changed: one request, and it is done
    2  one request carries each circle's cursor and its next entry; one bad circle never holds up another
    3  again, for those that have more to push or to pull

It has no clock, no chance and does not sleep: when to come again, and how long to wait after an error, is for
whoever calls. Errors: EndpointUnreachable, EndpointBusy, EndpointRefused, ProtocolMismatch, DeviceRemoved;
those of the vault. After each of them everything that was read is kept, and what was not sent waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from services.planner.errors import DeviceRemoved, FirstbellError
from services.sync.circle import Circle
from services.sync.circle_health import Health
from services.sync.circle_kept import Standing
from services.sync.circle_turn import Errand
from services.sync.endpoint_port import Endpoint
from services.sync.entry import read_entry
from services.sync.errands import SENT_BYTES, run_errand, should_compact
from services.sync.wire import MOST_CIRCLES, CircleRound, SyncRequest

MOST_REQUESTS: Final = 2_000
"""A guard, far above what any log needs, against an endpoint that never comes to an end."""


@dataclass(frozen=True, slots=True)
class RoundReport:
    """What a round did. Shape: `ended` are the circles that this device reads no more since this round."""

    requests: int
    health: Mapping[bytes, Health]
    ended: tuple[bytes, ...]


class Rounds:
    """Rounds of one device with one endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._etag = ""
        self._well: frozenset[bytes] = frozenset()
        self._requests = 0

    async def run(self, circles: Sequence[Circle]) -> RoundReport:
        """One round of these circles, all of this endpoint."""
        self._requests = 0
        before = {circle.id for circle in circles if circle.standing is Standing.LIVE}
        for circle in circles:
            circle.begin()
        is_whole = False
        try:
            if not await self._is_unchanged(circles):
                await self._exchange(circles)
            is_whole = True
        except DeviceRemoved as removed:
            await self._hear_removed(circles, removed)
        finally:
            if not is_whole:  # what was seen of the heads is true only after a whole round
                self._etag, self._well = "", frozenset()
        ended = tuple(
            circle.id for circle in circles if circle.id in before and circle.standing is not Standing.LIVE
        )
        return RoundReport(self._requests, {circle.id: circle.health() for circle in circles}, ended)

    async def _is_unchanged(self, circles: Sequence[Circle]) -> bool:
        if not all(circle.is_quiet for circle in circles):
            return False
        self._requests += 1
        ids = frozenset(circle.id for circle in circles)
        # "as before" says something only of those with which all was well before
        heads = await self._endpoint.heads(self._etag if ids <= self._well else "")
        if heads is not None:
            answer, etag = heads
            head_by_id = {head.id: head.head for head in answer.circles}
            is_all = all(circle.is_at(head_by_id.get(circle.id), answer.inc) for circle in circles)
            self._etag, self._well = (etag, ids) if is_all else ("", frozenset())
            if not is_all:
                return False
        for circle in circles:
            await circle.found_unchanged()
        return True

    async def _exchange(self, circles: Sequence[Circle]) -> None:
        while self._requests < MOST_REQUESTS:
            for circle in circles:
                while circle.turn.errand is not None:
                    self._requests += 1
                    await run_errand(circle, self._endpoint)
                await circle.prepare()
            asked = [(circle, ask) for circle in circles if (ask := circle.ask()) is not None]
            for part in _requests(asked):
                await self._ask(part)
            if not asked and not any([_wants_compaction(circle) for circle in circles]):
                return

    async def _ask(self, asked: Sequence[tuple[Circle, CircleRound]]) -> None:
        self._requests += 1
        answer = await self._endpoint.sync(SyncRequest(circles=[ask for _, ask in asked]))
        answers = {one.id: one for one in answer.circles}
        for circle, ask in asked:
            one = answers.get(circle.id)
            if one is None:
                circle.turn.stop("no-answer")
            else:
                await circle.take(one, answer.inc, answer.now, was_pushed=bool(ask.push))

    async def _hear_removed(self, circles: Sequence[Circle], removed: DeviceRemoved) -> None:
        by_circle: dict[bytes, list[bytes]] = {}
        for raw in removed.rosters:
            try:
                by_circle.setdefault(read_entry(raw).frame.circle, []).append(raw)
            except FirstbellError:
                continue
        concerned = [circle for circle in circles if circle.id in by_circle]
        for circle in concerned:
            await circle.hear_removed(by_circle[circle.id])
        if not any(circle.standing is Standing.REMOVED for circle in concerned):
            raise removed


def _wants_compaction(circle: Circle) -> bool:
    if circle.turn.errand is None and should_compact(circle):
        circle.turn.errand = Errand.SNAPSHOT
        circle.turn.is_compaction_asked = False
    return circle.turn.errand is not None


def _requests(
    asked: Sequence[tuple[Circle, CircleRound]],
) -> Iterator[list[tuple[Circle, CircleRound]]]:
    part: list[tuple[Circle, CircleRound]] = []
    size = 0
    for circle, ask in asked:
        more = sum(map(len, ask.push))
        if part and (len(part) == MOST_CIRCLES or size + more > SENT_BYTES):
            yield part
            part, size = [], 0
        part.append((circle, ask))
        size += more
    if part:
        yield part
