"""Four weeks of routines: piles of blocks by size, or the same as a table."""

from datetime import date

import flet as ft

from services.planner.four_weeks import FourWeeks, RoutineWeeks
from services.planner.words import Size
from views.design.button import quiet_button
from views.design.fact_table import FactRow, fact_table
from views.design.lettering import body_text, label, small_text, title
from views.design.surface import Tap, card, column, row
from views.design.tokens import Tokens
from views.design.use_chart import Pile, block_picture, use_chart
from views.mentor.mentor_words import brief_day, day_told, weeks_told
from views.pupil.step_words import title_of
from views.pupil.target_words import long_day, short_day
from views.strings.catalogue import Sentences

BLOCKS = {Size.USUAL: 3, Size.SHORT: 2, Size.TINY: 1}


def weeks_card(
    sentences: Sentences, tokens: Tokens, weeks: FourWeeks, today: date, *, is_table: bool, on_turn: Tap
) -> ft.Control:
    """The card; the table has every day of which something can be said."""
    said = sentences.mentor.weeks
    head = column([title(tokens, said.title), small_text(tokens, said.note)], gap=2)
    if not weeks.routines:
        return card(tokens, [head, body_text(tokens, said.none)], key="weeks")
    if not any(one.used for one in weeks.routines):
        return card(tokens, [head, body_text(tokens, said.empty)], key="weeks")
    shown = (
        [_table(sentences, tokens, weeks, today)]
        if is_table
        else [
            *(_chart(sentences, tokens, weeks, one, today) for one in weeks.routines),
            _legend(sentences, tokens),
        ]
    )
    words = said.show_chart if is_table else said.show_table
    turn = row([quiet_button(tokens, words, on_turn, key="turn-weeks")], wraps=True)
    return card(tokens, [head, *shown, turn], gap=16, key="weeks")


def _chart(
    sentences: Sentences, tokens: Tokens, weeks: FourWeeks, one: RoutineWeeks, today: date
) -> ft.Control:
    piles = [Pile(day.use.value, BLOCKS[day.size], day.on == today) for day in one.days]
    mondays = [short_day(sentences, monday) for monday in weeks.mondays]
    told = weeks_told(sentences, one)
    name = ft.Semantics(
        content=label(tokens, title_of(sentences, one.routine)), exclude_semantics=True
    )  # the picture's own name begins with it
    return column([name, use_chart(tokens, piles, mondays, told)], gap=8)


def _legend(sentences: Sentences, tokens: Tokens) -> ft.Control:
    said = sentences.mentor.weeks
    marks = [(block_picture(tokens, BLOCKS[size]), said.legend_sizes[size]) for size in Size]
    marks.append((block_picture(tokens, BLOCKS[Size.USUAL], "partly"), said.legend_begun))
    marks.append((block_picture(tokens, BLOCKS[Size.TINY], "paused"), said.legend_paused))
    shown = [
        ft.Row(
            [mark, small_text(tokens, words)],
            spacing=8,
            tight=True,
            vertical_alignment=ft.CrossAxisAlignment.END,
        )
        for mark, words in marks
    ]
    return row(shown, gap=18, wraps=True)


def _table(sentences: Sentences, tokens: Tokens, weeks: FourWeeks, today: date) -> ft.Control:
    said = sentences.mentor.weeks
    heads = [title_of(sentences, one.routine) for one in weeks.routines]
    rows: list[FactRow] = []
    for place, day in reversed(list(enumerate(weeks.routines[0].days))):
        cells = tuple(day_told(sentences, one.days[place]) for one in weeks.routines)
        if any(cells):
            name = long_day(sentences, day.on, today)
            told = ", ".join(f"{head}: {cell}" for head, cell in zip(heads, cells, strict=True) if cell)
            brief = name if (today - day.on).days < 2 else brief_day(sentences, day.on)
            rows.append(FactRow(brief, cells, said.row.format(day=name, told=told)))
    return fact_table(tokens, said.day, heads, rows)
