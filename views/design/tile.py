"""A picture with its words below: small, pressable, one of many side by side."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.icons import icon
from views.design.lettering import Ink, words
from views.design.picture import pictogram
from views.design.surface import Look, tap_card
from views.design.tokens import SMALL_CORNER, Tokens

GAP = 8
_LEAST = 96


def tiles_across(tokens: Tokens, room: float) -> tuple[int, float]:
    """How many tiles stand side by side in this room, and how wide each is."""
    across = max(2, int((room + GAP) // (_LEAST * tokens.percent / 100 + GAP)))
    return across, (room - (across - 1) * GAP) / across - 0.01


def even_rows(controls: Sequence[ft.Control], across: int, width: float, *, gap: float = GAP) -> ft.Control:
    """Rows of equal cells, each row as high as its highest cell."""
    rows: list[ft.Control] = []
    for start in range(0, len(controls), across):
        cells = list(controls[start : start + across])
        cells += [ft.Container() for _ in range(across - len(cells))]
        rows.append(
            ft.Row(
                [ft.Container(cell, width=width) for cell in cells],
                spacing=gap,
                intrinsic_height=True,
                vertical_alignment=ft.CrossAxisAlignment.STRETCH,
            )
        )
    return ft.Column(rows, spacing=gap, tight=True)


def tile(
    tokens: Tokens,
    picture: str,
    text: str,
    note: str,
    on_tap: Callable[[], object] | None,
    *,
    look: Look,
    ink: Ink = "soft",
    is_done: bool = False,
    label: str,
    key: str,
) -> ft.Control:
    """A tile as wide as its place. `note` is a word or two below; `is_done` puts a tick before it."""
    c = tokens.type
    under: list[ft.Control] = [
        words(tokens, note, size=c.small * 0.9, ink=ink, align="center", line_height=1.2)
    ]
    under[0].expand = under[0].expand_loose = True
    if is_done:
        under.insert(0, icon(tokens, "check", ink="done", size=c.small * 1.1))
    shown: list[ft.Control] = [
        pictogram(tokens, picture, 44),
        words(tokens, text, size=c.small, align="center", line_height=1.2),
    ]
    if note:
        shown.append(ft.Row(under, spacing=2, tight=True, alignment=ft.MainAxisAlignment.CENTER))
    inside = ft.Column(shown, spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return tap_card(
        tokens,
        inside,
        on_tap,
        look=look,
        label=label,
        padding=ft.Padding.symmetric(vertical=10, horizontal=6),
        corner=SMALL_CORNER,
        key=key,
    )
