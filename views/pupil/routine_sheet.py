"""One more routine: when, what it is called, on which days. Its steps come after, in the editor."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from services.planner.starter import STARTER_ROUTINES
from services.planner.text import NAME_LIMIT
from services.planner.words import Part
from views.design.button import big_button
from views.design.choice import Choice, choice_row
from views.design.field import field
from views.design.lettering import body_text
from views.design.sheet import sheet
from views.design.surface import Tap, column
from views.design.tokens import Tokens
from views.pupil.day_picker import day_picker
from views.pupil.routine_draft import RoutineDraft
from views.pupil.step_words import for_part
from views.strings.catalogue import Sentences


def routine_sheet(
    sentences: Sentences,
    tokens: Tokens,
    draft: RoutineDraft,
    on_change: Callable[[Callable[[RoutineDraft], RoutineDraft]], object],
    on_add: Tap,
    on_close: Tap,
) -> ft.BottomSheet:
    """The sheet of a new routine."""
    said = sentences.today.adding
    parts = [
        Choice(part, for_part(sentences.today.part, part), STARTER_ROUTINES[part].picture) for part in Part
    ]
    when = choice_row(tokens, parts, draft.part, lambda part: on_change(lambda now: now.with_part(part)))
    inside: list[ft.Control] = [
        column([body_text(tokens, said.when, is_bold=True), when], gap=8),
        field(
            tokens,
            said.name,
            draft.title,
            lambda text: on_change(lambda now: replace(now, title=text)),
            hint=said.hint,
            max_length=NAME_LIMIT,
            key="routine-name",
        ),
        column(
            [
                body_text(tokens, said.days, is_bold=True),
                day_picker(
                    sentences, tokens, draft.days, lambda day: on_change(lambda now: now.with_day(day))
                ),
            ],
            gap=8,
        ),
        big_button(tokens, said.add, on_add if draft.is_ready else None, icon_name="add", key="routine-add"),
    ]
    return sheet(tokens, said.title, inside, sentences.words.close, on_close, height_about=620)
