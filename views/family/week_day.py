"""One day of the week: the strip to choose it from, and each of its routines as a card of tiles."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

import flet as ft

from views.design.button import quiet_button
from views.design.day_strip import StripDay, day_strip
from views.design.lettering import body_text, label, small_text, title
from views.design.notice import notice
from views.design.picture import pictogram
from views.design.surface import Look, card, column, filling, row
from views.design.tokens import READING_WIDTH, Tokens
from views.family.step_tiles import step_tiles
from views.family.week_state import WeekCell, WeekState
from views.family.week_words import day_name, day_standing, is_all_done, standing
from views.pupil.step_words import title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences

CARD_PADDING = 14


@dataclass(frozen=True, slots=True)
class DayTaps:
    """What pressing does."""

    step: Callable[[WeekCell, StepLine], object]
    add: Callable[[WeekCell], object]


def day_room(tokens: Tokens) -> float:
    """The width that one day has."""
    return float(min(READING_WIDTH, tokens.width - 2 * tokens.page_edge))


def week_strip(
    sentences: Sentences, tokens: Tokens, state: WeekState, on_day: Callable[[date], object]
) -> ft.Control:
    """Monday to Sunday."""
    said, words = sentences.family.week, sentences.words
    days = [
        StripDay(
            day,
            words.weekdays_short[day.weekday()],
            said.strip.format(
                day=day_name(sentences, day, state.today), standing=day_standing(sentences, state, day)
            ),
            is_today=day == state.today,
            is_done=bool(state.cells_on(day)) and all(is_all_done(cell) for cell in state.cells_on(day)),
        )
        for day in state.days
    ]
    return day_strip(tokens, days, state.day, on_day, day_room(tokens))


def day_cards(
    sentences: Sentences, tokens: Tokens, state: WeekState, taps: DayTaps | None
) -> list[ft.Control]:
    """The chosen day's heading and its routines; without taps they are only looked at."""
    shown: list[ft.Control] = [title(tokens, day_name(sentences, state.day, state.today))]
    cells = state.cells_on(state.day)
    shown.extend(_routine(sentences, tokens, state, cell, taps) for cell in cells)
    if not cells:
        shown.append(notice(tokens, sentences.family.week.nothing, picture="sun", key="nothing-planned"))
    return shown


def _routine(
    sentences: Sentences, tokens: Tokens, state: WeekState, cell: WeekCell, taps: DayTaps | None
) -> ft.Control:
    told = standing(sentences, cell, state.today)
    is_done = is_all_done(cell) and not cell.today.is_paused
    under = f"{sentences.family.week.now} · {told}" if cell.is_now and not is_done else told
    name = label(tokens, title_of(sentences, cell.today.routine))
    said = small_text(tokens, under, ink="done" if is_done else "now" if cell.is_now else "soft")
    head = row(
        [pictogram(tokens, cell.today.routine.picture, 44), filling(column([name, said], gap=0))], gap=12
    )
    parts: list[ft.Control] = [head]
    if cell.today.is_paused:
        parts.append(body_text(tokens, sentences.today.pause.paused_text))
    else:
        room = day_room(tokens) - 2 * CARD_PADDING - 5
        parts.append(step_tiles(sentences, tokens, cell, room, partial(taps.step, cell) if taps else None))
    if taps:
        parts.append(_add(sentences, tokens, cell, taps))
    look: Look = "now" if cell.is_now and not is_done and not cell.today.is_paused else "plain"
    return card(tokens, parts, look=look, padding=CARD_PADDING, key=f"routine-{cell.today.routine.id}")


def _add(sentences: Sentences, tokens: Tokens, cell: WeekCell, taps: DayTaps) -> ft.Control:
    add = quiet_button(
        tokens,
        sentences.routine.add_step,
        partial(taps.add, cell),
        icon_name="add",
        is_bare=True,
        key=f"add-step-{cell.today.routine.id}",
    )
    return row([add], wraps=True)
