"""The other choices of one step: done, skip, not needed, pause; and the way to the editor."""

from collections.abc import Callable

import flet as ft

from services.planner.words import Outcome
from views.design.picture import pictogram
from views.design.sheet import sheet
from views.design.surface import Tap
from views.design.tokens import Tokens
from views.pupil.sheet_choice import sheet_choice
from views.pupil.step_words import title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences


def step_sheet(
    sentences: Sentences,
    tokens: Tokens,
    line: StepLine,
    on_outcome: Callable[[Outcome], object],
    on_pause: Tap,
    on_take_up: Tap,
    on_change: Tap,
    on_close: Tap,
) -> ft.BottomSheet:
    """What else can be said of an open or paused step today."""
    said = sentences.today.choices
    choices: list[ft.Control] = [
        ft.Container(pictogram(tokens, line.step.picture, 96), alignment=ft.Alignment.CENTER)
    ]
    if line.is_paused:
        choices.append(sheet_choice(tokens, "play", said.take_up, on_take_up, key="choice-take-up"))
    else:
        choices.append(
            sheet_choice(tokens, "check", said.done, lambda: on_outcome(Outcome.DONE), key="choice-done")
        )
    choices += [
        sheet_choice(
            tokens,
            "skip",
            said.skip,
            lambda: on_outcome(Outcome.SKIPPED),
            note=said.skip_note,
            key="choice-skip",
        ),
        sheet_choice(
            tokens,
            "not_needed",
            said.not_needed,
            lambda: on_outcome(Outcome.NOT_NEEDED),
            note=said.not_needed_note,
            key="choice-not-needed",
        ),
    ]
    if not line.is_paused:
        pause = sheet_choice(tokens, "pause", said.pause, on_pause, note=said.pause_note, key="choice-pause")
        choices.append(pause)
    choices.append(sheet_choice(tokens, "edit", said.change, on_change, key="choice-change"))
    return sheet(
        tokens,
        title_of(sentences, line.step),
        choices,
        sentences.words.close,
        on_close,
        height_about=710,
    )
