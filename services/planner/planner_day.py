"""The planner's own day: it begins at 04:00, in the planner's own time zone.

After midnight and before 04:00 the evening still belongs to the day it began. Only the clock on the wall
counts, so the two days a year that are an hour longer or shorter need no rule of their own.
"""

from datetime import UTC, date, datetime, timedelta

from services.planner.words import Part
from services.planner.zone import zone_of

DAY_BEGINS_MINUTE = 4 * 60
AFTER_SCHOOL_BEGINS_MINUTE = 12 * 60
EVENING_BEGINS_MINUTE = 17 * 60 + 30
SCHOOL_BEGINS_MINUTE = 8 * 60 + 30
SCHOOL_ENDS_MINUTE = 15 * 60 + 30
SATURDAY = 5


def planner_day(now_ms: int, zone: str) -> date:
    """The day that this moment belongs to."""
    wall = _wall(now_ms, zone)
    before = _minute(wall) < DAY_BEGINS_MINUTE
    return wall.date() - timedelta(days=1) if before else wall.date()


def local_minute(now_ms: int, zone: str) -> int:
    """What the clock on the wall says. Units: minutes after local midnight, 0 to 1439."""
    return _minute(_wall(now_ms, zone))


def part_now(now_ms: int, zone: str) -> Part:
    """Morning from 04:00, after school from 12:00, evening from 17:30 until 04:00."""
    minute = local_minute(now_ms, zone)
    if minute < DAY_BEGINS_MINUTE or minute >= EVENING_BEGINS_MINUTE:
        return Part.EVENING
    return Part.AFTER_SCHOOL if minute >= AFTER_SCHOOL_BEGINS_MINUTE else Part.MORNING


def is_school_hours(now_ms: int, zone: str) -> bool:
    """Monday to Friday from 08:30 up to 15:30: the phone is in the bag."""
    wall = _wall(now_ms, zone)
    return wall.weekday() < SATURDAY and SCHOOL_BEGINS_MINUTE <= _minute(wall) < SCHOOL_ENDS_MINUTE


def _wall(now_ms: int, zone: str) -> datetime:
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=now_ms)).astimezone(zone_of(zone))


def _minute(wall: datetime) -> int:
    return wall.hour * 60 + wall.minute
