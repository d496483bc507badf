"""Writing a step: its words, picture, time, sizes and days. A new one can begin from an idea."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from services.planner.text import NAME_LIMIT
from services.planner.words import Size
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_row
from views.design.field import field
from views.design.lettering import body_text, small_text
from views.design.sheet import sheet
from views.design.surface import Tap, column, row
from views.design.tokens import Tokens
from views.pupil.day_picker import day_picker
from views.pupil.picture_press import picture_press
from views.pupil.step_draft import StepDraft
from views.pupil.step_words import size_word
from views.strings.catalogue import Sentences

ChangeDraft = Callable[[Callable[[StepDraft], StepDraft]], object]


def edit_step_sheet(
    sentences: Sentences,
    tokens: Tokens,
    draft: StepDraft,
    ideas: tuple[StepDraft, ...],
    on_change: ChangeDraft,
    on_picture: Tap,
    on_keep: Tap,
    on_remove: Tap | None,
    on_close: Tap,
) -> ft.BottomSheet:
    """The sheet of one step; `on_remove` None means that it is new."""
    said, is_new = sentences.routine.sheet, on_remove is None
    inside: list[ft.Control] = []
    if ideas:
        choices = [Choice(idea, idea.title, idea.picture) for idea in ideas]
        row_of_ideas = choice_row(tokens, choices, draft, lambda idea: on_change(lambda _: idea))
        inside.append(_asked(tokens, said.ideas, row_of_ideas))
    inside += [
        field(
            tokens,
            said.name,
            draft.title,
            lambda text: on_change(lambda now: replace(now, title=text)),
            hint=said.name_hint,
            error=said.name_long if draft.is_title_long else None,
            max_length=NAME_LIMIT,
            key="step-title",
        ),
        picture_press(
            tokens, draft.picture, said.picture, said.picture_choose, on_picture, key="step-picture"
        ),
        field(
            tokens,
            said.time,
            draft.clock,
            lambda text: on_change(lambda now: replace(now, clock=text)),
            hint=said.time_hint,
            error=said.time_odd if draft.is_clock_odd else None,
            max_length=5,
            key="step-time",
        ),
        _asked(tokens, said.sizes, _sizes(sentences, tokens, draft, on_change), said.sizes_note),
        _asked(
            tokens,
            said.days,
            day_picker(sentences, tokens, draft.days, lambda day: on_change(lambda now: now.with_day(day))),
        ),
        big_button(
            tokens,
            said.add if is_new else said.keep,
            on_keep if draft.is_ready else None,
            icon_name="add" if is_new else "check",
            key="step-keep",
        ),
    ]
    if on_remove is not None:
        remove = quiet_button(
            tokens, said.remove, on_remove, icon_name="delete", ink="danger", is_bare=True, key="step-remove"
        )
        inside.append(row([remove], along="center", wraps=True))
    heading = said.new_title if is_new else said.change_title
    return sheet(tokens, heading, inside, sentences.words.close, on_close)


def _asked(tokens: Tokens, question: str, answer: ft.Control, note: str = "") -> ft.Control:
    shown: list[ft.Control] = [body_text(tokens, question, is_bold=True)]
    if note:
        shown.append(small_text(tokens, note))
    return column([*shown, answer], gap=8)


def _sizes(sentences: Sentences, tokens: Tokens, draft: StepDraft, on_change: ChangeDraft) -> ft.Control:
    choices = [Choice(size, size_word(sentences, size)) for size in Size]
    return choice_row(tokens, choices, draft.sizes, lambda size: on_change(lambda now: now.with_size(size)))
