"""How the use of a day looks: five small shapes that differ in form, so that none rests on colour alone."""

from typing import Literal

import flet as ft
import flet.canvas as cv

from views.design.tokens import Tokens

UseLook = Literal["done", "partly", "paused", "quiet", "to_come"]


def use_shape(tokens: Tokens, look: UseLook, x: float, y: float, size: float) -> list[cv.Shape]:
    """A whole disc, a half-filled one, a pause sign, a dot, an open ring; its middle at a point."""
    c, half, line = tokens.colours, size / 2, max(1.5, size / 10)

    def ring(colour: str) -> cv.Circle:
        return cv.Circle(
            x, y, half - line / 2, ft.Paint(color=colour, stroke_width=line, style=ft.PaintingStyle.STROKE)
        )

    match look:
        case "done":
            return [cv.Circle(x, y, half, ft.Paint(color=c.done))]
        case "partly":
            # The lower half of the disc: filled from the ground up, as a glass is.
            lower = cv.Arc(x - half, y - half, size, size, 0, 3.14159, False, ft.Paint(color=c.done))
            return [ring(c.done), lower]
        case "paused":
            bar = ft.Paint(color=c.pause)
            wide, high = size * 0.22, size * 0.7
            return [
                cv.Rect(x + side * size * 0.2 - wide / 2, y - high / 2, wide, high, wide / 3, bar)
                for side in (-1, 1)
            ]
        case "quiet":
            return [cv.Circle(x, y, size * 0.16, ft.Paint(color=c.ring))]
        case "to_come":
            return [ring(c.ring)]


def use_picture(tokens: Tokens, look: UseLook, size: float) -> ft.Control:
    """One shape beside its word; silent."""
    return cv.Canvas(use_shape(tokens, look, size / 2, size / 2, size), width=size, height=size)


def week_shapes(tokens: Tokens, looks: list[UseLook], *, size: float = 18) -> ft.Control:
    """The shapes of some days in a row, the latest at the end. Silent: the words stand beside it."""
    step = size * 1.4
    width = step * len(looks) - (step - size)
    shapes: list[cv.Shape] = []
    for place, look in enumerate(looks):
        x = place * step + size / 2
        shapes += use_shape(tokens, look, width - x if tokens.is_rtl else x, size / 2, size)
    return cv.Canvas(shapes, width=width, height=size)
