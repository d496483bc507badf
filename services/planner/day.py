"""Day: what became of each step, which size was enough, and whether the day was paused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from services.planner import reading
from services.planner.canonical import Value
from services.planner.ids import PersonId, RoutineId, StepId
from services.planner.record import Record
from services.planner.words import Outcome, PauseReason, Size

TICK = "t."
SIZE = "size."
PAUSED_NO_REASON = "paused"


@dataclass(frozen=True, slots=True)
class Day:
    """One day. Shape: only steps of which somebody has said something are in `outcome_by_step`."""

    date: date
    outcome_by_step: Mapping[StepId, tuple[Outcome, PersonId]] = field(default_factory=dict)
    size_by_routine: Mapping[RoutineId, Size] = field(default_factory=dict)
    is_paused: bool = False
    pause_reason: PauseReason | None = None


def read_day(record: Record) -> Day | None:
    """The day of a record, or None if its id is not a day."""
    day = reading.as_day(record.id.removeprefix("day:"))
    if day is None or not record.id.startswith("day:"):
        return None
    outcomes: dict[StepId, tuple[Outcome, PersonId]] = {}
    sizes: dict[RoutineId, Size] = {}
    for name, value in record.fields.items():
        if name.startswith(TICK):
            if (tick := _tick(value)) is not None:
                outcomes[StepId(name[len(TICK) :])] = tick
        elif name.startswith(SIZE) and (size := reading.as_word(value, Size)) is not None:
            sizes[RoutineId(name[len(SIZE) :])] = size
    pause = record.fields.get("pause")
    reason = reading.as_word(pause, PauseReason)
    return Day(
        date=day,
        outcome_by_step=MappingProxyType(outcomes),
        size_by_routine=MappingProxyType(sizes),
        is_paused=reason is not None or pause == PAUSED_NO_REASON,
        pause_reason=reason,
    )


def _tick(value: Value) -> tuple[Outcome, PersonId] | None:
    match value:
        case [str(outcome), str(person)]:
            known = reading.as_word(outcome, Outcome)
            return None if known is None or known is Outcome.NONE else (known, PersonId(person))
        case _:
            return None
