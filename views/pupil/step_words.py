"""What steps and routines are called, and what a screen reader says of a step. No flet in here."""

from services.planner.routine import Routine, Step
from services.planner.words import Outcome, Part, PauseReason, Size
from views.pupil.today_state import StepLine
from views.pupil.undo import Changed, Undoable
from views.strings.catalogue import Sentences
from views.strings.dates import clock
from views.strings.groups.today import ForEachPart


def title_of(sentences: Sentences, thing: Step | Routine | Undoable) -> str:
    """A typed title, or the starter's sentence."""
    return thing.title or sentences.starter.titles.get(thing.starter or "", "")


def for_part(words: ForEachPart, part: Part) -> str:
    """The sentence of a part of the day."""
    match part:
        case Part.MORNING:
            return words.morning
        case Part.AFTER_SCHOOL:
            return words.after_school
        case Part.EVENING:
            return words.evening


def standing(sentences: Sentences, line: StepLine) -> str:
    """A word or two under a step: how it stands, else its time, else nothing."""
    words = sentences.today.step
    if line.is_paused:
        return words.paused
    match line.outcome:
        case Outcome.DONE:
            return words.done_by.format(name=line.by) if line.by else words.done
        case Outcome.SKIPPED:
            return words.skipped
        case Outcome.NOT_NEEDED:
            return words.not_needed
        case Outcome.NONE:
            return words.by_time.format(time=clock(line.step.at)) if line.step.at else ""


def spoken(sentences: Sentences, line: StepLine, *, may_press: bool) -> str:
    """The name of a step's card: the step, how it stands, and what a press does."""
    words, title = sentences.today.step, title_of(sentences, line.step)
    if not may_press:
        return words.name_plain.format(title=title, standing=standing(sentences, line)).rstrip(", ")
    if line.is_paused:
        return words.name_paused.format(title=title)
    match line.outcome:
        case Outcome.DONE:
            by = words.name_done_by if line.by else words.name_done
            return by.format(title=title, name=line.by)
        case Outcome.SKIPPED:
            return words.name_skipped.format(title=title)
        case Outcome.NOT_NEEDED:
            return words.name_not_needed.format(title=title)
        case Outcome.NONE:
            now = words.name_now if line.is_now else words.name_open
            return now.format(title=title)


def undo_sentence(sentences: Sentences, offer: Undoable) -> str:
    """What the quiet bar says."""
    words = sentences.today.undo
    said = {
        Changed.done: words.done,
        Changed.opened: words.opened,
        Changed.skipped: words.skipped,
        Changed.not_needed: words.not_needed,
        Changed.size: words.size,
        Changed.paused: words.paused,
        Changed.taken_up: words.taken_up,
        Changed.step_removed: words.step_removed,
    }[offer.changed]
    return said.format(title=title_of(sentences, offer))


def reason_word(sentences: Sentences, reason: PauseReason) -> str:
    """Why something is paused, in a word."""
    words = sentences.today.pause
    match reason:
        case PauseReason.ILL:
            return words.ill
        case PauseReason.HOLIDAY:
            return words.holiday
        case PauseReason.APPOINTMENT:
            return words.appointment
        case PauseReason.OTHER:
            return words.other


def size_word(sentences: Sentences, size: Size) -> str:
    """What a size is called."""
    words = sentences.routine
    return {Size.USUAL: words.usual, Size.SHORT: words.short, Size.TINY: words.tiny}[size]
