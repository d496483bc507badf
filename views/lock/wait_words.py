"""When a rest is over, as the clock on the wall will show it. Never a countdown."""

from services.planner.planner_day import local_minute

_MINUTE_MS = 60_000


def clock_after(wait_ms: int, now_ms: int, zone: str) -> str:
    """The first whole minute after the wait. Shape: "08:43"."""
    minute = local_minute(now_ms + wait_ms + _MINUTE_MS - 1, zone)
    return f"{minute // 60:02}:{minute % 60:02}"
