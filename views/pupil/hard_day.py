"""Today is hard: one quiet press makes the routine smaller, and one brings it back."""

import flet as ft

from services.planner.words import Size
from views.design.button import quiet_button
from views.design.notice import notice
from views.design.surface import Tap, row
from views.design.tokens import Tokens
from views.pupil.today_state import StepsShown
from views.strings.catalogue import Sentences


def enough_today(
    sentences: Sentences, tokens: Tokens, body: StepsShown, on_larger: Tap | None
) -> ft.Control | None:
    """The sentence that says a smaller size is enough, with the way back; nothing at the usual size."""
    said = sentences.today.hard
    match body.size:
        case Size.USUAL:
            return None
        case Size.SHORT:
            text = said.short_enough
        case Size.TINY:
            text = said.tiny_enough
    back = said.back_to_usual if body.larger is Size.USUAL else said.back_to_short
    has_back = body.larger is not None and on_larger is not None
    return notice(
        tokens,
        text,
        tone="good",
        picture="tortoise",
        action=back if has_back else None,
        on_action=on_larger,
        key="enough-today",
    )


def hard_day_button(
    sentences: Sentences, tokens: Tokens, body: StepsShown, on_smaller: Tap | None
) -> ft.Control | None:
    """The press that asks nothing; gone where nothing smaller is left."""
    if body.smaller is None or on_smaller is None:
        return None
    said = sentences.today.hard
    button = quiet_button(tokens, said.today_is_hard, on_smaller, picture="tortoise", key="today-is-hard")
    return row([button], along="center")
