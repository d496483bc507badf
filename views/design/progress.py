"""How much is done, without a number to fall short of: dots, and the circle of a tick."""

import flet as ft

from views.design.icons import IconName, icon
from views.design.tokens import Tokens


def dots(tokens: Tokens, done: int, asked: int, label: str) -> ft.Control:
    """A small dot for each step, filled when done. `label` says the same in words."""
    c = tokens.colours
    size = 11 if tokens.percent < 150 else 15

    def dot(is_done: bool) -> ft.Control:
        return ft.Container(
            width=size,
            height=size,
            border_radius=size / 2,
            bgcolor=c.done if is_done else c.card,
            border=ft.Border.all(1.5, c.done if is_done else c.ring),
        )

    shown = ft.Row([dot(each < done) for each in range(asked)], spacing=7, run_spacing=7, wrap=True)
    return ft.Semantics(label=label, exclude_semantics=True, container=True, content=shown)


def tick_circle(
    tokens: Tokens,
    is_done: bool,
    *,
    is_now: bool = False,
    size: float = 46,
    is_paused: bool = False,
    sign: IconName = "pause",
) -> ft.Control:
    """The circle at the end of a step's card: a picture of its state, not a target of its own.

    `sign` is what a quiet step shows: paused, or set aside for the day.
    """
    c = tokens.colours
    edge = c.done if is_done else c.now if is_now else c.ring
    inside: ft.Control | None = None
    if is_done:
        inside = icon(tokens, "check", ink="on_done", size=size * 0.6)
    elif is_paused:
        inside = icon(tokens, sign, ink="pause", size=size * 0.55)
    return ft.Container(
        inside,
        width=size,
        height=size,
        border_radius=size / 2,
        bgcolor=c.done if is_done else c.pause_fill if is_paused else c.card,
        border=ft.Border.all(2.5, c.pause if is_paused and not is_done else edge),
        alignment=ft.Alignment.CENTER,
        animate=ft.Animation(tokens.motion_ms, ft.AnimationCurve.EASE_OUT) if tokens.has_motion else None,
    )
