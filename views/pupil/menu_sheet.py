"""More for today: pause, change this routine, add one."""

import flet as ft

from views.design.sheet import sheet
from views.design.surface import Tap
from views.design.tokens import Tokens
from views.pupil.sheet_choice import sheet_choice
from views.strings.catalogue import Sentences


def menu_sheet(
    sentences: Sentences,
    tokens: Tokens,
    on_pause: Tap | None,
    on_change: Tap | None,
    on_add: Tap,
    on_close: Tap,
) -> ft.BottomSheet:
    """What can be done about the whole day; what does not apply is left out."""
    said = sentences.today
    choices: list[ft.Control] = []
    if on_pause is not None:
        choices.append(
            sheet_choice(
                tokens, "pause", said.pause.open, on_pause, note=said.choices.pause_note, key="menu-pause"
            )
        )
    if on_change is not None:
        choices.append(sheet_choice(tokens, "edit", said.change_routine, on_change, key="menu-change"))
    choices.append(sheet_choice(tokens, "add", said.adding.open, on_add, key="menu-add"))
    return sheet(
        tokens, said.menu, choices, sentences.words.close, on_close, height_about=140 + 84 * len(choices)
    )
