"""The page: one scrolling column of reading width on warm paper, a top row, and a bar that stays."""

from collections.abc import Sequence

import flet as ft

from views.design.button import icon_button
from views.design.lettering import greeting
from views.design.surface import Tap, sides
from views.design.tokens import READING_WIDTH, Tokens

_LETTER = 0.53  # how wide a bold letter is, as a part of how high
_BESIDE = 60.0  # the way back, and the gap after it


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
    start: list[ft.Control] = []
    if on_back and back_label:
        start = [icon_button(tokens, "back", back_label, on_back, has_edge=True, key="back")]
    if start and not _fits_beside(tokens, heading):
        return ft.Column([ft.Row([*start, *aside], spacing=12), said], spacing=8, tight=True)
    said.expand = True
    return ft.Row([*start, said, *aside], spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)


def _fits_beside(tokens: Tokens, heading: str) -> bool:
    """Whether the longest word of a heading finds room beside the way back; else it would be cut."""
    longest = max(map(len, heading.split()), default=0) * tokens.type.greeting * _LETTER
    return longest <= min(tokens.width - 2 * tokens.page_edge, READING_WIDTH) - _BESIDE


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
