"""A place to type. Its label stands above it and stays there; a mistake is said below it."""

from collections.abc import Callable
from typing import Literal

import flet as ft

from views.design.lettering import body_text, small_text
from views.design.tokens import SMALL_CORNER, Tokens

Keyboard = Literal["text", "number", "phone", "secret", "secret_number"]


def field(
    tokens: Tokens,
    label: str,
    value: str,
    on_change: Callable[[str], object],
    *,
    hint: str = "",
    error: str | None = None,
    max_length: int = 280,
    lines: int = 1,
    keyboard: Keyboard = "text",
    on_submit: Callable[[], object] | None = None,
    is_focused: bool = False,
    key: str | None = None,
) -> ft.Control:
    """Typed words. `lines` above one gives room for a few sentences. `error` is a whole sentence."""
    c = tokens.colours
    is_secret = keyboard in ("secret", "secret_number")
    kinds = {
        "number": ft.KeyboardType.NUMBER,
        "secret_number": ft.KeyboardType.NUMBER,
        "phone": ft.KeyboardType.PHONE,
    }
    box = ft.TextField(
        value=value,
        on_change=lambda event: on_change(event.control.value or ""),
        on_submit=(lambda _: on_submit()) if on_submit else None,
        hint_text=hint or None,
        hint_style=ft.TextStyle(
            size=tokens.type.body, color=c.soft_ink, height=1.4, font_family=tokens.font.value
        ),
        text_style=ft.TextStyle(
            size=tokens.type.body, color=c.ink, height=1.4, font_family=tokens.font.value
        ),
        max_length=max_length,
        counter="",
        multiline=lines > 1,
        min_lines=lines if lines > 1 else None,
        max_lines=lines + 3 if lines > 1 else 1,
        keyboard_type=kinds.get(keyboard, ft.KeyboardType.TEXT),
        password=is_secret,
        autocorrect=not is_secret,
        enable_suggestions=not is_secret,
        # A keyboard that learns would carry a child's words off the page.
        enable_ime_personalized_learning=False,
        autofocus=is_focused,
        filled=True,
        fill_color=c.card,
        cursor_color=c.now,
        border={
            ft.ControlState.FOCUSED: _outline(c.now, 2.5),
            ft.ControlState.DEFAULT: _outline(c.danger if error else c.ring, 1.5),
        },
        content_padding=ft.Padding.symmetric(vertical=14, horizontal=16),
        key=key,
    )
    named = ft.MergeSemantics(ft.Semantics(label=label if not error else f"{label}. {error}", content=box))
    above = ft.Semantics(exclude_semantics=True, content=body_text(tokens, label, is_bold=True))
    shown: list[ft.Control] = [above, named]
    if error:
        shown.append(ft.Semantics(live_region=True, content=small_text(tokens, error, ink="danger")))
    return ft.Column(shown, spacing=6, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _outline(colour: str, width: float) -> ft.OutlineInputBorder:
    return ft.OutlineInputBorder(side=ft.BorderSide(width, colour), border_radius=SMALL_CORNER)
