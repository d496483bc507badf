"""A few pictures side by side, each with its word below: to be looked at, not pressed."""

from collections.abc import Sequence

import flet as ft

from views.design.lettering import label, small_text
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens

_LARGE, _SMALL = 96, 72


def named_pictures(tokens: Tokens, pictures: Sequence[tuple[str, str]], *, said: str) -> ft.Control:
    """Each picture and its word, in order. `said` is what a screen reader says of all of them."""
    shown: ft.Control
    if tokens.percent > (100 if tokens.is_phone else 140):  # larger words would be cut side by side
        shown = column(
            [row([pictogram(tokens, name, _SMALL), filling(label(tokens, word))]) for name, word in pictures]
        )
    else:
        shown = row([filling(_cell(tokens, name, word)) for name, word in pictures], gap=4, is_top=True)
    held = card(tokens, [shown], padding=12 if tokens.is_phone else 20)
    return ft.Semantics(label=said, exclude_semantics=True, container=True, content=held, key="pictures")


def _cell(tokens: Tokens, name: str, word: str) -> ft.Control:
    if tokens.is_phone:
        return column(
            [
                pictogram(tokens, name, _SMALL),
                small_text(tokens, word, ink="ink", is_bold=True, align="center"),
            ],
            across="center",
            gap=6,
        )
    return column([pictogram(tokens, name, _LARGE), label(tokens, word, align="center")], across="center")
