"""One line above the screen: something that holds for the whole app, and one thing to do about it."""

import flet as ft

from views.design.button import quiet_button
from views.design.lettering import words
from views.design.picture import pictogram
from views.design.surface import Tap
from views.design.tokens import READING_WIDTH, Tokens


def top_line(
    tokens: Tokens, text: str, action: str, on_action: Tap, *, picture: str | None = None, key: str
) -> ft.Control:
    """The line; readers hear it when it appears. On narrow pages the button goes below the words."""
    said = words(tokens, text, size=tokens.type.small, line_height=1.3)
    said.expand = True
    shown: list[ft.Control] = [said, quiet_button(tokens, action, on_action, key=f"{key}-do")]
    if picture:
        shown.insert(0, pictogram(tokens, picture, 28))
    line = (
        ft.Column([said, shown[-1]], spacing=6, tight=True)
        if tokens.is_large
        else ft.Row(shown, spacing=10, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    )
    if tokens.is_large:
        said.expand = False
    inside = ft.Container(line, width=min(READING_WIDTH, tokens.width - 2 * tokens.page_edge))
    box = ft.Container(
        ft.SafeArea(
            ft.Row([inside], alignment=ft.MainAxisAlignment.CENTER, spacing=0), avoid_intrusions_bottom=False
        ),
        bgcolor=tokens.colours.pause_fill,
        padding=ft.Padding.symmetric(vertical=8),
        border=ft.Border(bottom=ft.BorderSide(tokens.edge_width, tokens.colours.edge)),
    )
    return ft.Semantics(live_region=True, container=True, content=box, key=key)
