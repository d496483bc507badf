"""The lower edge of a card that is one large press: it shows what the press says."""

import flet as ft

from views.design.icons import IconName, icon
from views.design.lettering import words
from views.design.surface import row
from views.design.tokens import CORNER, TICK_TARGET, Tokens


def answer_area(tokens: Tokens, text: str, icon_name: IconName = "check") -> ft.Control:
    """A patch of strong green with a tick and a word; a picture of the press, not a target of its own."""
    size = tokens.type.title
    inside = row(
        [
            icon(tokens, icon_name, ink="on_done", size=34),
            words(tokens, text, size=size, ink="on_done", is_bold=True, line_height=1.2),
        ],
        gap=10,
        along="center",
    )
    return ft.Container(
        inside,
        bgcolor=tokens.colours.done,
        border_radius=CORNER - 4,
        padding=ft.Padding.symmetric(vertical=max((TICK_TARGET + 4 - size * 1.2) / 2, 12), horizontal=16),
    )
