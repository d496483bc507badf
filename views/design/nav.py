"""The bar at the bottom: four places, always the same, picture and word together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from views.design.lettering import words
from views.design.picture import avatar, pictogram
from views.design.tokens import READING_WIDTH, Tokens

# How wide a bold letter of our fonts is at most on average, as a share of its size.
LETTER_WIDTH = 0.64


@dataclass(frozen=True, slots=True)
class Place:
    """Shape: `picture` a pictogram's name, or `portrait` an avatar's."""

    route: str
    text: str
    picture: str = ""
    portrait: str = ""


def nav_bar(tokens: Tokens, places: Sequence[Place], here: str, go: Callable[[str], object]) -> ft.Control:
    """The bar. `here` is the route of the place we are in; readers hear it as the current one."""
    c = tokens.colours
    across = min(READING_WIDTH, tokens.width - 16)
    size = place_word_size(tokens, places, across / len(places) - 8, 21)
    tabs = ft.Row(
        [_tab(tokens, place, place.route == here, go, size) for place in places],
        spacing=4,
        alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.Container(
        ft.SafeArea(
            ft.Row(
                [ft.Container(tabs, width=across)],
                alignment=ft.MainAxisAlignment.CENTER,
            ),
            avoid_intrusions_top=False,
            minimum_padding=ft.Padding.symmetric(vertical=6),
        ),
        bgcolor=c.bar,
        border=ft.Border(top=ft.BorderSide(tokens.edge_width, c.edge)),
    )


def place_word_size(tokens: Tokens, places: Sequence[Place], room: float, most: float) -> float:
    """Places stand still: their words grow up to `most`, and never so far that one breaks in its `room`."""
    longest = max(len(place.text) for place in places)
    return min(tokens.type.small, most, room / (longest * LETTER_WIDTH))


def _tab(tokens: Tokens, place: Place, is_here: bool, go: Callable[[str], object], size: float) -> ft.Control:
    c = tokens.colours
    drawn = avatar(tokens, place.portrait, 30) if place.portrait else pictogram(tokens, place.picture, 30)
    word = words(
        tokens, place.text, size=size, ink="ink" if is_here else "soft", is_bold=is_here, align="center",
        line_height=1.2,
    )  # fmt: skip
    button = ft.Button(
        ft.Column([drawn, word], spacing=2, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        elevation=0,
        on_click=lambda _: go(place.route),
        style=ft.ButtonStyle(
            bgcolor=c.chosen if is_here else ft.Colors.TRANSPARENT,
            color=c.ink,
            elevation=0,
            padding=ft.Padding.symmetric(vertical=8, horizontal=2),
            shape=ft.RoundedRectangleBorder(radius=20),
            side={
                ft.ControlState.FOCUSED: ft.BorderSide(3, c.ink),
                ft.ControlState.DEFAULT: ft.BorderSide(0, ft.Colors.TRANSPARENT),
            },
            overlay_color=ft.Colors.with_opacity(0.06, c.ink),
        ),
    )
    return ft.MergeSemantics(
        ft.Semantics(selected=is_here, content=button), expand=True, key=f"place-{place.route}"
    )
