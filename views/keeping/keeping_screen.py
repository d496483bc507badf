"""What can be kept or erased of one planner: the card for a lost phone, and erasing it everywhere."""

from collections.abc import Callable

import flet as ft

from services.planner.ids import PlannerId
from views.design.lettering import soft_text
from views.design.page import page_body, page_top
from views.design.surface import Tap, column
from views.keeping.keeping_rows import card_tile, erase_tile
from views.surroundings import use_surroundings


@ft.component
def keeping_screen(
    planner: PlannerId, go: Callable[[str], None], on_back: Tap, pupil: str = ""
) -> ft.Control:
    """The doors. `pupil` is whose planner it is, for adults."""
    around = use_surroundings()
    tokens, sentences = around.tokens, around.sentences
    top = page_top(tokens, sentences.keeping.doors.title, back_label=sentences.words.back, on_back=on_back)
    if pupil:
        top = column([top, soft_text(tokens, sentences.people.page.whose.format(name=pupil))], gap=4)
    return page_body(
        tokens,
        [
            top,
            card_tile(sentences, tokens, go, planner),
            erase_tile(sentences, tokens, go, planner),
        ],
    )
