"""The places at the side, where a page is wide enough; the same ones as in the bar of a phone."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.lettering import words
from views.design.nav import Place, place_word_size
from views.design.picture import avatar, pictogram
from views.design.surface import pressable_style
from views.design.tokens import Tokens

RAIL_FROM = 700


def has_rail(tokens: Tokens) -> bool:
    """Whether the places stand at the side."""
    return tokens.width >= RAIL_FROM


def rail_width(tokens: Tokens) -> int:
    """How much of the page the rail takes."""
    return 104 if tokens.percent < 150 else 136


def rail(tokens: Tokens, places: Sequence[Place], here: str, go: Callable[[str], object]) -> ft.Control:
    """The rail. `here` is the route of the place we are in; readers hear it as the current one."""
    c = tokens.colours
    edge = ft.BorderSide(tokens.edge_width, c.edge)
    size = place_word_size(tokens, places, rail_width(tokens) - 24, 24)
    tabs = ft.Column(
        [_tab(tokens, place, place.route == here, go, size) for place in places],
        spacing=8,
        tight=True,
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.Container(
        ft.SafeArea(tabs, minimum_padding=ft.Padding.symmetric(vertical=20, horizontal=8)),
        width=rail_width(tokens),
        bgcolor=c.bar,
        border=ft.Border(left=edge) if tokens.is_rtl else ft.Border(right=edge),
    )


def _tab(tokens: Tokens, place: Place, is_here: bool, go: Callable[[str], object], size: float) -> ft.Control:
    c = tokens.colours
    drawn = avatar(tokens, place.portrait, 40) if place.portrait else pictogram(tokens, place.picture, 40)
    word = words(
        tokens,
        place.text,
        size=size,
        ink="ink" if is_here else "soft",
        is_bold=is_here,
        align="center",
        line_height=1.2,
    )
    inside = ft.Column(
        [drawn, word], spacing=4, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER
    )
    clear = ft.Colors.TRANSPARENT
    button = ft.Button(
        inside,
        elevation=0,
        on_click=lambda _: go(place.route),
        style=pressable_style(
            tokens,
            c.chosen if is_here else clear,
            clear,
            0,
            ft.Padding.symmetric(vertical=10, horizontal=2),
            20,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(selected=is_here, content=button), key=f"place-{place.route}")
