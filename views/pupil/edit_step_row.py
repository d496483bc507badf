"""One step in the editor: a press changes it, two small ones move it."""

from collections.abc import Callable

import flet as ft

from services.planner.ids import StepId
from services.planner.reading import WEEKDAYS
from services.planner.routine import Step
from services.planner.words import Size
from views.design.button import icon_button
from views.design.lettering import body_text, small_text
from views.design.picture import pictogram
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.routine_face import days_in_words
from views.pupil.step_words import size_word, title_of
from views.strings.catalogue import Sentences
from views.strings.dates import clock

Move = Callable[[StepId, int], object]


def edit_step_row(
    sentences: Sentences,
    tokens: Tokens,
    step: Step,
    on_tap: Tap | None,
    on_up: Tap | None,
    on_down: Tap | None,
) -> ft.Control:
    """A row; the first cannot go up, the last cannot go down."""
    said, title = sentences.routine, title_of(sentences, step)
    words: list[ft.Control] = [body_text(tokens, title, is_bold=True)]
    note = _note(sentences, step)
    if note:
        words.append(small_text(tokens, note))
    spoken = ". ".join(part for part in (said.change_step.format(title=title), note) if part)
    face = tap_card(
        tokens,
        row([pictogram(tokens, step.picture, 44), filling(column(words, gap=0))], gap=12),
        on_tap,
        label=spoken,
        padding=12,
        key=f"edit-{step.id}",
    )
    moves = [
        icon_button(tokens, "up", said.up.format(title=title), on_up, key=f"up-{step.id}"),
        icon_button(tokens, "down", said.down.format(title=title), on_down, key=f"down-{step.id}"),
    ]
    if tokens.is_large:
        return column([face, row(list(moves), along="end")], gap=2)
    return row([filling(face), row(list(moves), gap=0)], gap=4)


def _note(sentences: Sentences, step: Step) -> str:
    """Its time, its sizes where they are not only the usual one, and its days where they are not all."""
    said, parts = sentences.routine, list[str]()
    if step.at:
        parts.append(clock(step.at))
    if step.sizes != frozenset({Size.USUAL}):
        parts.append(", ".join(size_word(sentences, size) for size in Size if size in step.sizes))
    if step.days != WEEKDAYS:
        parts.append(said.only_on.format(days=days_in_words(sentences, step.days)))
    return " · ".join(parts)
