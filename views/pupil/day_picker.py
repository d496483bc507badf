"""Seven weekdays, each on or off."""

from collections.abc import Callable
from functools import partial

import flet as ft

from views.design.lettering import body_text
from views.design.surface import row, tap_card
from views.design.tokens import SMALL_CORNER, TARGET, Tokens
from views.strings.catalogue import Sentences


def day_picker(
    sentences: Sentences, tokens: Tokens, days: frozenset[int], on_day: Callable[[int], object]
) -> ft.Control:
    """Short names to look at, whole names to hear; they wrap with large letters."""
    words = sentences.words
    return row(
        [
            _day(
                tokens, words.weekdays_short[day], words.weekdays[day], day in days, partial(on_day, day), day
            )
            for day in range(7)
        ],
        gap=6,
        wraps=True,
    )


def _day(
    tokens: Tokens, short: str, whole: str, is_on: bool, on_tap: Callable[[], object], day: int
) -> ft.Control:
    text = body_text(tokens, short, is_bold=is_on, ink="now" if is_on else "soft", align="center")
    return ft.Container(
        tap_card(
            tokens,
            text,
            on_tap,
            look="chosen" if is_on else "plain",
            label=whole,
            is_checked=is_on,
            padding=ft.Padding.symmetric(
                vertical=max((TARGET - tokens.type.body * 1.4) / 2, 8), horizontal=10
            ),
            corner=SMALL_CORNER,
            key=f"day-{day}",
        )
    )
