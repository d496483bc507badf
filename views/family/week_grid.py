"""Seven days side by side, a row for each routine: the week on a tablet and a desk."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from services.planner.routine import Routine
from services.planner.week import DAYS
from services.planner.words import Outcome
from views.design.lettering import Ink, body_text, small_text, words
from views.design.picture import pictogram
from views.design.surface import Look, column, row
from views.design.tile import even_rows
from views.design.tokens import Tokens
from views.design.week_cell import LEAST_WIDTH, free_cell, week_cell
from views.family.week_state import WeekCell, WeekLine, WeekState
from views.family.week_words import cell_name, is_all_done, standing
from views.pupil.step_words import title_of
from views.strings.catalogue import Sentences

GRID_WIDTH = 1180
LABELS_FROM = 860
_LABEL, _GAP = 116.0, 6.0


def grid_room(tokens: Tokens) -> float:
    """The width that the week has on this page."""
    return float(min(GRID_WIDTH, tokens.width - 2 * tokens.page_edge))


def cell_width(tokens: Tokens) -> float:
    """How wide a day is."""
    room = grid_room(tokens) - (_LABEL + _GAP if _has_labels(tokens) else 0)
    return (room - (DAYS - 1) * _GAP) / DAYS - 0.01


def has_grid(tokens: Tokens) -> bool:
    """Whether seven days fit side by side, with letters of this size."""
    return not tokens.is_phone and cell_width(tokens) >= LEAST_WIDTH * tokens.percent / 100


def week_grid(
    sentences: Sentences, tokens: Tokens, state: WeekState, on_cell: Callable[[WeekCell], object]
) -> ft.Control:
    """The heads of the days, then the routines."""
    shown: list[ft.Control] = [_heads(sentences, tokens, state)]
    for line in state.lines:
        shown.extend(_line(sentences, tokens, state, line, on_cell))
    return column(shown, gap=_GAP + 2)


def _has_labels(tokens: Tokens) -> bool:
    return tokens.width >= LABELS_FROM and tokens.percent < 150


def _days(tokens: Tokens, cells: Sequence[ft.Control]) -> ft.Control:
    return even_rows(cells, DAYS, cell_width(tokens), gap=_GAP)


def _heads(sentences: Sentences, tokens: Tokens, state: WeekState) -> ft.Control:
    said, small = sentences.words, tokens.type.small

    def head(number: int) -> ft.Control:
        day = state.days[number]
        is_today = day == state.today
        ink: Ink = "now" if is_today else "ink"
        name = f"{said.weekdays_short[number]} {day.day}"
        lines = [words(tokens, name, size=tokens.type.body, ink=ink, is_bold=True, align="center")]
        under = said.today if is_today else ""
        lines.append(words(tokens, under, size=small, ink="now", align="center", line_height=1.2))
        return column(lines, gap=0, across="center")

    heads = _days(tokens, [head(number) for number in range(DAYS)])
    # Each cell says its own day, so a reader is not told them twice.
    silent = ft.Semantics(content=heads, exclude_semantics=True)
    return row([ft.Container(width=_LABEL), silent], gap=_GAP) if _has_labels(tokens) else silent


def _line(
    sentences: Sentences,
    tokens: Tokens,
    state: WeekState,
    line: WeekLine,
    on_cell: Callable[[WeekCell], object],
) -> list[ft.Control]:
    cells = [
        free_cell(tokens) if cell is None else _cell(sentences, tokens, state, cell, partial(on_cell, cell))
        for cell in line.cells
    ]
    days = _days(tokens, cells)
    if _has_labels(tokens):
        return [row([_label(sentences, tokens, line.routine), days], gap=_GAP)]
    name = row(
        [
            pictogram(tokens, line.routine.picture, 26),
            body_text(tokens, title_of(sentences, line.routine), is_bold=True),
        ],
        gap=8,
    )
    return [ft.Container(name, padding=ft.Padding.only(top=8)), days]


def _label(sentences: Sentences, tokens: Tokens, routine: Routine) -> ft.Control:
    said = small_text(tokens, title_of(sentences, routine), is_bold=True, ink="ink")
    return ft.Container(
        column([pictogram(tokens, routine.picture, 32), said], gap=4, across="start"), width=_LABEL
    )


def _cell(
    sentences: Sentences, tokens: Tokens, state: WeekState, cell: WeekCell, on_tap: Callable[[], object]
) -> ft.Control:
    is_done = is_all_done(cell) and not cell.today.is_paused
    text = standing(sentences, cell, state.today)
    return week_cell(
        tokens,
        _shown(sentences, cell),
        f"{sentences.family.week.now} · {text}" if cell.is_now and not is_done else text,
        on_tap,
        look=_look(cell, is_done=is_done),
        ink="done" if is_done else "pause" if cell.today.is_paused else "ink",
        is_done=is_done,
        label=cell_name(sentences, cell, state.today),
        width=cell_width(tokens),
        key=f"cell-{cell.today.routine.id}-{cell.on.isoformat()}",
    )


def _shown(sentences: Sentences, cell: WeekCell) -> list[tuple[str, str]]:
    """Today what is still open; else first the steps of few weekdays, which make the day different."""
    if cell.today.is_paused:
        return [("pause", title_of(sentences, cell.today.routine))]
    asked = [line for line in cell.lines if line.outcome is not Outcome.NOT_NEEDED and not line.is_paused]
    still = [line for line in asked if line.outcome is Outcome.NONE] if cell.is_today else []
    steps = [line.step for line in still or asked]
    if not cell.is_today:
        steps.sort(key=lambda step: len(step.days & cell.today.routine.days))
    return [(step.picture, title_of(sentences, step)) for step in steps]


def _look(cell: WeekCell, *, is_done: bool) -> Look:
    if cell.today.is_paused:
        return "pause"
    if is_done:
        return "done"
    if cell.is_now:
        return "now"
    return "today" if cell.is_today else "plain"
