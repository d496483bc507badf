"""A little less, a little more."""

import flet as ft

from views.design.button import icon_button
from views.design.lettering import words
from views.design.surface import Tap
from views.design.tokens import Tokens


def stepper(
    tokens: Tokens,
    text: str,
    less_label: str,
    more_label: str,
    on_less: Tap | None,
    on_more: Tap | None,
    *,
    key: str | None = None,
) -> ft.Control:
    """A value between minus and plus. `text` is the value as it is read; None switches an end off."""
    value = words(tokens, text, size=tokens.type.label, is_bold=True, align="center", line_height=1.25)
    value.expand = True
    return ft.Row(
        [
            icon_button(tokens, "remove", less_label, on_less, has_edge=True, size=56),
            ft.Semantics(live_region=True, content=value, expand=True),
            icon_button(tokens, "add", more_label, on_more, has_edge=True, size=56),
        ],
        spacing=12,
        key=key,
    )
