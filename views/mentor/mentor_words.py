"""Reasons, uses, meetings and sizes as sentences. No flet in here."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import assert_never

from services.planner.case import Case
from services.planner.day_use import DayUse, Use
from services.planner.four_weeks import RoutineDay, RoutineWeeks
from services.planner.planner_day import local_minute, planner_day
from services.planner.reason import MeetingToday, NothingNow, NotSynced, Reason, ReviewDue, SomethingNew
from services.planner.words import Size
from views.mentor.caseload_state import CaseloadRow
from views.pupil.step_words import reason_word, size_word, title_of
from views.pupil.target_words import as_heading, day_phrase
from views.strings.catalogue import Sentences
from views.strings.dates import clock, clock_of_minute


def reason_sentence(sentences: Sentences, reason: Reason, about: str, today: date, zone: str) -> str:
    """Why to look, in words."""
    said = sentences.mentor.reason
    match reason:
        case MeetingToday(at):
            return said.meeting if at is None else said.meeting_at.format(time=clock(at))
        case ReviewDue():
            return said.review.format(target=about)
        case SomethingNew(what, count):
            return said.new[what].say(count)
        case NotSynced(since_ms):
            return said.not_synced.format(day=day_phrase(sentences, planner_day(since_ms, zone), today))
        case NothingNow():
            return said.nothing
        case _:
            assert_never(reason)


def week_sentence(sentences: Sentences, strip: Iterable[DayUse]) -> str:
    """The week strip, counted."""
    said = sentences.mentor.use
    count_by_use = Counter(day.use for day in strip)
    uses = [said.days[use].say(count_by_use[use]) for use in Use if count_by_use[use]]
    return said.week.format(uses=", ".join(uses))


def meeting_words(sentences: Sentences, case: Case, today: date) -> str:
    """The next meeting in a few words; nothing when it was or is not set."""
    day = meeting_day(sentences, case, today, is_alone=False)
    return sentences.mentor.caseload.meeting.format(day=day) if day else ""


def meeting_day(sentences: Sentences, case: Case, today: date, *, is_alone: bool = True) -> str:
    """When the next meeting is, such as: Fri 18 Sep, 9:30."""
    on = case.meeting_on
    if on is None or on < today:
        return ""
    day = day_phrase(sentences, on, today) if (on - today).days < 2 else brief_day(sentences, on)
    day = as_heading(day) if is_alone else day
    if case.meeting_at is None:
        return day
    return sentences.mentor.caseload.at_time.format(day=day, time=clock(case.meeting_at))


def brief_day(sentences: Sentences, on: date) -> str:
    """Such as: Fri 18 Sep."""
    short = sentences.words.weekdays_short[on.weekday()]
    month = sentences.targets.days.short_months[on.month - 1]
    return sentences.mentor.caseload.short_day.format(weekday=short, day=on.day, month=month)


def synced_words(sentences: Sentences, last_sync_ms: int | None, zone: str, today: date) -> str:
    """When this device last heard of a planner: the time today, else the day; nothing without sync."""
    if last_sync_ms is None:
        return ""
    day = planner_day(last_sync_ms, zone)
    when = (
        clock_of_minute(local_minute(last_sync_ms, zone))
        if day == today
        else as_heading(day_phrase(sentences, day, today))
    )
    return sentences.mentor.caseload.synced.format(when=when)


def row_name(sentences: Sentences, row: CaseloadRow, today: date) -> str:
    """What a screen reader says of a row."""
    reason = reason_sentence(sentences, row.reason, row.about, today, row.zone)
    parts = [
        sentences.mentor.caseload.row.format(
            name=row.name, reason=reason, week=week_sentence(sentences, row.strip)
        ),
        meeting_words(sentences, row.case, today),
        synced_words(sentences, row.last_sync_ms, row.zone, today),
    ]
    return ". ".join(part for part in parts if part)


def weeks_told(sentences: Sentences, weeks: RoutineWeeks) -> str:
    """Four weeks of a routine, counted by size."""
    said = sentences.mentor.weeks
    parts = [
        said.done_in.say(count, size=size_word(sentences, size))
        for size in Size
        if (count := weeks.count(Use.DONE, size))
    ]
    if begun := weeks.count(Use.PARTLY):
        parts.append(said.begun.say(begun))
    if paused := weeks.count(Use.PAUSED):
        parts.append(said.paused.say(paused))
    told = ", ".join(parts) or said.nothing
    return said.chart.format(routine=title_of(sentences, weeks.routine), told=told)


def day_told(sentences: Sentences, day: RoutineDay) -> str:
    """One routine on one day, in a few words; nothing for a gap."""
    said = sentences.mentor.weeks
    match day.use:
        case Use.DONE:
            return said.cell.format(size=size_word(sentences, day.size), told=said.done)
        case Use.PARTLY:
            told = said.of_steps.format(done=day.done, asked=day.asked)
            return said.cell.format(size=size_word(sentences, day.size), told=told)
        case Use.PAUSED if day.reason is not None:
            return said.paused_because.format(reason=reason_word(sentences, day.reason))
        case Use.PAUSED:
            return said.is_paused
        case Use.QUIET | Use.TO_COME:
            return ""
