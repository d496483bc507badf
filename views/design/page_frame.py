"""How a screen and the places of a role share the page."""

import flet as ft

from views.design.tokens import Tokens


def above_bar(screen: ft.Control, bar: ft.Control) -> ft.Control:
    """A screen, and below it the bar that stays."""
    return ft.Column(
        [ft.Container(screen, expand=True), bar],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def beside_rail(rail: ft.Control, screen: ft.Control) -> ft.Control:
    """The rail that stays, and a screen in what is left."""
    return ft.Row(
        [rail, ft.Container(screen, expand=True)],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def two_panes(tokens: Tokens, first: ft.Control, width: int, second: ft.Control) -> ft.Control:
    """A list of some width and, past a thin line, what was chosen from it. Each scrolls by itself."""
    edge = ft.BorderSide(tokens.edge_width, tokens.colours.edge)
    return ft.Row(
        [
            ft.Container(
                first,
                width=width,
                border=ft.Border(left=edge) if tokens.is_rtl else ft.Border(right=edge),
            ),
            ft.Container(second, expand=True),
        ],
        spacing=0,
        expand=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
