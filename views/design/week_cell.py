"""A cell of a week: up to three small pictures, a word or two, and a tick when all is done."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.icons import icon
from views.design.lettering import Ink, words
from views.design.picture import pictogram
from views.design.surface import Look, tap_card
from views.design.tokens import SMALL_CORNER, Tokens

LEAST_WIDTH = 68
_PICTURE, _GAP, _SIDE = 30, 4, 6


def week_cell(
    tokens: Tokens,
    pictures: Sequence[str],
    text: str,
    on_tap: Callable[[], object],
    *,
    look: Look,
    ink: Ink,
    is_done: bool,
    label: str,
    width: float,
    key: str,
) -> ft.Control:
    """A cell of this width. As many of the pictures are shown as have room."""
    fitting = max(1, int((width - 2 * _SIDE - 5 + _GAP) // (_PICTURE + _GAP)))
    shown = ft.Row(
        [pictogram(tokens, name, _PICTURE) for name in pictures[: min(fitting, 3)]],
        spacing=_GAP,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    said = words(tokens, text, size=tokens.type.small * 0.93, ink=ink, align="center", line_height=1.2)
    said.expand = said.expand_loose = True
    line: list[ft.Control] = [said]
    if is_done:
        line.insert(0, icon(tokens, "check", ink="done", size=tokens.type.small * 1.2))
    inside = ft.Column(
        [shown, ft.Row(line, spacing=2, tight=True, alignment=ft.MainAxisAlignment.CENTER)],
        spacing=6,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return tap_card(
        tokens,
        inside,
        on_tap,
        look=look,
        label=label,
        padding=ft.Padding.symmetric(vertical=12, horizontal=_SIDE),
        corner=SMALL_CORNER,
        key=key,
    )


def free_cell(tokens: Tokens) -> ft.Control:
    """Nothing is planned: a quiet place, said by nobody."""
    return ft.Container(
        bgcolor=tokens.colours.bar,
        border=ft.Border.all(tokens.edge_width, tokens.colours.edge),
        border_radius=SMALL_CORNER,
        opacity=0.6,
    )
