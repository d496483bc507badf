"""A routine over some weeks: for each day a pile of blocks that stands on a line, and a sentence beside it.

Three blocks are the usual size, two the short one, one the tiny one. Full blocks are done, whatever the size;
blocks with only an edge are begun. A paused day has the pause sign, a gap has nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft
import flet.canvas as cv

from views.design.tokens import Tokens
from views.design.use_marks import UseLook, use_shape

DAYS = 7
MOST_BLOCKS = 3
_BLOCK, _GAP = 13.0, 3.0
_WEEK_GAP_SHARE = 0.9  # of a day's width


@dataclass(frozen=True, slots=True)
class Pile:
    """One day. Shape: `blocks` from 1 to 3."""

    look: UseLook
    blocks: int = MOST_BLOCKS
    is_today: bool = False


@ft.component
def use_chart(tokens: Tokens, piles: Sequence[Pile], weeks: Sequence[str], label: str) -> ft.Control:
    """As wide as there is room; under each week its first day. Readers hear `label` alone."""
    width, set_width = ft.use_state(0.0)
    small = min(tokens.type.small, 24)
    floor = MOST_BLOCKS * (_BLOCK + _GAP) + 2
    height = floor + 8 + small * 1.5
    shapes = _drawn(tokens, piles, weeks, width, floor, height, small) if width else []
    canvas = cv.Canvas(shapes, expand=True, on_resize=lambda event: set_width(event.width))
    return ft.Semantics(
        label=label,
        image=True,
        container=True,
        exclude_semantics=True,
        content=ft.Container(canvas, height=height),
    )


def _drawn(
    tokens: Tokens,
    piles: Sequence[Pile],
    weeks: Sequence[str],
    width: float,
    floor: float,
    height: float,
    small: float,
) -> list[cv.Shape]:
    c = tokens.colours
    day = width / (len(piles) + (len(weeks) - 1) * _WEEK_GAP_SHARE)

    def left(place: int) -> float:
        return place * day + place // DAYS * day * _WEEK_GAP_SHARE

    def x(at: float) -> float:
        return width - at if tokens.is_rtl else at

    shapes: list[cv.Shape] = []
    for week, text in enumerate(weeks):
        start, end = left(week * DAYS), left(week * DAYS + DAYS - 1) + day
        shapes.append(cv.Line(x(start), floor, x(end), floor, ft.Paint(color=c.ring, stroke_width=2)))
        # Large letters: only the first and the last week are named, and neither runs out of the page.
        is_end = tokens.percent >= 150 and week == len(weeks) - 1
        at, is_left = (end if is_end else start), is_end == tokens.is_rtl
        beside = ft.Alignment.TOP_LEFT if is_left else ft.Alignment.TOP_RIGHT
        style = ft.TextStyle(size=small, color=c.soft_ink, font_family=tokens.font.value)
        if tokens.percent < 150 or week in (0, len(weeks) - 1):
            shapes.append(cv.Text(x(at), floor + 7, text, style=style, alignment=beside))
    for place, pile in enumerate(piles):
        shapes += _pile(tokens, pile, x(left(place) + day / 2), floor, min(day * 0.78, 24))
    return shapes


def _pile(tokens: Tokens, pile: Pile, middle: float, floor: float, wide: float) -> list[cv.Shape]:
    c, shapes = tokens.colours, list[cv.Shape]()
    if pile.is_today:
        line = ft.Paint(color=c.ink, stroke_width=4, stroke_cap=ft.StrokeCap.ROUND)
        shapes.append(cv.Line(middle - wide / 2, floor + 3, middle + wide / 2, floor + 3, line))
    match pile.look:
        case "paused":
            shapes += use_shape(tokens, "paused", middle, floor - 2 - _BLOCK / 2, min(wide, _BLOCK))
        case "done" | "partly":
            edge = ft.Paint(color=c.done, style=ft.PaintingStyle.STROKE, stroke_width=1.5)
            fill = ft.Paint(color=c.done) if pile.look == "done" else ft.Paint(color=c.done_fill)
            for block in range(pile.blocks):
                top = floor - 2 - (block + 1) * (_BLOCK + _GAP) + _GAP
                box = (middle - wide / 2, top, wide, _BLOCK, 3)
                shapes.append(cv.Rect(*box, fill))
                if pile.look == "partly":
                    shapes.append(cv.Rect(*box, edge))
        case "quiet" | "to_come":
            pass
    return shapes


def block_picture(tokens: Tokens, blocks: int, look: UseLook = "done") -> ft.Control:
    """A pile beside its word; silent."""
    height = MOST_BLOCKS * (_BLOCK + _GAP)
    shapes = _pile(tokens, Pile(look, blocks), _BLOCK / 2 + 1, height, _BLOCK)
    return cv.Canvas(shapes, width=_BLOCK + 2, height=height)
