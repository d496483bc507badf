"""Days, spans and standings of the week in words. No flet in here."""

from datetime import UTC, date, datetime, timedelta

from services.planner.planner_day import local_minute
from services.planner.words import Outcome, Size
from services.planner.zone import zone_of
from views.family.week_state import WeekCell, WeekState
from views.pupil.step_words import reason_word, title_of
from views.strings.catalogue import Sentences
from views.strings.dates import clock_of_minute, long_date, short_date


def week_title(sentences: Sentences, state: WeekState) -> str:
    """Whose week it is."""
    said = sentences.family.week
    return said.title.format(name=state.pupil.name) if state.pupil.name else said.title_nobody


def span(sentences: Sentences, state: WeekState) -> str:
    """Such as: 14 to 20 September; 28 September to 4 October."""
    first, last = state.days[0], state.days[-1]
    words = sentences.words
    start = str(first.day) if first.month == last.month else short_date(words, first)
    return sentences.family.week.span.format(first=start, last=short_date(words, last))


def as_of(sentences: Sentences, state: WeekState) -> str:
    """When this was last heard from the others, or nothing while nothing is shared."""
    if state.as_of_ms is None:
        return ""
    wall = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=state.as_of_ms)
    day = wall.astimezone(zone_of(state.zone)).date()
    time = clock_of_minute(local_minute(state.as_of_ms, state.zone))
    return sentences.family.week.as_of.format(time=time, weekday=sentences.words.weekdays[day.weekday()])


def standing(sentences: Sentences, cell: WeekCell, today: date) -> str:
    """How a routine stands on a day, in a word or two. What is still open is never counted."""
    said, words = sentences.family.week, sentences.words
    on = cell.today
    if on.is_paused:
        reason = on.pause_reason
        return sentences.today.step.paused if reason is None else reason_word(sentences, reason)
    if is_all_done(cell):
        told = said.all_done
    elif on.done_count and cell.on <= today:
        told = said.done.say(on.done_count)
    else:
        told = words.steps.say(on.asked_count)
    match on.size:
        case Size.USUAL:
            return told
        case Size.SHORT:
            return said.in_short.format(standing=told)
        case Size.TINY:
            return said.in_tiny.format(standing=told)


def is_all_done(cell: WeekCell) -> bool:
    """Nothing is left to do and something was done; the smaller size done is done."""
    return cell.today.is_finished and any(line.outcome is Outcome.DONE for line in cell.lines)


def cell_name(sentences: Sentences, cell: WeekCell, today: date) -> str:
    """What a screen reader says of a cell."""
    said = sentences.family.week
    return (said.cell_now if cell.is_now else said.cell).format(
        routine=title_of(sentences, cell.today.routine),
        day=day_name(sentences, cell.on, today),
        standing=standing(sentences, cell, today),
    )


def day_name(sentences: Sentences, day: date, today: date) -> str:
    """A day with its date; today is called so."""
    words = sentences.words
    return words.today if day == today else long_date(words, day)


def day_standing(sentences: Sentences, state: WeekState, day: date) -> str:
    """How a whole day stands, for the strip."""
    said, cells = sentences.family.week, state.cells_on(day)
    if not cells:
        return said.nothing
    if all(is_all_done(cell) for cell in cells):
        return said.all_done
    done = sum(cell.today.done_count for cell in cells) if day <= state.today else 0
    return said.done.say(done) if done else sentences.words.steps.say(sum(c.today.asked_count for c in cells))
