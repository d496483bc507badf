"""Something takes a moment: a ring that turns, and the words for what is being done."""

import flet as ft

from views.design.lettering import title
from views.design.tokens import Tokens

_RING = 44


def working(tokens: Tokens, text: str, *, key: str = "working") -> ft.Control:
    """Said aloud when it appears. Where movement is unwanted the words alone stand there."""
    shown: list[ft.Control] = [title(tokens, text, align="center")]
    if tokens.has_motion:
        ring = ft.ProgressRing(
            width=_RING, height=_RING, stroke_width=5, color=tokens.colours.now, bgcolor=tokens.colours.edge
        )
        shown.insert(0, ft.Semantics(exclude_semantics=True, content=ring))
    column = ft.Column(shown, spacing=20, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER)
    return ft.Semantics(live_region=True, container=True, content=column, key=key)
