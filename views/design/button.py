"""Buttons: one large one for what a person came to do, quiet ones for the rest, icons with a name."""

from typing import Literal

import flet as ft

from views.design.icons import IconName, icon
from views.design.lettering import Ink, words
from views.design.picture import pictogram
from views.design.surface import Tap, pressable_style
from views.design.tokens import CORNER, TARGET, TICK_TARGET, Tokens

Kind = Literal["go", "done", "danger"]


def _padding(tokens: Tokens, height: float, sideways: float) -> ft.Padding:
    """Padding that makes one line of a button's words at least `height` high, and grows with two."""
    line = tokens.type.button * 1.4
    return ft.Padding.symmetric(vertical=max((height - line) / 2, 8), horizontal=sideways)


def _inside(
    tokens: Tokens, text: str, ink: Ink, icon_name: IconName | None, picture: str | None
) -> ft.Control:
    shown: list[ft.Control] = []
    if picture:
        shown.append(pictogram(tokens, picture, 32))
    if icon_name:
        shown.append(icon(tokens, icon_name, ink=ink))
    shown.append(
        words(tokens, text, size=tokens.type.button, ink=ink, is_bold=True, align="center", line_height=1.25)
    )
    if len(shown) == 1:
        return shown[0]
    shown[-1].expand = True
    shown[-1].expand_loose = True
    return ft.Row(shown, spacing=10, tight=True, alignment=ft.MainAxisAlignment.CENTER)


def big_button(
    tokens: Tokens,
    text: str,
    on_tap: Tap | None,
    *,
    kind: Kind = "go",
    icon_name: IconName | None = None,
    is_selected: bool | None = None,
    key: str | None = None,
) -> ft.Control:
    """What a person came to do: as wide as its column, 64 high at least. `on_tap=None` switches it off."""
    c = tokens.colours
    fill, ink = {
        "go": (c.now, "on_now"),
        "done": (c.done, "on_done"),
        "danger": (c.danger, "on_danger"),
    }[kind]
    is_off = on_tap is None
    shown: Ink = "soft" if is_off else ink  # type: ignore[assignment]  # the table above holds only inks
    button = ft.Button(
        _inside(tokens, text, shown, icon_name, None),
        elevation=0,
        disabled=is_off,
        on_click=(lambda _: on_tap()) if on_tap else None,
        style=pressable_style(
            tokens,
            c.bar if is_off else fill,
            c.edge if is_off else fill,
            tokens.edge_width,
            _padding(tokens, TICK_TARGET, 20),
            CORNER,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(content=button, selected=is_selected, disabled=is_off), key=key)


def quiet_button(
    tokens: Tokens,
    text: str,
    on_tap: Tap | None,
    *,
    icon_name: IconName | None = None,
    picture: str | None = None,
    ink: Ink = "ink",
    is_bare: bool = False,
    is_selected: bool | None = None,
    key: str | None = None,
) -> ft.Control:
    """A second choice: as wide as its words, 48 high at least. `is_bare` leaves its edge away."""
    c = tokens.colours
    clear = ft.Colors.TRANSPARENT
    fill, edge = (clear, clear) if is_bare else (c.card, c.ring)
    if is_selected:
        fill, edge = c.now_fill, c.now
    is_off = on_tap is None
    button = ft.Button(
        _inside(tokens, text, "soft" if is_off else ink, icon_name, picture),
        elevation=0,
        disabled=is_off,
        on_click=(lambda _: on_tap()) if on_tap else None,
        style=pressable_style(
            tokens,
            fill,
            edge,
            2.5 if is_selected else tokens.edge_width,
            _padding(tokens, TARGET, 16),
            CORNER,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(content=button, selected=is_selected, disabled=is_off), key=key)


def icon_button(
    tokens: Tokens,
    icon_name: IconName,
    label: str,
    on_tap: Tap | None,
    *,
    ink: Ink = "ink",
    has_edge: bool = False,
    size: float = TARGET,
    key: str | None = None,
) -> ft.Control:
    """An icon that does something, named for readers and shown as a hint on hover."""
    c = tokens.colours
    clear = ft.Colors.TRANSPARENT
    drawn = icon(tokens, icon_name, ink="soft" if on_tap is None else ink)
    pad = max((size - (drawn.size or 0)) / 2, 4)
    button = ft.Button(
        drawn,
        elevation=0,
        disabled=on_tap is None,
        on_click=(lambda _: on_tap()) if on_tap else None,
        tooltip=ft.Tooltip(label, exclude_from_semantics=True),
        style=pressable_style(
            tokens,
            c.card if has_edge else clear,
            c.ring if has_edge else clear,
            tokens.edge_width,
            pad,
            size,
        ),
        width=max(size, (drawn.size or 0) + 2 * pad),
    )
    return ft.MergeSemantics(
        ft.Semantics(content=button, label=label, button=True, disabled=on_tap is None), key=key
    )
