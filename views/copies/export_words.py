"""The words of an export, gathered from the sentences that the app itself speaks."""

from services.paper.export_words import ExportWords
from services.planner.words import Outcome, Part, PauseReason, Role, Size
from views.strings.catalogue import Language, Sentences
from views.strings.languages import is_right_to_left


def export_words(sentences: Sentences, language: Language, zone: str) -> ExportWords:
    """The words in one language. Shape: `zone` is where the device is, for the days of notes."""
    said, words, today, one = (
        sentences.copies.export,
        sentences.words,
        sentences.today,
        sentences.targets.one,
    )
    return ExportWords(
        language=language.value,
        is_rtl=is_right_to_left(language),
        title=said.title,
        made_on=said.made_on,
        note=said.note,
        people=said.people,
        routines=said.routines,
        ticks=said.ticks,
        targets=said.targets,
        pauses=said.pauses,
        contacts=said.contacts,
        others=said.others,
        nothing=said.nothing,
        day=said.day,
        step=said.step,
        what_became=said.what_became,
        who=said.who,
        next_step=one.next_step,
        who_helps=one.who_helps,
        aim=one.aim,
        look_again=one.look_again,
        put_away=one.put_away_title,
        reached=one.reached_title,
        paused=today.step.paused,
        everything=today.pause.everything,
        open_end=said.open_end,
        span=said.span,
        every_day=sentences.routine.every_day,
        by_time=today.step.by_time,
        out_of_ten=words.out_of_ten,
        date=said.date,
        weekdays=words.weekdays,
        weekdays_short=words.weekdays_short,
        months=words.months,
        roles={Role.PUPIL: words.pupil, Role.PARENT: words.parent, Role.MENTOR: words.mentor},
        parts={
            Part.MORNING: today.part.morning,
            Part.AFTER_SCHOOL: today.part.after_school,
            Part.EVENING: today.part.evening,
        },
        outcomes={
            Outcome.DONE: today.step.done,
            Outcome.SKIPPED: today.step.skipped,
            Outcome.NOT_NEEDED: today.step.not_needed,
        },
        sizes={
            Size.USUAL: sentences.routine.usual,
            Size.SHORT: sentences.routine.short,
            Size.TINY: sentences.routine.tiny,
        },
        reasons={
            PauseReason.ILL: today.pause.ill,
            PauseReason.HOLIDAY: today.pause.holiday,
            PauseReason.APPOINTMENT: today.pause.appointment,
            PauseReason.OTHER: today.pause.other,
        },
        contact_kinds=sentences.help.kinds,
        starter_titles=sentences.starter.titles,
        columns=said.columns,
        routine=said.routine,
        tick=said.tick,
        size=said.size,
        rating=said.rating,
        target=said.target,
        pause=said.pause,
        contact=said.contact,
        person=said.person,
        zone=zone,
        notebooks={kind: words_of.title for kind, words_of in sentences.notes.kinds.items()},
        note_of=sentences.notes.door_of,
        one_note=sentences.notes.new_title,
    )
