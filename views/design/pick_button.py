"""A button that opens a file, inside the tap itself: the only moment at which iOS Safari allows it."""

from collections.abc import Callable

import flet as ft
from flet.components.hooks.use_ref import MutableRef

from views.design.icons import icon
from views.design.lettering import words
from views.design.surface import pressable_style
from views.design.tokens import CORNER, TICK_TARGET, Tokens


@ft.component
def pick_button(
    tokens: Tokens, text: str, on_picked: Callable[[bytes], object], *, key: str | None = None
) -> ft.Control:
    """A large button. `on_picked` is given the file's bytes; whoever changes their mind calls nothing."""
    hears: MutableRef[Callable[[bytes], object]] = ft.use_ref()
    hears.current = on_picked

    def hear(event: ft.FilePickerResultEvent) -> None:
        for file in event.files:
            if file.bytes is not None and hears.current:
                hears.current(bytes(file.bytes))

    # The client only tells what it was asked for when the service was made.
    picker = ft.use_memo(lambda: ft.FilePicker(on_result=hear), [])
    c = tokens.colours
    said = words(
        tokens, text, size=tokens.type.button, ink="on_now", is_bold=True, align="center", line_height=1.25
    )
    said.expand = True
    said.expand_loose = True
    line = tokens.type.button * 1.4
    button = ft.Button(
        ft.Row(
            [icon(tokens, "restore", ink="on_now"), said],
            spacing=10,
            tight=True,
            alignment=ft.MainAxisAlignment.CENTER,
        ),
        elevation=0,
        # A slow device may show its window again before the file has been read: that is no change of mind.
        action=ft.PickFiles(picker, with_data=True, cancel_upload_on_window_blur=False),
        style=pressable_style(
            tokens,
            c.now,
            c.now,
            tokens.edge_width,
            ft.Padding.symmetric(vertical=max((TICK_TARGET - line) / 2, 8), horizontal=20),
            CORNER,
        ),
    )
    return ft.MergeSemantics(button, key=key)
