"""Whose planner is shown, where a parent has several children: faces with names, one of them chosen."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.pupil import Pupil
from views.design.choice import Choice, choice_row
from views.design.tokens import Tokens
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences


def pupil_switch(
    sentences: Sentences,
    tokens: Tokens,
    pupils: Sequence[Pupil],
    chosen: int,
    on_choose: Callable[[int], object],
) -> list[ft.Control]:
    """The row, or nothing for an only child."""
    if len(pupils) < 2:
        return []
    choices = [
        Choice(number, pupil.name or sentences.words.pupil, portrait=pupil.picture or NOBODYS_PORTRAIT)
        for number, pupil in enumerate(pupils)
    ]
    shown = choice_row(tokens, choices, chosen, on_choose)
    return [ft.Semantics(label=sentences.family.week.whose, container=True, content=shown, key="whose")]
