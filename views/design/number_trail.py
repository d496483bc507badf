"""A voice's last numbers in a row, the newest marked. Numbers are said, never averaged and never judged."""

from collections.abc import Sequence

import flet as ft

from views.design.lettering import words
from views.design.surface import row
from views.design.tokens import Tokens
from views.design.voice_marks import voice_colour


def number_trail(tokens: Tokens, voice: int, numbers: Sequence[int]) -> ft.Control:
    """Discs with numbers, the oldest first. Shape: `voice` 0 pupil, 1 carer, 2 mentor. Silent."""
    shown = [_disc(tokens, voice, number, at == len(numbers) - 1) for at, number in enumerate(numbers)]
    trail = row(shown, gap=6, wraps=True)
    trail.tight = True
    return ft.Semantics(content=trail, exclude_semantics=True)


def _disc(tokens: Tokens, voice: int, number: int, is_newest: bool) -> ft.Control:
    c = tokens.colours
    size = min(tokens.type.small * 2.3, 52)
    said = words(
        tokens,
        str(number),
        size=tokens.type.small,
        ink="on_now" if is_newest else "ink",  # what can be read on one strong colour can on all
        is_bold=True,
        align="center",
        line_height=1.0,
    )
    return ft.Container(
        said,
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=voice_colour(tokens, voice) if is_newest else c.chosen,
        alignment=ft.Alignment.CENTER,
    )
