"""The parent's week: seven days side by side where there is room, one day at a time where there is not."""

from collections.abc import Sequence

import flet as ft

from views.binding import use_model
from views.design.notice import empty_state
from views.design.page import page_body
from views.design.sheet_host import use_sheet
from views.design.tokens import READING_WIDTH, Tokens
from views.family.family_model import FamilyModel
from views.family.pupil_switch import pupil_switch
from views.family.week_day import DayTaps, day_cards, week_strip
from views.family.week_grid import GRID_WIDTH, has_grid, week_grid
from views.family.week_head import week_head
from views.family.week_model import WeekModel
from views.family.week_sheets import CellOpen, Lay, WeekSheet, add_step, open_step, week_sheet
from views.family.week_state import WeekState
from views.pupil.undo_bar import trouble_notice, undo_bar
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def week_screen(family: FamilyModel, model: WeekModel, below_head: Sequence[ft.Control] = ()) -> ft.Control:
    """The week of the child that is chosen in `family`; `model` is over that child's desk."""
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    whose, state = use_model(family), use_model(model)
    no_sheet: WeekSheet | None = None
    over, lay = ft.use_state(no_sheet)
    use_sheet(week_sheet(sentences, tokens, model, state, over, lay))

    def choose(number: int) -> None:
        lay(None)
        family.choose(number)

    is_grid = has_grid(tokens)
    shown: list[ft.Control | None] = [
        *pupil_switch(sentences, tokens, whose.pupils, whose.chosen, choose),
        week_head(sentences, tokens, model, state),
        *below_head,
        trouble_notice(sentences, tokens, state.trouble, model.retry, model.put_trouble_away),
        *(_seven(sentences, tokens, state, lay) if is_grid else _one(sentences, tokens, model, state, lay)),
    ]
    return page_body(
        tokens,
        [each for each in shown if each is not None],
        width=GRID_WIDTH if is_grid else READING_WIDTH,
        nav=undo_bar(sentences, tokens, state.undo, model.undo),
    )


def _seven(sentences: Sentences, tokens: Tokens, state: WeekState, lay: Lay) -> list[ft.Control]:
    if not state.lines:
        return [_empty(sentences, tokens)]
    return [week_grid(sentences, tokens, state, lambda cell: lay(CellOpen(cell.today.routine.id, cell.on)))]


def _one(
    sentences: Sentences, tokens: Tokens, model: WeekModel, state: WeekState, lay: Lay
) -> list[ft.Control]:
    strip = week_strip(sentences, tokens, state, model.choose_day)
    if not state.lines:
        return [strip, _empty(sentences, tokens)]
    taps = DayTaps(
        step=lambda cell, line: lay(open_step(sentences, cell, line)), add=lambda cell: lay(add_step(cell))
    )
    return [strip, *day_cards(sentences, tokens, state, None if state.is_read_only else taps)]


def _empty(sentences: Sentences, tokens: Tokens) -> ft.Control:
    said = sentences.family.week
    return empty_state(tokens, "routine", said.empty_title, said.empty_text)
