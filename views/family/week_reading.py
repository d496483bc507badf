"""From a planner and a moment to what the week shows. Pure."""

from collections.abc import Iterator
from datetime import date

from services.planner.ids import PersonId
from services.planner.planner import Planner
from services.planner.today import RoutineToday, StepToday
from services.planner.week import WeekRow, week_of
from services.planner.words import Outcome, Part, Role
from views.family.week_state import WeekCell, WeekLine
from views.pupil.today_state import StepLine


def lines_of(planner: Planner, monday: date, today: date, part: Part) -> tuple[WeekLine, ...]:
    """The routines of a week, each with its seven cells."""
    return tuple(
        WeekLine(row.routine, tuple(_cells(planner, row, today, part))) for row in week_of(planner, monday)
    )


def _cells(planner: Planner, row: WeekRow, today: date, part: Part) -> Iterator[WeekCell | None]:
    for on in row.days:
        if on is None:
            yield None
            continue
        is_today = on.date == today
        is_now = is_today and row.routine.part is part
        yield WeekCell(on, tuple(_lines(planner, on, is_now=is_now)), is_now, is_today)


def _lines(planner: Planner, on: RoutineToday, *, is_now: bool) -> Iterator[StepLine]:
    for step in on.steps:
        yield StepLine(
            step.step,
            step.outcome,
            is_now=is_now and step is on.now,
            is_paused=step.is_paused,
            by=_adult(planner, step),
        )


def _adult(planner: Planner, step: StepToday) -> str | None:
    """Who ticked, where it was not the pupil: an adult's tick is never taken for the pupil's own."""
    person = planner.people.get(step.by or PersonId(""))
    if step.outcome is not Outcome.DONE or person is None or person.role is Role.PUPIL:
        return None
    return person.name or None
