"""Records to tell a planner's story with, as short as the tests need them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from services.planner.ids import RecordId, RoutineId, StepId
from services.planner.planner import Planner, read_planner
from services.planner.record import Record

DEVICE = "a1b2c3d4" * 4
MONDAY = date(2026, 9, 14)
ROUTINE = RoutineId("morning")
EVERY_SIZE = ["usual", "short", "tiny"]


def record(record_id: str, kind: str, **fields: Any) -> Record:
    """A record that somebody made. A trailing underscore keeps Python's own words apart: from_."""
    named = {name.rstrip("_") if name != "_del" else name: value for name, value in fields.items()}
    return Record(RecordId(record_id), kind, {"_new": kind, **named})


def day(
    on: date, ticks: dict[str, str] | None = None, sizes: dict[str, str] | None = None, **more: Any
) -> Record:
    """A day with ticks by step."""
    fields: dict[str, Any] = {f"t.{step}": [outcome, "sam"] for step, outcome in (ticks or {}).items()}
    fields |= {f"size.{routine}": size for routine, size in (sizes or {}).items()}
    return record(f"day:{on.isoformat()}", "day", **fields, **more)


def morning(*steps: Record) -> list[Record]:
    """A morning on every day, with these steps."""
    return [record("morning", "routine", part="morning", starter="routine_morning", order="V"), *steps]


def step(name: str, order: str, sizes: Iterable[str] = ("usual",), **more: Any) -> Record:
    """A step of the morning."""
    return record(name, "step", routine="morning", title=name, order=order, sizes=list(sizes), **more)


def planner(*records: Record) -> Planner:
    """The planner of these records."""
    return read_planner({one.id: one for one in records}, DEVICE)


def school_morning() -> list[Record]:
    """Alarm and teeth (usual), dressed (usual, short), up (usual, tiny), out (usual, short), tell (tiny)."""
    return morning(
        step("alarm", "B"),
        step("up", "D", ["usual", "tiny"]),
        step("dressed", "F", ["usual", "short"]),
        step("teeth", "H"),
        step("tell", "J", ["tiny"]),
        step("out", "L", ["usual", "short"]),
    )


def named(steps: Iterable[Any]) -> list[str]:
    """The names of steps today."""
    return [one.step.id for one in steps]


UP = StepId("up")
