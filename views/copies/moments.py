"""When a copy was made, as people say it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from views.strings.catalogue import Sentences
from views.strings.dates import clock_of_minute, long_date, short_date


def local(at_ms: int, zone: str) -> datetime:
    """The clock on the wall at that moment. Units: `at_ms` since 1970 UTC."""
    return datetime.fromtimestamp(at_ms // 1000, ZoneInfo(zone))


def dated(sentences: Sentences, day: date, today: date) -> str:
    """Such as: 14 September, and in another year: 14 September 2025."""
    said = short_date(sentences.words, day)
    return said if day.year == today.year else sentences.copies.year.format(day=said, year=day.year)


def moment(sentences: Sentences, pattern: str, at_ms: int, zone: str) -> str:
    """A sentence with its {day} and {time} said."""
    at = local(at_ms, zone)
    day = sentences.copies.year.format(day=long_date(sentences.words, at.date()), year=at.year)
    return pattern.format(day=day, time=clock_of_minute(at.hour * 60 + at.minute))
