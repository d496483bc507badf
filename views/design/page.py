"""The page: one scrolling column of reading width on warm paper, a top row, and a bar that stays."""

from collections.abc import Sequence

import flet as ft

from views.design.button import icon_button
from views.design.lettering import greeting
from views.design.surface import Tap, sides
from views.design.tokens import READING_WIDTH, Tokens


def page_top(
    tokens: Tokens,
    heading: str,
    *,
    back_label: str | None = None,
    on_back: Tap | None = None,
    aside: Sequence[ft.Control] = (),
) -> ft.Control:
    """The head of a screen: the way back, its heading (level 1), and small things at the end."""
    said = greeting(tokens, heading)
    said.expand = True
    start: list[ft.Control] = []
    if on_back and back_label:
        start = [icon_button(tokens, "back", back_label, on_back, has_edge=True, key="back")]
    return ft.Row([*start, said, *aside], spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def page_body(
    tokens: Tokens,
    controls: Sequence[ft.Control],
    *,
    nav: ft.Control | None = None,
    gap: float = 16,
    width: float = READING_WIDTH,
    is_centred: bool = False,
) -> ft.Control:
    """A whole screen. Everything scrolls in one column but `nav`, which stays at the bottom."""
    edge = tokens.page_edge
    inside = ft.Column(
        list(controls),
        spacing=gap,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    page = ft.Column(
        [
            ft.Row(
                [
                    ft.Container(
                        inside,
                        width=min(width, tokens.width - 2 * edge) + 2 * edge,
                        padding=sides(tokens, start=edge, top=16, end=edge, bottom=28),
                    )
                ],
                alignment=ft.MainAxisAlignment.CENTER,
                spacing=0,
            )
        ],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        spacing=0,
        alignment=ft.MainAxisAlignment.CENTER if is_centred else ft.MainAxisAlignment.START,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    safe = ft.SafeArea(page, expand=True, avoid_intrusions_bottom=nav is None)
    return ft.Container(
        ft.Column(
            [safe, *([nav] if nav else [])],
            spacing=0,
            expand=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        expand=True,
        bgcolor=tokens.colours.ground,
    )
