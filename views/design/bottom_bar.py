"""What a question ends in: its one or two buttons, in a bar that stays at the bottom of the page."""

from collections.abc import Sequence

import flet as ft

from views.design.surface import column
from views.design.tokens import READING_WIDTH, Tokens


def bottom_bar(tokens: Tokens, controls: Sequence[ft.Control]) -> ft.Control:
    """Buttons one below the other, never wider than the page's column."""
    edge = tokens.page_edge
    inside = ft.Container(
        column(controls, gap=8),
        width=min(READING_WIDTH, tokens.width - 2 * edge),
    )
    return ft.Container(
        ft.SafeArea(
            ft.Row([inside], alignment=ft.MainAxisAlignment.CENTER, spacing=0),
            avoid_intrusions_top=False,
            minimum_padding=ft.Padding.symmetric(vertical=12),
        ),
        bgcolor=tokens.colours.ground,
        border=ft.Border(top=ft.BorderSide(tokens.edge_width, tokens.colours.edge)),
    )
