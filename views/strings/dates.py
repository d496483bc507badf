"""Days and times in words."""

from datetime import date

from views.strings.groups.words import Words


def long_date(words: Words, day: date) -> str:
    """Such as: Tuesday 16 November."""
    return words.long_date.format(
        weekday=words.weekdays[day.weekday()], day=day.day, month=words.months[day.month - 1]
    )


def short_date(words: Words, day: date) -> str:
    """Such as: 16 November."""
    return words.short_date.format(day=day.day, month=words.months[day.month - 1])


def clock(at: str) -> str:
    """A time as it is read: "07:30" becomes 7:30."""
    hours, minutes = at.split(":")
    return f"{int(hours)}:{minutes}"


def clock_of_minute(minute: int) -> str:
    """A time from minutes after midnight."""
    return f"{minute // 60 % 24}:{minute % 60:02d}"
