"""An endpoint that lies: what it answers is changed on its way out, one lie at a time.

It has what any operator has: every byte that it stores and carries, and no key.
"""

from collections.abc import Callable
from dataclasses import dataclass

from services.sync.wire import CircleAnswer, SyncAnswer
from services.sync.wire_form import to_json
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.network import Answer, Call

Lie = Callable[[CircleAnswer], CircleAnswer]


@dataclass
class HostileEndpoint:
    """The real endpoint behind a liar. `lie` changes each circle of each round; None: it is honest."""

    honest: EndpointHere
    lie: Lie | None = None
    instead: Callable[[Call], Answer | None] | None = None
    lies_told: int = 0

    async def answer(self, call: Call) -> Answer:
        """The answer, perhaps another one than the true one."""
        if self.instead is not None and (made := self.instead(call)) is not None:
            self.lies_told += 1
            return made
        answer = await self.honest.answer(call)
        if self.lie is None or call.path != "/v1/sync" or answer.status != 200:
            return answer
        said = SyncAnswer.model_validate_json(answer.body)
        told = [self.lie(circle) for circle in said.circles]
        self.lies_told += sum(one != other for one, other in zip(told, said.circles, strict=True))
        return answer._replace(body=to_json(said.model_copy(update={"circles": told})))


def dropping(*seqs: int) -> Lie:
    """Leaves entries out."""
    return lambda circle: circle.model_copy(
        update={"entries": [pair for pair in circle.entries if pair[0] not in seqs]}
    )


def numbered_anew(circle: CircleAnswer) -> CircleAnswer:
    """Leaves the first entry out and moves the others up, so that no place is empty."""
    moved = [(seq, raw) for (seq, _), (_, raw) in zip(circle.entries, circle.entries[1:], strict=False)]
    return circle.model_copy(update={"entries": moved, "head": max(0, (circle.head or 0) - 1)})


def swapped(circle: CircleAnswer) -> CircleAnswer:
    """Gives two neighbours each other's places."""
    if len(circle.entries) < 2:
        return circle
    (one, first), (other, second), *rest = circle.entries
    return circle.model_copy(update={"entries": [(one, second), (other, first), *rest]})


def replayed(circle: CircleAnswer) -> CircleAnswer:
    """Says the last entry again, at a new place."""
    if not circle.entries:
        return circle
    seq, raw = circle.entries[-1]
    return circle.model_copy(update={"entries": [*circle.entries, (seq + 1, raw)], "head": seq + 1})


def with_a_bit_changed(at: int) -> Lie:
    """Changes one bit of every entry."""

    def lie(circle: CircleAnswer) -> CircleAnswer:
        bent = [
            (seq, raw[: at % len(raw)] + bytes([raw[at % len(raw)] ^ 1]) + raw[at % len(raw) + 1 :])
            for seq, raw in circle.entries
        ]
        return circle.model_copy(update={"entries": bent})

    return lie


def at_another_time(ms: int) -> Lie:
    """Says that it is another time."""
    return lambda circle: circle.model_copy(update={"now": ms})


def with_entries(make: Callable[[int], bytes]) -> Lie:
    """Adds an entry of its own making at the next place."""

    def lie(circle: CircleAnswer) -> CircleAnswer:
        seq = (circle.head or 0) + 1
        return circle.model_copy(update={"entries": [*circle.entries, (seq, make(seq))], "head": seq})

    return lie
