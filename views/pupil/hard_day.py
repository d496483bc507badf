"""Today is hard: one quiet press makes the routine smaller, and one brings it back."""

import flet as ft

from services.planner.words import Size
from views.design.button import quiet_button
from views.design.notice import notice
from views.design.surface import Tap, row
from views.design.tokens import Tokens
from views.pupil.today_state import StepsShown
from views.strings.catalogue import Sentences


def enough_today(sentences: Sentences, tokens: Tokens, body: StepsShown) -> ft.Control | None:
    """The sentence that says a smaller size is enough; nothing at the usual size."""
    said = sentences.today.hard
    match body.size:
        case Size.USUAL:
            return None
        case Size.SHORT:
            text = said.short_enough
        case Size.TINY:
            text = said.tiny_enough
    return notice(tokens, text, tone="good", picture="tortoise", key="enough-today")


def hard_day_buttons(
    sentences: Sentences, tokens: Tokens, body: StepsShown, on_smaller: Tap | None, on_larger: Tap | None
) -> ft.Control | None:
    """The press that asks nothing, gone where nothing smaller is left; beside it the way back."""
    said = sentences.today.hard
    shown: list[ft.Control] = []
    if body.smaller is not None and on_smaller is not None:
        hard = quiet_button(tokens, said.today_is_hard, on_smaller, picture="tortoise", key="today-is-hard")
        shown.append(hard)
    if body.larger is not None and on_larger is not None:
        back = said.back_to_usual if body.larger is Size.USUAL else said.back_to_short
        shown.append(quiet_button(tokens, back, on_larger, icon_name="undo", key="larger"))
    return row(shown, gap=8, wraps=True, along="center") if shown else None
