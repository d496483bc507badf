"""The chosen picture, large, with the press that changes it."""

import flet as ft

from views.design.lettering import body_text, small_text
from views.design.picture import pictogram
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens


def picture_press(
    tokens: Tokens, picture: str, caption: str, choose: str, on_tap: Tap, *, key: str
) -> ft.Control:
    """A picture and what a press does with it."""
    said = filling(column([body_text(tokens, caption, is_bold=True), small_text(tokens, choose)], gap=2))
    return tap_card(tokens, row([pictogram(tokens, picture, 72), said], gap=16), on_tap, padding=14, key=key)
