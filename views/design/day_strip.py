"""Seven days in a row to choose from: the short name, the date, and a tick when all is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import flet as ft

from views.design.icons import icon
from views.design.lettering import Ink, words
from views.design.surface import Look, tap_card
from views.design.tile import even_rows
from views.design.tokens import SMALL_CORNER, Tokens

_GAP = 5


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day. Shape: `label` is what a screen reader says of it."""

    on: date
    short: str
    label: str
    is_today: bool
    is_done: bool


def day_strip(
    tokens: Tokens, days: Sequence[StripDay], chosen: date, on_choose: Callable[[date], object], room: float
) -> ft.Control:
    """The strip; with large letters it takes two lines."""
    across = 4 if tokens.is_large else len(days)
    width = (room - (across - 1) * _GAP) / across - 0.01
    cells = [_day(tokens, day, day.on == chosen, partial(on_choose, day.on), width) for day in days]
    return even_rows(cells, across, width, gap=_GAP)


def _day(
    tokens: Tokens, day: StripDay, is_chosen: bool, on_tap: Callable[[], object], width: float
) -> ft.Control:
    ink: Ink = "now" if day.is_today else "ink"
    size = min(tokens.type.small, width / 2.6)
    shown: list[ft.Control] = [
        words(tokens, day.short, size=size, ink=ink, is_bold=is_chosen, align="center", line_height=1.2),
        words(
            tokens, str(day.on.day), size=size * 1.2, ink=ink, is_bold=True, align="center", line_height=1.2
        ),
        ft.Container(
            icon(tokens, "check", ink="done", size=size) if day.is_done else None,
            height=size,
            alignment=ft.Alignment.CENTER,
        ),
    ]
    look: Look = "chosen" if is_chosen else "today" if day.is_today else "plain"
    return tap_card(
        tokens,
        ft.Column(shown, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        on_tap,
        look=look,
        label=day.label,
        is_selected=is_chosen,
        padding=ft.Padding.symmetric(vertical=8, horizontal=0),
        corner=SMALL_CORNER,
        key=f"day-{day.on.isoformat()}",
    )
