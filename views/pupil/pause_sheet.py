"""Saying a pause: what, for how long, and perhaps why. The usual one is one press away."""

from collections.abc import Callable

import flet as ft

from services.planner.words import PauseReason
from views.design.button import big_button
from views.design.choice import Choice, choice_row
from views.design.lettering import body_text
from views.design.sheet import sheet
from views.design.stepper import stepper
from views.design.surface import Tap, column
from views.design.tokens import Tokens
from views.pupil.pause_draft import PauseDraft, PauseSpan, PauseWhat
from views.pupil.step_words import reason_word
from views.strings.catalogue import Sentences
from views.strings.dates import long_date

PICTURE_BY_REASON = {
    PauseReason.ILL: "feeling_ill",
    PauseReason.HOLIDAY: "sun",
    PauseReason.APPOINTMENT: "doctor",
    PauseReason.OTHER: "cloud",
}


def pause_sheet(
    sentences: Sentences,
    tokens: Tokens,
    draft: PauseDraft,
    step_title: str,
    on_change: Callable[[PauseDraft], object],
    on_pause: Tap,
    on_close: Tap,
) -> ft.BottomSheet:
    """The sheet of a draft; every answer has one already, so Pause can be pressed at once."""
    said = sentences.today.pause
    what = {
        PauseWhat.step: said.step.format(title=step_title),
        PauseWhat.routine: said.routine,
        PauseWhat.everything: said.everything,
    }
    span = {
        PauseSpan.today: said.just_today,
        PauseSpan.days: said.some_days,
        PauseSpan.open_end: said.open_end,
    }
    inside: list[ft.Control] = [
        _asked(
            tokens,
            said.what,
            choice_row(
                tokens,
                [Choice(one, what[one]) for one in draft.choices],
                draft.what,
                lambda one: on_change(draft.with_what(one)),
            ),
        ),
        _asked(
            tokens,
            said.span,
            choice_row(
                tokens,
                [Choice(one, span[one]) for one in PauseSpan],
                draft.span,
                lambda one: on_change(draft.with_span(one)),
            ),
        ),
    ]
    if draft.span is PauseSpan.days:
        inside.append(_days(sentences, tokens, draft, on_change))
    inside += [
        _asked(
            tokens,
            said.reason,
            choice_row(
                tokens,
                [Choice(one, reason_word(sentences, one), PICTURE_BY_REASON[one]) for one in PauseReason],
                draft.reason,
                lambda one: on_change(draft.with_reason(one)),
            ),
        ),
        big_button(tokens, said.confirm, on_pause, icon_name="pause", key="pause-confirm"),
    ]
    return sheet(tokens, said.title, inside, sentences.words.close, on_close)


def _asked(tokens: Tokens, question: str, answer: ft.Control) -> ft.Control:
    heading = ft.Semantics(heading_level=3, content=body_text(tokens, question, is_bold=True))
    return column([heading, answer], gap=8)


def _days(
    sentences: Sentences, tokens: Tokens, draft: PauseDraft, on_change: Callable[[PauseDraft], object]
) -> ft.Control:
    said = sentences.today.pause

    def day(text: str, moved: Callable[[int], PauseDraft], may_less: bool, key: str) -> ft.Control:
        return stepper(
            tokens,
            text,
            f"{text}: {said.day_sooner}",
            f"{text}: {said.day_later}",
            (lambda: on_change(moved(-1))) if may_less else None,
            lambda: on_change(moved(1)),
            key=key,
        )

    first = said.first.format(day=long_date(sentences.words, draft.first))
    last = said.last.format(day=long_date(sentences.words, draft.last))
    return column(
        [
            day(first, draft.first_moved, draft.first > draft.on, "pause-first"),
            day(last, draft.last_moved, draft.last > draft.first, "pause-last"),
        ]
    )
