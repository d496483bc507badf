"""Tally: how much there is in a planner that a mentor would look at, so that "new" needs no clock.

Ticks are not in it: they are there to be used every day, and the week strip shows them.
"""

from dataclasses import dataclass

from services.planner.canonical import Json, Value
from services.planner.planner import Planner
from services.planner.reading import is_whole


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts: others' numbers, targets written, targets put away, pauses."""

    numbers: int = 0
    targets: int = 0
    endings: int = 0
    pauses: int = 0

    def to_wire(self) -> list[Json]:
        """As a field keeps it."""
        return [self.numbers, self.targets, self.endings, self.pauses]


def tally(planner: Planner) -> Tally:
    """What is there now; one's own numbers are nothing new to oneself."""
    me = planner.me.id if planner.me else None
    return Tally(
        numbers=sum(rating.person != me for rating in planner.ratings),
        targets=len(planner.targets),
        endings=sum(not target.is_open for target in planner.targets),
        pauses=len(planner.pauses) + sum(day.is_paused for day in planner.day_by_date.values()),
    )


def read_tally(value: Value) -> Tally:
    """A tally as a field keeps it; nothing seen yet when it is none."""
    match value:
        case [numbers, targets, endings, pauses] if all(
            is_whole(n) for n in (numbers, targets, endings, pauses)
        ):
            return Tally(numbers, targets, endings, pauses)  # type: ignore[arg-type]  # whole, as was asked
        case _:
            return Tally()
