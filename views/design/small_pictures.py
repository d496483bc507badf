"""What belongs to somebody, as small pictures with their words."""

from collections.abc import Sequence

import flet as ft

from views.design.lettering import small_text
from views.design.picture import pictogram
from views.design.surface import column, filling, row
from views.design.tokens import Tokens

_SIZE, _MOST_ABREAST = 32, 4


def small_pictures(
    tokens: Tokens, heading: str, pictures: Sequence[tuple[str, str]], *, said: str
) -> ft.Control:
    """`heading`, then each picture and its word, in order. `said` is what a screen reader says of all.

    On a phone the words stand below their pictures, four abreast; large letters get lines of their own.
    """
    title = small_text(tokens, heading)
    shown: ft.Control
    if tokens.is_phone and not tokens.is_large:
        cells = [_below(tokens, *each) for each in pictures]
        lines: list[ft.Control] = []
        for start in range(0, len(cells), _MOST_ABREAST):
            abreast = cells[start : start + _MOST_ABREAST]
            abreast += [ft.Container() for _ in range(_MOST_ABREAST - len(abreast))]
            lines.append(row([filling(cell) for cell in abreast], gap=4, is_top=True))
        shown = column([title, *lines], gap=8)
    else:
        shown = row([title, *(_beside(tokens, *each) for each in pictures)], gap=14, wraps=True)
    return ft.Semantics(label=said, exclude_semantics=True, container=True, content=shown)


def _below(tokens: Tokens, picture: str, word: str) -> ft.Control:
    said = small_text(tokens, word, ink="ink", align="center")
    return column([pictogram(tokens, picture, _SIZE), said], gap=4, across="center")


def _beside(tokens: Tokens, picture: str, word: str) -> ft.Control:
    return ft.Row(
        [pictogram(tokens, picture, _SIZE), small_text(tokens, word, ink="ink")], spacing=6, tight=True
    )
