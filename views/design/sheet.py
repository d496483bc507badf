"""A sheet from the bottom: editing happens here, over the screen, never in a new world."""

from collections.abc import Sequence

import flet as ft

from views.design.button import icon_button
from views.design.lettering import title
from views.design.surface import Tap, sides
from views.design.tokens import CORNER, Tokens

# No sheet is wider on any client: what is inside it has this room at most.
SHEET_WIDTH = 640


def sheet_room(tokens: Tokens) -> float:
    """How wide the inside of a sheet is on this page."""
    return float(min(SHEET_WIDTH, tokens.width) - 2 * tokens.page_edge)


def sheet(
    tokens: Tokens,
    heading: str,
    controls: Sequence[ft.Control],
    close_label: str,
    on_close: Tap,
    *,
    is_short: bool = False,
    height_about: float | None = None,
) -> ft.BottomSheet:
    """A sheet for `use_sheet(sheet(...) if is_open else None)`.

    Escape, a tap beside it and the close button all call `on_close`; the screen then renders without it.
    A sheet is as high as the page allows. `is_short`: a question with a few buttons, no higher than what is
    in it. `height_about` keeps a longer one low: a guess in logical pixels at the usual text size; what is
    higher than the guess, or than the page, scrolls. Large letters need the whole page.
    """
    heading_shown = title(tokens, heading)
    heading_shown.expand = True
    top = ft.Row(
        [heading_shown, icon_button(tokens, "close", close_label, on_close, key="sheet-close")],
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    inside = ft.Column(
        [top, *controls],
        spacing=16,
        tight=True,
        # What scrolls takes the whole height, however little is in it.
        scroll=None if is_short and not tokens.is_large else ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return ft.BottomSheet(
        ft.Container(
            inside,
            padding=sides(tokens, start=tokens.page_edge, top=20, end=tokens.page_edge, bottom=28),
            width=SHEET_WIDTH,
        ),
        data=heading,  # use_sheet tells one sheet from the next by it
        scrollable=True,
        bgcolor=tokens.colours.ground,
        elevation=0,
        size_constraints=None
        if height_about is None or tokens.is_large
        else ft.BoxConstraints(max_height=height_about * tokens.percent / 100),
        shape=ft.RoundedRectangleBorder(
            radius=ft.BorderRadius(top_left=CORNER + 4, top_right=CORNER + 4, bottom_left=0, bottom_right=0)
        ),
        barrier_color=ft.Colors.with_opacity(
            0.45, tokens.colours.ink if not tokens.colours.is_dark else "#000000"
        ),
        animation_style=None
        if tokens.has_motion
        else ft.AnimationStyle(duration=ft.Duration(), reverse_duration=ft.Duration()),
        on_dismiss=lambda _: on_close(),
    )
