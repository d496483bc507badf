"""How a target is going: a sentence, the chart of three voices with its legend, and the same as a table."""

from collections.abc import Mapping, Sequence
from datetime import date

import flet as ft

from services.planner.ids import PersonId
from services.planner.person import Person
from services.planner.words import Role
from views.design.button import quiet_button
from views.design.lettering import body_text, small_text, title
from views.design.score_table import Column, Row, score_table
from views.design.surface import Tap, card, column, filling, row
from views.design.tokens import Tokens
from views.design.voice_marks import mark_picture
from views.design.voices_chart import Day, Line, Spot, voices_chart
from views.pupil.chart_model import VoicesChart
from views.pupil.target_words import line_sentence, long_day, role_index, short_day, voice_name
from views.strings.catalogue import Sentences


def chart_card(
    sentences: Sentences,
    tokens: Tokens,
    chart: VoicesChart,
    me: Person | None,
    people: Mapping[PersonId, Person],
    today: date,
    *,
    goal: int | None,
    is_table: bool,
    on_turn: Tap,
) -> ft.Control:
    """The chart or the table, and what each voice said last in a sentence."""
    said = sentences.targets.chart
    shown: list[ft.Control] = [title(tokens, said.title)]
    if not chart.lines:
        return card(tokens, [*shown, body_text(tokens, said.none)], key="chart-card")
    told = [line_sentence(sentences, line, me, people, today) for line in chart.lines]
    names = [voice_name(sentences, line, me, people) for line in chart.lines]
    drawn = (
        _table(sentences, tokens, chart, names, today)
        if is_table
        else _picture(sentences, tokens, chart, " ".join(told))
    )
    legend = _legend(sentences, tokens, chart, told, said.to_come[me.role if me else Role.PUPIL], goal)
    words = said.show_chart if is_table else said.show_table
    shown += [
        # The chart's own name is these sentences, so a reader hears them once.
        ft.Semantics(content=legend, exclude_semantics=not is_table),
        drawn,
        row([quiet_button(tokens, words, on_turn, key="turn-chart")], wraps=True),
    ]
    return card(tokens, shown, gap=14, key="chart-card")


def _picture(sentences: Sentences, tokens: Tokens, chart: VoicesChart, sentence: str) -> ft.Control:
    lines = [
        Line(role_index(line.role), tuple(Spot(p.across, p.up, p.score) for p in line.points))
        for line in chart.lines
    ]
    days = [Day(day.across, short_day(sentences, day.on)) for day in chart.days]
    return voices_chart(tokens, lines, days, chart.goal_up, sentence)


def _legend(
    sentences: Sentences,
    tokens: Tokens,
    chart: VoicesChart,
    told: list[str],
    to_come: Sequence[str],
    goal: int | None,
) -> ft.Control:
    said = sentences.targets.chart
    lines: list[ft.Control] = [
        row([mark_picture(tokens, role_index(line.role)), filling(body_text(tokens, sentence))], gap=10)
        for line, sentence in zip(chart.lines, told, strict=True)
    ]
    lines += [small_text(tokens, to_come[role_index(role)]) for role in chart.still_to_come]
    if goal is not None:
        lines.append(small_text(tokens, said.aim.format(score=goal), ink="done"))
    return column(lines, gap=6)


def _table(
    sentences: Sentences, tokens: Tokens, chart: VoicesChart, names: list[str], today: date
) -> ft.Control:
    said = sentences.targets.chart

    def in_words(name: str, score: int | None) -> str:
        return f"{name}: {said.nothing_said if score is None else score}"

    def line(on: date, scores: tuple[int | None, ...]) -> Row:
        day = long_day(sentences, on, today)
        numbers = tuple("" if score is None else str(score) for score in scores)
        told = ", ".join(in_words(name, score) for name, score in zip(names, scores, strict=True))
        return Row(day, numbers, f"{day}. {told}")

    columns = [Column(role_index(one.role), name) for one, name in zip(chart.lines, names, strict=True)]
    return score_table(tokens, said.day, columns, [line(one.on, one.scores) for one in chart.rows])
