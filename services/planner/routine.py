"""Routine and step: what is to be done, in which order, in which sizes and on which days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from services.planner import reading
from services.planner.ids import RoutineId, StepId
from services.planner.record import Record
from services.planner.words import Part, Size

LONGEST_STEP_MINUTES = 240

_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. A typed `title` wins; without one the view says the sentence of `starter`.

    Shape: `days` are weekdays, Monday is 0; `at` is "07:30".
    """

    id: StepId
    routine: RoutineId
    title: str | None
    starter: str | None
    picture: str
    order: str
    sizes: frozenset[Size]
    days: frozenset[int]
    minutes: int | None
    at: str | None


@dataclass(frozen=True, slots=True)
class Routine:
    """Steps that belong together at one part of the day, in their order."""

    id: RoutineId
    part: Part
    title: str | None
    starter: str | None
    picture: str
    order: str
    days: frozenset[int]
    steps: tuple[Step, ...] = ()


def is_clock(text: str | None) -> bool:
    """Whether this is a time of day such as 07:30."""
    return text is not None and _CLOCK.fullmatch(text) is not None


def read_routine(record: Record) -> Routine | None:
    """The routine of a record, without its steps, or None if it has no part of the day."""
    fields = record.fields
    part = reading.word(fields, "part", Part)
    if part is None:
        return None
    return Routine(
        id=RoutineId(record.id),
        part=part,
        title=reading.text(fields, "title"),
        starter=reading.text(fields, "starter"),
        picture=reading.text(fields, "picture") or "",
        order=reading.order(fields),
        days=reading.weekdays(fields, "days"),
    )


def read_step(record: Record) -> Step | None:
    """The step of a record, or None if it belongs to no routine."""
    fields = record.fields
    routine = reading.text(fields, "routine")
    if routine is None:
        return None
    at = reading.text(fields, "at")
    return Step(
        id=StepId(record.id),
        routine=RoutineId(routine),
        title=reading.text(fields, "title"),
        starter=reading.text(fields, "starter"),
        picture=reading.text(fields, "picture") or "",
        order=reading.order(fields),
        sizes=reading.words_in(fields, "sizes", Size) or frozenset({Size.USUAL}),
        days=reading.weekdays(fields, "days"),
        minutes=reading.whole(fields, "minutes", 1, LONGEST_STEP_MINUTES),
        at=at if is_clock(at) else None,
    )


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps as a person meets them; equal keys, from two devices at once, fall the same way everywhere."""
    return tuple(sorted(steps, key=lambda step: (step.order, step.id)))
