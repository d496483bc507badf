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

_ICONS = ft.Icons
ICON_BY_NAME: dict[IconName, ft.IconData] = {
    "close": _ICONS.CLOSE_ROUNDED,
    "more": _ICONS.MORE_HORIZ_ROUNDED,
    "add": _ICONS.ADD_ROUNDED,
    "remove": _ICONS.REMOVE_ROUNDED,
    "check": _ICONS.CHECK_ROUNDED,
    "edit": _ICONS.EDIT_ROUNDED,
    "up": _ICONS.KEYBOARD_ARROW_UP_ROUNDED,
    "down": _ICONS.KEYBOARD_ARROW_DOWN_ROUNDED,
    "pause": _ICONS.PAUSE_ROUNDED,
    "play": _ICONS.PLAY_ARROW_ROUNDED,
    "sound": _ICONS.VOLUME_UP_ROUNDED,
    "note": _ICONS.INFO_OUTLINE_ROUNDED,
    "lock": _ICONS.LOCK_OUTLINE_ROUNDED,
    "unlock": _ICONS.LOCK_OPEN_ROUNDED,
    "undo": _ICONS.UNDO_ROUNDED,
    "delete": _ICONS.DELETE_OUTLINE_ROUNDED,
    "calendar": _ICONS.CALENDAR_MONTH_ROUNDED,
    "phone": _ICONS.PHONE_ROUNDED,
    "language": _ICONS.TRANSLATE_ROUNDED,
    "text_size": _ICONS.FORMAT_SIZE_ROUNDED,
    "skip": _ICONS.REDO_ROUNDED,
    "not_needed": _ICONS.DO_NOT_DISTURB_ON_OUTLINED,
    "eye": _ICONS.VISIBILITY_OUTLINED,
    "print": _ICONS.PRINT_ROUNDED,
    "link": _ICONS.OPEN_IN_NEW_ROUNDED,
    "settings": _ICONS.TUNE_ROUNDED,
    "warning": _ICONS.ERROR_OUTLINE_ROUNDED,
    "clock": _ICONS.SCHEDULE_ROUNDED,
    "restore": _ICONS.RESTORE_ROUNDED,
    "save": _ICONS.SAVE_ALT_ROUNDED,
    "backspace": _ICONS.BACKSPACE_OUTLINED,
}


def icon_data(tokens: Tokens, name: IconName) -> ft.IconData:
    """The icon; back and forward turn round in a right-to-left language."""
    if name in ("back", "forward"):
        points_left = (name == "back") != tokens.is_rtl
        return _ICONS.ARROW_BACK_ROUNDED if points_left else _ICONS.ARROW_FORWARD_ROUNDED
    return ICON_BY_NAME[name]


def icon(
    tokens: Tokens, name: IconName, *, ink: Ink = "ink", size: float | None = None, label: str | None = None
) -> ft.Icon:
    """An icon. Without a label it is decoration beside a word, and silent."""
    return ft.Icon(
        icon_data(tokens, name),
        size=size or tokens.type.icon,
        color=ink_of(tokens, ink),
        semantics_label=label,
    )


def chevron(tokens: Tokens) -> ft.Icon:
    """The small arrow that says: this opens."""
    points_left = tokens.is_rtl
    return ft.Icon(
        _ICONS.CHEVRON_LEFT_ROUNDED if points_left else _ICONS.CHEVRON_RIGHT_ROUNDED,
        size=tokens.type.icon,
        color=tokens.colours.ring,
    )
