"""On or off."""

from collections.abc import Callable

import flet as ft

from views.design.lettering import body_text, small_text
from views.design.picture import pictogram
from views.design.surface import column, filling, led_by, row
from views.design.tokens import SMALL_CORNER, Tokens


def toggle(
    tokens: Tokens,
    text: str,
    is_on: bool,
    on_change: Callable[[bool], object],
    *,
    note: str = "",
    picture: str | None = None,
    key: str | None = None,
) -> ft.Control:
    """On or off: the whole row is the target, and its name is its words."""
    c = tokens.colours
    said: list[ft.Control] = [body_text(tokens, text, is_bold=True)]
    if note:
        said.append(small_text(tokens, note))
    switch = ft.Switch(
        value=is_on,
        on_change=lambda event: on_change(bool(event.control.value)),
        thumb_color=c.card if is_on else c.ring,
        track_color=c.done if is_on else c.card,
        track_outline_color=c.done if is_on else c.ring,
    )
    told = column(said, gap=2)
    if picture:
        inside = led_by(tokens, pictogram(tokens, picture, 44), told, switch)
    else:
        inside = row([filling(told), switch], gap=14)
    return ft.MergeSemantics(
        ft.Container(
            inside,
            bgcolor=c.card,
            border=ft.Border.all(tokens.edge_width, c.edge),
            border_radius=SMALL_CORNER + 4,
            padding=ft.Padding.symmetric(vertical=12, horizontal=16),
            on_click=lambda _: on_change(not is_on),
        ),
        key=key,
    )
