"""A pad of large keys, as on a door or a telephone, and the row of what was entered."""

from collections.abc import Callable, Sequence

import flet as ft

from views.design.surface import Tap, pressable_style
from views.design.tokens import SMALL_CORNER, TICK_TARGET, Tokens

KEY_GAP = 10


def pad_key(
    tokens: Tokens,
    content: ft.Control,
    label: str,
    on_tap: Tap,
    *,
    width: float,
    height: float = TICK_TARGET,
    is_strong: bool = False,
    padding: float = 0,
    key: str | None = None,
) -> ft.Control:
    """One key, named for readers by `label`. `is_strong`: the key that says it is meant."""
    c = tokens.colours
    button = ft.Button(
        ft.Semantics(content=content, exclude_semantics=True),
        elevation=0,
        on_click=lambda _: on_tap(),
        width=width,
        height=max(height, TICK_TARGET),
        style=pressable_style(
            tokens,
            c.now if is_strong else c.card,
            c.now if is_strong else c.edge,
            tokens.edge_width,
            padding,
            SMALL_CORNER + 4,
        ),
    )
    return ft.MergeSemantics(ft.Semantics(content=button, label=label, button=True), key=key)


def key_rows(tokens: Tokens, keys: Sequence[ft.Control], across: int) -> ft.Control:
    """Keys in rows. Digits stand in the same place in every language, so rows never turn round."""
    rows = [list(keys[at : at + across]) for at in range(0, len(keys), across)]
    return ft.Column(
        [
            ft.Row(
                list(reversed(each)) if tokens.is_rtl else each,
                spacing=KEY_GAP,
                alignment=ft.MainAxisAlignment.CENTER,
            )
            for each in rows
        ],
        spacing=KEY_GAP,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def entered_row(tokens: Tokens, count: int, places: int, label: str) -> ft.Control:
    """A mark for each digit or picture entered, never which. `label` says how many, aloud."""
    c = tokens.colours

    def mark(is_there: bool) -> ft.Control:
        return ft.Container(
            width=16,
            height=16,
            border_radius=8,
            bgcolor=c.now if is_there else c.card,
            border=ft.Border.all(2, c.now if is_there else c.ring),
        )

    shown = ft.Row(
        [mark(place < count) for place in range(places)],
        spacing=14,
        alignment=ft.MainAxisAlignment.CENTER,
    )
    return ft.Semantics(
        label=label, live_region=True, exclude_semantics=True, container=True, content=shown, key="entered"
    )


@ft.component
def hears_keys(content: ft.Control, on_key: Callable[[str], object]) -> ft.Control:
    """Hears a keyboard while focus is here or on anything inside. `on_key` gets the key's name.

    It takes the focus when it comes up: a button of the page before may still hold it.
    """
    listener: ft.Ref[ft.KeyboardListener] = ft.Ref()

    async def take_focus() -> None:
        if listener.current:
            await listener.current.focus()  # type: ignore[no-untyped-call]  # Flet gives it no types

    ft.use_effect(take_focus, [])
    return ft.KeyboardListener(
        ref=listener,
        content=content,
        autofocus=True,
        on_key_down=lambda event: on_key(event.key),
        on_key_repeat=lambda event: on_key(event.key),
    )
