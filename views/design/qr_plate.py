"""A QR to be scanned by another device: black on white in every theme, because cameras want that."""

import flet as ft

from views.design.tokens import SMALL_CORNER, Tokens

_WHITE = "#FFFFFF"


def qr_plate(tokens: Tokens, svg: str, size: float, label: str) -> ft.Control:
    """`svg` as services/paper/qr.py draws it, its quiet edge included."""
    square = ft.Image(src=svg, width=size, height=size, fit=ft.BoxFit.CONTAIN, semantics_label=label)
    return ft.Container(
        square,
        width=size,
        height=size,
        bgcolor=_WHITE,
        border=ft.Border.all(tokens.edge_width, tokens.colours.edge),
        border_radius=SMALL_CORNER,
        clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
    )
