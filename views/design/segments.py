"""A few short choices in one frame, of which one holds: words to look at, whole names to hear."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

import flet as ft

from views.design.lettering import Ink, body_text
from views.design.surface import filling, row, tap_card
from views.design.tokens import SMALL_CORNER, TARGET, Tokens

Value = TypeVar("Value")
WIDEST = 320


@dataclass(frozen=True, slots=True)
class Segment(Generic[Value]):
    """One choice. Shape: `name` is what a screen reader says in place of the short `text`."""

    value: Value
    text: str
    name: str


def segments(
    tokens: Tokens,
    choices: Sequence[Segment[Value]],
    chosen: Value,
    on_choose: Callable[[Value], object],
    *,
    key: str,
) -> ft.Control:
    """The chosen one lies on a card and is bold; the others stand back."""
    presses = [
        filling(_press(tokens, each, each.value == chosen, partial(on_choose, each.value), key))
        for each in choices
    ]
    frame = ft.Container(
        row(presses, gap=4),
        bgcolor=tokens.colours.ground,
        border=ft.Border.all(tokens.edge_width, tokens.colours.edge),
        border_radius=SMALL_CORNER + 5,
        padding=4,
        width=min(WIDEST * tokens.percent / 100, tokens.width - 2 * tokens.page_edge),
    )
    return row([frame], along="center")


def _press(
    tokens: Tokens, choice: Segment[Value], is_here: bool, on_tap: Callable[[], object], key: str
) -> ft.Control:
    ink: Ink = "now" if is_here else "soft"
    text = body_text(tokens, choice.text, is_bold=is_here, ink=ink, align="center")
    return tap_card(
        tokens,
        text,
        on_tap,
        look="chosen" if is_here else "bare",
        label=choice.name,
        is_selected=is_here,
        padding=ft.Padding.symmetric(vertical=max((TARGET - tokens.type.body * 1.4) / 2, 6), horizontal=4),
        corner=SMALL_CORNER,
        key=f"{key}-{choice.value}",
    )
