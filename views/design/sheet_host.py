"""Where a screen hangs its sheets."""

from typing import Any

import flet as ft


def use_sheet(shown: ft.BottomSheet | None) -> None:
    """Shows a sheet, or none. One after another, they are two sheets and not one that changes.

    A sheet keeps the height that it was opened with, so the next one would be as low as the one before. And
    the first one's going must not close the one that took its place.
    """
    open_now: Any = ft.use_ref(None)
    slot: Any = ft.use_ref(None)
    name = shown.data if shown else None
    if name is not None and open_now.current is not None and name != open_now.current:
        slot.current = not slot.current
    open_now.current = name
    if shown is not None:
        dismissed: Any = shown.on_dismiss

        def on_dismiss(event: Any) -> None:
            if open_now.current == name:
                dismissed(event)

        shown.on_dismiss = on_dismiss
    ft.use_dialog(None if slot.current else shown)
    ft.use_dialog(shown if slot.current else None)
