"""A school year of ticks: 190 days of 12 steps, as the bench, the kill test and the browser have it."""

from services.planner.edit import Change
from services.planner.ids import RecordId

DAYS, STEPS = 190, 12
PERSON = "AbCdEfGhIjKl"


def day(number: int) -> RecordId:
    """A day of the year, by number; not a date that exists, and as long as one."""
    return RecordId(f"day:2026-{number // 31 + 10:02}-{number % 31 + 1:02}")


def school_year() -> list[Change]:
    """Its 2,280 ticks."""
    return [
        Change(day(number), "day", f"t.AbCdEfGhI{step:03}", ["done", PERSON])
        for number in range(DAYS)
        for step in range(STEPS)
    ]


def tick_of(number: int, person: str = PERSON) -> Change:
    """One tick more, or one changed, on the last day."""
    outcome = "skipped" if number % 2 else "done"
    return Change(day(DAYS - 1), "day", f"t.AbCdEfGhI{number % STEPS:03}", [outcome, person])
