"""A choice in a sheet: an icon, words, a note of what it means; the whole line is the target."""

import flet as ft

from views.design.icons import IconName, icon
from views.design.lettering import label, small_text
from views.design.surface import Tap, column, filling, row, tap_card
from views.design.tokens import Tokens


def sheet_choice(
    tokens: Tokens, icon_name: IconName, text: str, on_tap: Tap, *, note: str = "", key: str
) -> ft.Control:
    """One thing to do. Its name for readers is its words."""
    said: list[ft.Control] = [label(tokens, text)]
    if note:
        said.append(small_text(tokens, note))
    inside = row([icon(tokens, icon_name, ink="soft"), filling(column(said, gap=2))], gap=14)
    return tap_card(tokens, inside, on_tap, key=key)
