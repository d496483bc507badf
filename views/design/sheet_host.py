"""Where a screen hangs its sheets."""

import flet as ft


def use_sheet(shown: ft.BottomSheet | None) -> None:
    """Shows a sheet, or none. One after another, they are two sheets and not one that changes.

    A sheet keeps the height that it was opened with, so the next one would be as low as the one before.
    """
    before: ft.Ref[tuple[object, bool]] = ft.use_ref(None)
    name = shown.key if shown else None
    last, is_second = before.current or (None, False)
    if name is not None and last is not None and name != last:
        is_second = not is_second
    before.current = (name, is_second)
    ft.use_dialog(None if is_second else shown)
    ft.use_dialog(shown if is_second else None)
