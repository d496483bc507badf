"""How the three voices look on a chart: each has a shape, a colour and a line of its own."""

import flet as ft
import flet.canvas as cv

from views.design.tokens import Tokens

# Pupil, carer, mentor: a round mark and a whole line, a square and dashes, a diamond and dots.
VOICES = 3
_DASHES: tuple[list[float] | None, ...] = (None, [9, 7], [2, 7])


def voice_colour(tokens: Tokens, voice: int) -> str:
    """The colour of a voice. Shape: 0 pupil, 1 carer, 2 mentor."""
    c = tokens.colours
    return (c.now, c.hard, c.pause)[voice]


def voice_line(tokens: Tokens, voice: int, points: list[tuple[float, float]]) -> cv.Shape:
    """The line through a voice's points."""
    first, *rest = points
    return cv.Path(
        [cv.Path.MoveTo(*first), *(cv.Path.LineTo(*point) for point in rest)],
        ft.Paint(
            color=voice_colour(tokens, voice),
            style=ft.PaintingStyle.STROKE,
            stroke_width=3,
            stroke_cap=ft.StrokeCap.ROUND,
            stroke_join=ft.StrokeJoin.ROUND,
            stroke_dash_pattern=_DASHES[voice],
        ),
    )


def voice_mark(
    tokens: Tokens, voice: int, x: float, y: float, size: float, number: str = ""
) -> list[cv.Shape]:
    """The mark of a voice with its middle at a point, and a number in it."""
    shapes: list[cv.Shape] = []
    # A rim of the ground keeps marks apart where voices agree.
    for grown, colour in ((4.0, tokens.colours.card), (0.0, voice_colour(tokens, voice))):
        shapes.append(_shape(voice, x, y, size + grown, ft.Paint(color=colour)))
    if number:
        shapes.append(
            cv.Text(
                x,
                y,
                number,
                style=ft.TextStyle(
                    size=size * 0.58,
                    color=tokens.colours.card,
                    weight=ft.FontWeight.W_600,
                    font_family=tokens.font.value,
                ),
                alignment=ft.Alignment.CENTER,
            )
        )
    return shapes


def _shape(voice: int, x: float, y: float, size: float, paint: ft.Paint) -> cv.Shape:
    half = size / 2
    if voice == 0:
        return cv.Circle(x, y, half, paint)
    if voice == 1:
        side = size * 0.9
        return cv.Rect(x - side / 2, y - side / 2, side, side, border_radius=size / 6, paint=paint)
    tip = half * 1.22
    corners = [(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)]
    return cv.Path(
        [cv.Path.MoveTo(*corners[0]), *(cv.Path.LineTo(*corner) for corner in corners[1:]), cv.Path.Close()],
        paint,
    )


def mark_picture(tokens: Tokens, voice: int) -> ft.Control:
    """The mark of a voice beside its name; silent."""
    size = min(tokens.type.small * 1.2, 30)
    box = size * 1.3
    return cv.Canvas(voice_mark(tokens, voice, box / 2, box / 2, size), width=box, height=box)
