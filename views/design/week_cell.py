"""A cell of a week: how it stands, and a few of its steps as picture and word."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.icons import icon
from views.design.lettering import Ink, words
from views.design.picture import pictogram
from views.design.surface import Look, tap_card
from views.design.tokens import SMALL_CORNER, Tokens

LEAST_WIDTH = 68
ROOMY_FROM = 104
MOST_SHOWN, FEWEST_SHOWN = 3, 2
_SMALLER = 0.9


def week_cell(
    tokens: Tokens,
    shown: Sequence[tuple[str, str]],
    standing: str,
    on_tap: Callable[[], object],
    *,
    look: Look,
    ink: Ink,
    is_done: bool,
    label: str,
    width: float,
    key: str,
) -> ft.Control:
    """A cell of this width. Shape: `shown` are pictures with their words; a narrow cell has room for two."""
    is_roomy = width >= ROOMY_FROM * tokens.percent / 100
    lay, most = (_beside, MOST_SHOWN) if is_roomy else (_below, FEWEST_SHOWN)
    steps = [lay(tokens, *one) for one in shown[:most]]
    inside = ft.Column(
        [_standing(tokens, standing, ink, is_done=is_done, is_roomy=is_roomy), *steps],
        spacing=7,  # as high as its row, so that what is said first stands on one line in all seven
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return tap_card(
        tokens,
        inside,
        on_tap,
        look=look,
        label=label,
        padding=ft.Padding.symmetric(vertical=10, horizontal=8 if is_roomy else 4),
        corner=SMALL_CORNER,
        key=key,
    )


def _standing(tokens: Tokens, text: str, ink: Ink, *, is_done: bool, is_roomy: bool) -> ft.Control:
    said = words(
        tokens,
        text,
        size=tokens.type.small * _SMALLER,
        ink=ink,
        is_bold=True,
        align="center",
        line_height=1.2,
    )
    if not is_done:
        return said
    tick = icon(tokens, "check", ink="done", size=tokens.type.small * 1.2)
    if not is_roomy:
        return ft.Column(
            [tick, said], spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER
        )
    said.expand = said.expand_loose = True
    return ft.Row([tick, said], spacing=3, alignment=ft.MainAxisAlignment.CENTER)


def _beside(tokens: Tokens, picture: str, text: str) -> ft.Control:
    said = words(tokens, text, size=tokens.type.small * _SMALLER, line_height=1.15)
    said.expand = True
    return ft.Row([pictogram(tokens, picture, 24), said], spacing=5)


def _below(tokens: Tokens, picture: str, text: str) -> ft.Control:
    said = words(tokens, text, size=tokens.type.small * 0.85, align="center", line_height=1.15)
    return ft.Column(
        [pictogram(tokens, picture, 30), said],
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def free_cell(tokens: Tokens) -> ft.Control:
    """Nothing is planned: a quiet place, said by nobody."""
    return ft.Container(
        bgcolor=tokens.colours.bar,
        border=ft.Border.all(tokens.edge_width, tokens.colours.edge),
        border_radius=SMALL_CORNER,
        opacity=0.6,
    )
