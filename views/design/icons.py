"""Line icons for controls. What a person does or feels is a pictogram; what a control does is an icon."""

from typing import Literal

import flet as ft

from views.design.lettering import Ink, ink_of
from views.design.tokens import Tokens

IconName = Literal[
    "back", "forward", "close", "more", "add", "remove", "check", "edit", "up", "down", "pause", "play",
    "sound", "note", "lock", "unlock", "undo", "delete", "calendar", "phone", "language", "text_size", "skip",
    "not_needed", "eye", "print", "link", "settings", "warning", "clock", "restore", "save", "backspace",
]  # fmt: skip

ICON_BY_NAME: dict[IconName, ft.IconData] = {
    "back": ft.Icons.ARROW_BACK_ROUNDED,
    "forward": ft.Icons.ARROW_FORWARD_ROUNDED,
    "close": ft.Icons.CLOSE_ROUNDED,
    "more": ft.Icons.MORE_HORIZ_ROUNDED,
    "add": ft.Icons.ADD_ROUNDED,
    "remove": ft.Icons.REMOVE_ROUNDED,
    "check": ft.Icons.CHECK_ROUNDED,
    "edit": ft.Icons.EDIT_ROUNDED,
    "up": ft.Icons.KEYBOARD_ARROW_UP_ROUNDED,
    "down": ft.Icons.KEYBOARD_ARROW_DOWN_ROUNDED,
    "pause": ft.Icons.PAUSE_ROUNDED,
    "play": ft.Icons.PLAY_ARROW_ROUNDED,
    "sound": ft.Icons.VOLUME_UP_ROUNDED,
    "note": ft.Icons.INFO_OUTLINE_ROUNDED,
    "lock": ft.Icons.LOCK_OUTLINE_ROUNDED,
    "unlock": ft.Icons.LOCK_OPEN_ROUNDED,
    "undo": ft.Icons.UNDO_ROUNDED,
    "delete": ft.Icons.DELETE_OUTLINE_ROUNDED,
    "calendar": ft.Icons.CALENDAR_MONTH_ROUNDED,
    "phone": ft.Icons.PHONE_ROUNDED,
    "language": ft.Icons.TRANSLATE_ROUNDED,
    "text_size": ft.Icons.FORMAT_SIZE_ROUNDED,
    "skip": ft.Icons.REDO_ROUNDED,
    "not_needed": ft.Icons.DO_NOT_DISTURB_ON_OUTLINED,
    "eye": ft.Icons.VISIBILITY_OUTLINED,
    "print": ft.Icons.PRINT_ROUNDED,
    "link": ft.Icons.OPEN_IN_NEW_ROUNDED,
    "settings": ft.Icons.TUNE_ROUNDED,
    "warning": ft.Icons.ERROR_OUTLINE_ROUNDED,
    "clock": ft.Icons.SCHEDULE_ROUNDED,
    "restore": ft.Icons.RESTORE_ROUNDED,
    "save": ft.Icons.SAVE_ALT_ROUNDED,
    "backspace": ft.Icons.BACKSPACE_OUTLINED,
}


def icon_data(name: IconName) -> ft.IconData:
    """The icon; back and forward are turned round by the client in a right-to-left language."""
    return ICON_BY_NAME[name]


def icon(
    tokens: Tokens, name: IconName, *, ink: Ink = "ink", size: float | None = None, label: str | None = None
) -> ft.Icon:
    """An icon. Without a label it is decoration beside a word, and silent."""
    return ft.Icon(
        icon_data(name),
        size=size or tokens.type.icon,
        color=ink_of(tokens, ink),
        semantics_label=label,
    )


def chevron(tokens: Tokens) -> ft.Icon:
    """The small arrow that says: this opens. The client turns it round in a right-to-left language."""
    return ft.Icon(
        ft.Icons.CHEVRON_RIGHT_ROUNDED,
        size=tokens.type.icon,
        color=tokens.colours.ring,
    )
