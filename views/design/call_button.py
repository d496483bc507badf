"""A button that calls or texts a number, inside the tap itself; the device's own telephone does the rest."""

from typing import Literal

import flet as ft

from views.design.icons import icon
from views.design.lettering import words
from views.design.surface import pressable_style
from views.design.tokens import CORNER, TARGET, Tokens

Way = Literal["call", "text"]


def phone_link(phone: str, way: Way) -> str:
    """The link of a number. Source: RFC 3966 (tel), RFC 5724 (sms); without the spaces people write."""
    digits = "".join(sign for sign in phone if sign.isdigit() or sign == "+")
    return f"{'tel' if way == 'call' else 'sms'}:{digits}"


def call_button(
    tokens: Tokens, phone: str, label: str, way: Way, *, is_strong: bool = False, key: str | None = None
) -> ft.Control:
    """The number as it is written; readers hear `label`, such as "Call Childline", and the number."""
    c = tokens.colours
    size = tokens.type.button
    said = words(
        tokens, phone, size=size, ink="on_now" if is_strong else "now", is_bold=True, line_height=1.25
    )
    sign = icon(tokens, "phone", ink="on_now" if is_strong else "now")
    if way == "text":
        sign.icon = ft.Icons.SMS_OUTLINED
    inside = ft.Row(
        [sign, said],
        spacing=10,
        tight=True,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    button = ft.Button(
        ft.Semantics(content=inside, exclude_semantics=True),
        elevation=0,
        action=ft.OpenUrl(phone_link(phone, way), target=ft.UrlTarget.SELF),
        style=pressable_style(
            tokens,
            c.now if is_strong else c.now_fill,
            c.now,
            tokens.edge_width,
            ft.Padding.symmetric(vertical=max((TARGET - size * 1.25) / 2, 8), horizontal=18),
            CORNER,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(label=f"{label}, {phone}", button=True, content=button), key=key)
