"""The steps of a routine on a day, as tiles: picture, words, and how each stands."""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.planner.words import Outcome
from views.design.lettering import Ink
from views.design.surface import Look
from views.design.tile import even_rows, tile, tiles_across
from views.design.tokens import Tokens
from views.family.week_state import WeekCell
from views.pupil.step_words import spoken, standing, title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences


def step_tiles(
    sentences: Sentences,
    tokens: Tokens,
    cell: WeekCell,
    room: float,
    on_step: Callable[[StepLine], object] | None,
) -> ft.Control:
    """`room` is the width there is; `on_step` opens one."""
    across, width = tiles_across(tokens, room)

    def one(line: StepLine) -> ft.Control:
        return tile(
            tokens,
            line.step.picture,
            title_of(sentences, line.step),
            standing(sentences, line),
            None if on_step is None else partial(on_step, line),
            look=_look(line),
            ink=_ink(line),
            is_done=line.outcome is Outcome.DONE,
            label=_name(sentences, line, may_press=on_step is not None),
            key=f"tile-{line.id}",
        )

    return even_rows([one(line) for line in cell.lines], across, width)


def _name(sentences: Sentences, line: StepLine, *, may_press: bool) -> str:
    """What a reader says: the step, how it stands, and that a press changes it."""
    if not may_press:
        return spoken(sentences, line, may_press=False)
    change = sentences.routine.change_step.format(title=title_of(sentences, line.step))
    told = standing(sentences, line)
    return f"{change}. {told}" if told else change


def _look(line: StepLine) -> Look:
    if line.outcome is Outcome.DONE:
        return "done"
    if line.is_paused or line.outcome is not Outcome.NONE:
        return "pause"
    return "now" if line.is_now else "plain"


def _ink(line: StepLine) -> Ink:
    if line.outcome is Outcome.DONE:
        return "done"
    return "pause" if line.is_paused or line.outcome is not Outcome.NONE else "soft"
