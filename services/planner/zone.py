"""Time zones by name. The rules come from the time zone database, which ships with the app as data."""

from datetime import UTC, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DEFAULT_ZONE = "Europe/London"


def is_zone(name: str) -> bool:
    """Whether the database knows this name."""
    return _found(name) is not None


def zone_of(name: str) -> tzinfo:
    """The zone of this name. One we do not know is read as the usual one, so that a day is always a day."""
    return _found(name) or _found(DEFAULT_ZONE) or UTC


@lru_cache(maxsize=8)
def _found(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # ValueError: ../up; OSError: a folder's name
        return None
