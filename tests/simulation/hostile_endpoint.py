"""An endpoint that lies: what it answers is changed on its way out, one lie at a time.

It has what any operator has: every byte that it stores and carries, and no key.
"""

from collections.abc import Callable
from dataclasses import dataclass

from services.sync.wire import CircleAnswer, HeadsAnswer, SyncAnswer
from services.sync.wire_form import to_json
from tests.simulation.endpoint_here import EndpointHere
from tests.simulation.network import Answer, Call

Lie = Callable[[CircleAnswer], CircleAnswer]
_LENGTH = "content-length"


@dataclass
class HostileEndpoint:
    """The real endpoint behind a liar. `lie` changes each circle of each round; None: it is honest."""

    honest: EndpointHere
    lie: Lie | None = None
    lies_told: int = 0

    async def answer(self, call: Call) -> Answer:
        """The answer, perhaps another one than the true one."""
        answer = await self.honest.answer(call)
        if self.lie is None or answer.status != 200:
            return answer
        if call.path == "/v1/heads":  # whoever finds nothing new there never hears the lie
            heads = HeadsAnswer.model_validate_json(answer.body)
            moved = [one.model_copy(update={"head": one.head + 1}) for one in heads.circles]
            return _with_body(answer, to_json(heads.model_copy(update={"circles": moved})))
        if call.path == "/v1/sync":
            said = SyncAnswer.model_validate_json(answer.body)
            told = [self.lie(circle) for circle in said.circles]
            self.lies_told += sum(one != other for one, other in zip(told, said.circles, strict=True))
            return _with_body(answer, to_json(said.model_copy(update={"circles": told})))
        return answer


def _with_body(answer: Answer, body: bytes) -> Answer:
    headers = tuple(pair for pair in answer.headers if pair[0].lower() != _LENGTH)
    return Answer(answer.status, headers, body)


def dropped(circle: CircleAnswer) -> CircleAnswer:
    """Leaves the first entry out."""
    return circle.model_copy(update={"entries": circle.entries[1:]})


def numbered_anew(circle: CircleAnswer) -> CircleAnswer:
    """Leaves the first entry out and moves the others up, so that no place is empty."""
    if not circle.entries:
        return circle
    moved = [(seq, raw) for (seq, _), (_, raw) in zip(circle.entries, circle.entries[1:], strict=False)]
    return circle.model_copy(update={"entries": moved, "head": (circle.head or 1) - 1})


def swapped(circle: CircleAnswer) -> CircleAnswer:
    """Gives the last two entries each other's places."""
    if len(circle.entries) < 2:
        return circle
    *rest, (one, first), (other, second) = circle.entries
    return circle.model_copy(update={"entries": [*rest, (one, second), (other, first)]})


def replayed(circle: CircleAnswer) -> CircleAnswer:
    """Says the last entry again, at a new place."""
    if not circle.entries:
        return circle
    seq, raw = circle.entries[-1]
    return circle.model_copy(update={"entries": [*circle.entries, (seq + 1, raw)], "head": seq + 1})


def without_end(circle: CircleAnswer) -> CircleAnswer:
    """Says that there is more, for ever."""
    return circle.model_copy(update={"more": True})


def bent(at: int) -> Lie:
    """Changes one bit of the last entry."""

    def lie(circle: CircleAnswer) -> CircleAnswer:
        if not circle.entries:
            return circle
        *rest, (seq, raw) = circle.entries
        place = at % len(raw)
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        return circle.model_copy(update={"entries": [*rest, (seq, changed)]})

    return lie


def at_another_time(ms: int) -> Lie:
    """Says that it is another time."""
    return lambda circle: circle.model_copy(update={"now": ms})


def in_place_of_the_last(make: Callable[[bytes], bytes]) -> Lie:
    """Says something of its own making where the last entry stands."""

    def lie(circle: CircleAnswer) -> CircleAnswer:
        if not circle.entries:
            return circle
        *rest, (seq, raw) = circle.entries
        return circle.model_copy(update={"entries": [*rest, (seq, make(raw))]})

    return lie


def with_entry(raw: bytes) -> Lie:
    """Adds an entry at the next place."""

    def lie(circle: CircleAnswer) -> CircleAnswer:
        seq = (circle.head or 0) + 1
        return circle.model_copy(update={"entries": [*circle.entries, (seq, raw)], "head": seq})

    return lie
