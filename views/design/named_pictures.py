"""A few pictures side by side, each with its word below: to be looked at, not pressed."""

from collections.abc import Sequence

import flet as ft

from views.design.lettering import label
from views.design.picture import pictogram
from views.design.surface import card, column, filling, row
from views.design.tokens import Tokens

_LARGE, _SMALL = 96, 72


def named_pictures(tokens: Tokens, pictures: Sequence[tuple[str, str]], *, said: str) -> ft.Control:
    """Each picture and its word, in order. `said` is what a screen reader says of all of them."""
    size = _SMALL if tokens.is_phone else _LARGE
    shown: ft.Control
    if tokens.is_phone and tokens.is_large:
        shown = column(
            [row([pictogram(tokens, name, size), filling(label(tokens, word))]) for name, word in pictures]
        )
    else:
        shown = row(
            [
                filling(
                    column(
                        [pictogram(tokens, name, size), label(tokens, word, align="center")], across="center"
                    )
                )
                for name, word in pictures
            ],
            gap=8,
            is_top=True,
        )
    return ft.Semantics(
        label=said, exclude_semantics=True, container=True, content=card(tokens, [shown]), key="pictures"
    )
