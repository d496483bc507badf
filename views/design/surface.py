"""What things lie on: rows and columns, cards, cards that can be pressed."""

from collections.abc import Callable, Sequence
from typing import Literal

import flet as ft

from views.design.tokens import CORNER, Tokens

Tap = Callable[[], object]
Look = Literal["plain", "now", "today", "done", "pause", "chosen", "danger", "bare"]
Across = Literal["start", "center", "end", "stretch"]


def sides(
    tokens: Tokens, *, start: float = 0, top: float = 0, end: float = 0, bottom: float = 0
) -> ft.Padding:
    """Padding by reading direction."""
    left, right = (end, start) if tokens.is_rtl else (start, end)
    return ft.Padding(left=left, top=top, right=right, bottom=bottom)


def column(controls: Sequence[ft.Control], *, gap: float = 12, across: Across = "stretch") -> ft.Column:
    """One below the other, as high as they are."""
    return ft.Column(
        list(controls), spacing=gap, tight=True, horizontal_alignment=ft.CrossAxisAlignment(across)
    )


def row(
    controls: Sequence[ft.Control],
    *,
    gap: float = 12,
    wraps: bool = False,
    along: Literal["start", "center", "end", "spaceBetween"] = "start",
    is_top: bool = False,
) -> ft.Row:
    """Side by side. `wraps` lets what does not fit go to the next line."""
    return ft.Row(
        list(controls),
        spacing=gap,
        run_spacing=gap,
        wrap=wraps,
        alignment=ft.MainAxisAlignment(along),
        vertical_alignment=ft.CrossAxisAlignment.START if is_top else ft.CrossAxisAlignment.CENTER,
    )


def led_by(
    tokens: Tokens, picture: ft.Control, words: ft.Control, end: ft.Control | None = None, *, gap: float = 14
) -> ft.Control:
    """A picture, its words, and something small at the end. Large letters get the whole width, below."""
    ends = [end] if end else []
    if tokens.is_large and tokens.is_phone:
        return column([row([picture, *ends], along="spaceBetween"), words], gap=8)
    return row([picture, filling(words), *ends], gap=gap)


def filling(control: ft.Control) -> ft.Control:
    """The control that takes the rest of a row."""
    control.expand = True
    return control


def colours_of(tokens: Tokens, look: Look) -> tuple[str, str, float]:
    """Fill, edge and the edge's width of a look."""
    c, thin = tokens.colours, tokens.edge_width
    return {
        "plain": (c.card, c.edge, thin),
        "now": (c.now_fill, c.now, 2.5),
        "today": (c.card, c.now, 2.0),
        "done": (c.done_fill, c.done_edge, thin),
        "pause": (c.pause_fill, c.edge, thin),
        "chosen": (c.now_fill, c.now, 2.5),
        "danger": (c.danger_fill, c.danger, thin),
        "bare": (c.ground, c.ground, 0.0),
    }[look]


def card(
    tokens: Tokens,
    controls: Sequence[ft.Control],
    *,
    look: Look = "plain",
    gap: float = 12,
    padding: float = 20,
    across: Across = "stretch",
    key: str | None = None,
) -> ft.Control:
    """Paper on paper: a card that holds things and is not pressed itself."""
    fill, edge, width = colours_of(tokens, look)
    return ft.Container(
        column(controls, gap=gap, across=across),
        key=key,
        bgcolor=fill,
        border=ft.Border.all(width, edge) if width else None,
        border_radius=CORNER,
        padding=padding,
        animate=ft.Animation(tokens.motion_ms, ft.AnimationCurve.EASE_OUT) if tokens.has_motion else None,
    )


def tap_card(
    tokens: Tokens,
    content: ft.Control,
    on_tap: Tap | None,
    *,
    look: Look = "plain",
    label: str | None = None,
    is_checked: bool | None = None,
    is_selected: bool | None = None,
    padding: ft.PaddingValue = 16,
    corner: float = CORNER,
    width: float | None = None,
    key: str | None = None,
) -> ft.Control:
    """A card that is one large button, reached by keyboard too, with a visible focus ring.

    `label` replaces what a screen reader would gather from the words inside. `is_checked` makes it a
    checkbox for screen readers, `is_selected` the current one of several. `on_tap=None` switches it off.
    """
    fill, edge, line = colours_of(tokens, look)
    button = ft.Button(
        ft.Semantics(content=content, exclude_semantics=label is not None),
        elevation=0,
        on_click=(lambda _: on_tap()) if on_tap else None,
        disabled=on_tap is None,
        width=width,
        style=pressable_style(tokens, fill, edge, line, padding, corner),
    )
    said = ft.Semantics(
        label=label, checked=is_checked, selected=is_selected, content=button, disabled=on_tap is None
    )
    return ft.MergeSemantics(said, key=key)


def pressable_style(
    tokens: Tokens,
    fill: str,
    edge: str,
    width: float,
    padding: ft.PaddingValue,
    corner: float,
) -> ft.ButtonStyle:
    """How every pressable surface looks, at rest and under finger, mouse and keyboard.

    The focus ring is ink, so that it is not taken for the edge of what is chosen or now.
    """
    state = ft.ControlState
    c = tokens.colours
    focus = ft.BorderSide(3, c.ink)
    return ft.ButtonStyle(
        bgcolor=fill,
        color=c.ink,
        elevation=0,
        padding=padding,
        animation_duration=tokens.motion_ms,
        alignment=ft.Alignment.CENTER,
        visual_density=ft.VisualDensity.STANDARD,
        overlay_color={
            state.PRESSED: ft.Colors.with_opacity(0.12, c.now),
            state.HOVERED: ft.Colors.with_opacity(0.05, c.ink),
            state.FOCUSED: ft.Colors.with_opacity(0.04, c.now),
        },
        shape=ft.RoundedRectangleBorder(radius=corner),
        side={state.FOCUSED: focus, state.DEFAULT: ft.BorderSide(width, edge)},
    )
