"""Something to know, in the place where it happened; and what stands where nothing is yet."""

from typing import Literal

import flet as ft

from views.design.button import big_button, quiet_button
from views.design.icons import IconName, icon
from views.design.lettering import body_text, soft_text, title
from views.design.picture import drawing, pictogram
from views.design.surface import Look, Tap
from views.design.tokens import SMALL_CORNER, Tokens

Tone = Literal["note", "good", "careful", "danger"]

_LOOK: dict[Tone, Look] = {"note": "now", "good": "done", "careful": "pause", "danger": "danger"}
_ICON: dict[Tone, IconName] = {"note": "note", "good": "check", "careful": "warning", "danger": "warning"}


def notice(
    tokens: Tokens,
    text: str,
    *,
    tone: Tone = "note",
    picture: str | None = None,
    action: str | None = None,
    on_action: Tap | None = None,
    key: str | None = None,
) -> ft.Control:
    """One or two sentences in a quiet box, said aloud when they appear, with one thing to do at most."""
    c = tokens.colours
    fill = {"note": c.now_fill, "good": c.done_fill, "careful": c.pause_fill, "danger": c.danger_fill}[tone]
    said = body_text(tokens, text)
    said.expand = True
    sign = pictogram(tokens, picture, 36) if picture else icon(tokens, _ICON[tone], ink=_INK[tone])
    shown: list[ft.Control] = [
        ft.Row([sign, said], spacing=12, vertical_alignment=ft.CrossAxisAlignment.CENTER)
    ]
    if action and on_action:
        shown.append(ft.Row([quiet_button(tokens, action, on_action)], wrap=True))
    box = ft.Container(
        ft.Column(shown, spacing=10, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        bgcolor=fill,
        border=ft.Border.all(tokens.edge_width, c.edge),
        border_radius=SMALL_CORNER,
        padding=16,
    )
    return ft.Semantics(live_region=True, container=True, content=box, key=key)


_INK: dict[Tone, Literal["now", "done", "pause", "danger"]] = {
    "note": "now",
    "good": "done",
    "careful": "pause",
    "danger": "danger",
}


def empty_state(
    tokens: Tokens,
    art: str,
    heading: str,
    text: str,
    *,
    action: str | None = None,
    on_action: Tap | None = None,
) -> ft.Control:
    """A drawing (assets/art/empty_<art>.svg), a sentence, and one next action."""
    # Large letters push what can be done towards the edge of a phone; the drawing makes room for it.
    share = 0.6 if tokens.is_large and tokens.is_phone else 1
    shown: list[ft.Control] = [
        drawing(f"empty_{art}", 200 * share, 150 * share),
        title(tokens, heading, align="center"),
        soft_text(tokens, text, align="center"),
    ]
    if action and on_action:
        shown.append(ft.Container(big_button(tokens, action, on_action), padding=ft.Padding.only(top=8)))
    return ft.Container(
        ft.Column(shown, spacing=12, tight=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER),
        padding=ft.Padding.symmetric(vertical=24, horizontal=8),
        alignment=ft.Alignment.CENTER,
    )
