"""What belongs to somebody, as small pictures with their words, in one line that wraps."""

from collections.abc import Sequence

import flet as ft

from views.design.lettering import small_text
from views.design.picture import pictogram
from views.design.tokens import Tokens

_SIZE = 30


def small_pictures(
    tokens: Tokens, heading: str, pictures: Sequence[tuple[str, str]], *, said: str
) -> ft.Control:
    """`heading`, then each picture and its word, in order. `said` is what a screen reader says of all."""
    shown: list[ft.Control] = [
        ft.Row(
            [pictogram(tokens, name, _SIZE), small_text(tokens, word, ink="ink")],
            spacing=6,
            tight=True,
        )
        for name, word in pictures
    ]
    line = ft.Row([small_text(tokens, heading), *shown], spacing=14, run_spacing=8, wrap=True)
    return ft.Semantics(label=said, exclude_semantics=True, container=True, content=line)
