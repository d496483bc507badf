"""Words on a screen, by their job. Each wraps; none has a fixed height."""

from typing import Literal

import flet as ft

from views.design.theme import ARABIC
from views.design.tokens import Font, Tokens

Ink = Literal["ink", "soft", "done", "now", "pause", "hard", "danger", "on_done", "on_now", "on_danger"]
Align = Literal["start", "center", "end"]


def ink_of(tokens: Tokens, ink: Ink) -> str:
    """The colour of some ink."""
    colours = tokens.colours
    return colours.soft_ink if ink == "soft" else str(getattr(colours, ink))


def words(
    tokens: Tokens,
    text: str,
    *,
    size: float,
    ink: Ink = "ink",
    is_bold: bool = False,
    align: Align = "start",
    line_height: float = 1.4,
    font: Font | None = None,
) -> ft.Text:
    """Words of any size; screens use the named kinds below. `font` only to show what another one is like."""
    family = font or tokens.font
    # Atkinson's bold is a file of its own; Lexend carries every weight.
    is_heavy_file = is_bold and family is Font.ATKINSON
    return ft.Text(
        text,
        text_align=ft.TextAlign(align),
        style=ft.TextStyle(
            size=size,
            color=ink_of(tokens, ink),
            height=line_height,
            letter_spacing=0,
            font_family=family.value + (" Bold" if is_heavy_file else ""),
            font_family_fallback=[ARABIC],
            weight=ft.FontWeight.W_600 if is_bold and not is_heavy_file else ft.FontWeight.W_400,
        ),
    )


def left_to_right(text: str) -> str:
    """A code, whose characters run left to right in every language, whatever stands around them."""
    return f"\u2066{text}\u2069"


def _heading(
    tokens: Tokens, text: str, size: float, level: int, ink: Ink = "ink", align: Align = "start"
) -> ft.Control:
    shown = words(tokens, text, size=size, ink=ink, is_bold=True, align=align, line_height=1.2)
    return ft.Semantics(heading_level=level, content=shown)


def greeting(tokens: Tokens, text: str, *, align: Align = "start") -> ft.Control:
    """The one largest line of a screen; heading level 1."""
    return _heading(tokens, text, tokens.type.greeting, 1, align=align)


def title(
    tokens: Tokens, text: str, *, level: int = 2, ink: Ink = "ink", align: Align = "start"
) -> ft.Control:
    """The name of a part of the screen."""
    return _heading(tokens, text, tokens.type.title, level, ink, align)


def label(tokens: Tokens, text: str, *, ink: Ink = "ink", align: Align = "start") -> ft.Text:
    """The name of a step, a target, a door: large and bold, no heading."""
    return words(tokens, text, size=tokens.type.label, ink=ink, is_bold=True, align=align, line_height=1.25)


def body_text(
    tokens: Tokens, text: str, *, ink: Ink = "ink", is_bold: bool = False, align: Align = "start"
) -> ft.Text:
    """What is read."""
    return words(tokens, text, size=tokens.type.body, ink=ink, is_bold=is_bold, align=align)


def soft_text(tokens: Tokens, text: str, *, align: Align = "start") -> ft.Text:
    """What stands back: the same size, softer ink."""
    return words(tokens, text, size=tokens.type.body, ink="soft", align=align)


def small_text(
    tokens: Tokens, text: str, *, ink: Ink = "soft", is_bold: bool = False, align: Align = "start"
) -> ft.Text:
    """Labels under pictures and side remarks."""
    return words(tokens, text, size=tokens.type.small, ink=ink, is_bold=is_bold, align=align)
