"""Days, numbers and voices inside sentences about targets."""

from collections.abc import Mapping
from datetime import date, timedelta

from services.planner.ids import PersonId
from services.planner.person import Person
from services.planner.target import Rating
from services.planner.words import Role
from views.pupil.chart_model import VOICE_ORDER, VoiceLine
from views.strings.catalogue import Sentences
from views.strings.dates import long_date


def day_phrase(sentences: Sentences, day: date, today: date) -> str:
    """Such as: today, yesterday, on Monday, on 14 September."""
    days = sentences.targets.days
    near = {
        today: days.today,
        today - timedelta(days=1): days.yesterday,
        today + timedelta(days=1): days.tomorrow,
    }
    if day in near:
        return near[day]
    if timedelta(0) < today - day < timedelta(days=7):
        return days.on_weekday[day.weekday()]
    month = sentences.words.months[day.month - 1]
    if day.year != today.year:
        return days.on_date_year.format(day=day.day, month=month, year=day.year)
    return days.on_date.format(day=day.day, month=month)


def coming_day(sentences: Sentences, day: date, today: date) -> str:
    """A day to come, with its weekday: on Friday 23 October."""
    days = sentences.targets.days
    if day - today in (timedelta(0), timedelta(days=1)):
        return day_phrase(sentences, day, today)
    month = sentences.words.months[day.month - 1]
    return days.weekday_date.format(on_weekday=days.on_weekday[day.weekday()], day=day.day, month=month)


def as_heading(text: str) -> str:
    """The same words with a capital first letter, to stand alone."""
    return text[:1].upper() + text[1:]


def short_day(sentences: Sentences, day: date) -> str:
    """A day under the chart: 14 Sep."""
    days = sentences.targets.days
    return days.short_date.format(day=day.day, month=days.short_months[day.month - 1])


def voice_name(
    sentences: Sentences, line: VoiceLine, me: Person | None, people: Mapping[PersonId, Person]
) -> str:
    """Whose line it is, as the one who sits here reads it."""
    names = sentences.targets.chart.voices
    if is_mine(line, me):
        return names[0]
    person = people.get(line.person)
    if person and person.name:
        return person.name
    return sentences.words.pupil if line.role is Role.PUPIL else names[VOICE_ORDER.index(line.role)]


def is_mine(line: VoiceLine, me: Person | None) -> bool:
    """Whether the one who sits here said this; before anybody has said who they are, it is the pupil."""
    return line.role is Role.PUPIL if me is None else line.person == me.id


def line_sentence(
    sentences: Sentences, line: VoiceLine, me: Person | None, people: Mapping[PersonId, Person], today: date
) -> str:
    """What a voice said last, and the time before: You said 3 on Monday, 5 today."""
    said = sentences.targets.chart
    name = voice_name(sentences, line, me, people)
    is_me = is_mine(line, me)
    last, before = line.latest, line.before
    day = day_phrase(sentences, last.on, today)
    if before is None:
        return (said.you_once if is_me else said.other_once).format(name=name, score=last.score, day=day)
    return (said.you_twice if is_me else said.other_twice).format(
        name=name,
        before=before.score,
        then=day_phrase(sentences, before.on, today),
        score=last.score,
        day=day,
    )


def rating_sentence(
    sentences: Sentences, rating: Rating, me: Person | None, people: Mapping[PersonId, Person], today: date
) -> str:
    """What somebody said last: Jo said 5 on Monday."""
    said, day = sentences.targets.chart, day_phrase(sentences, rating.date, today)
    if me is not None and rating.person == me.id:
        return said.you_once.format(score=rating.score, day=day)
    person = people.get(rating.person)
    words = sentences.words
    role = {Role.PUPIL: words.pupil, Role.PARENT: words.parent, Role.MENTOR: words.mentor}[rating.voice]
    name = person.name if person and person.name else role
    return said.other_once.format(name=name, score=rating.score, day=day)


def role_index(role: Role) -> int:
    """The place of a voice among the three: 0 pupil, 1 carer, 2 mentor."""
    return VOICE_ORDER.index(role)


def long_day(sentences: Sentences, day: date, today: date) -> str:
    """A day that stands alone: Today, Yesterday, Tomorrow, Monday 14 September."""
    words = sentences.words
    near = {-1: words.yesterday, 0: words.today, 1: words.tomorrow}
    return near.get((day - today).days) or long_date(words, day)
