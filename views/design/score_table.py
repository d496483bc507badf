"""Numbers as a table: a row for each day, a column for each voice. Each row is read as one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.design.lettering import small_text, words
from views.design.surface import row
from views.design.tokens import Tokens
from views.design.voice_marks import mark_picture


@dataclass(frozen=True, slots=True)
class Column:
    """Whose numbers stand in a column. Shape: `voice` 0 pupil, 1 carer, 2 mentor."""

    voice: int
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A day and what each column said; an empty text is nothing said."""

    day: str
    numbers: tuple[str, ...]
    said: str


def score_table(tokens: Tokens, day_head: str, columns: Sequence[Column], rows: Sequence[Row]) -> ft.Control:
    """The table. With large letters its head shows marks alone, which the legend names."""
    cell = max(64.0, tokens.type.body * 3.2)

    def narrow(control: ft.Control) -> ft.Control:
        return ft.Container(control, width=cell, alignment=ft.Alignment.CENTER)

    head_cells = [
        narrow(
            mark_picture(tokens, column.voice)
            if tokens.is_large
            else ft.Column(
                [mark_picture(tokens, column.voice), small_text(tokens, column.name, align="center")],
                spacing=2,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            )
        )
        for column in columns
    ]
    head = _line(tokens, small_text(tokens, day_head, is_bold=True), head_cells)
    lines = [
        ft.Semantics(
            label=one.said,
            container=True,
            exclude_semantics=True,
            content=_line(
                tokens,
                small_text(tokens, one.day, ink="ink"),
                [narrow(_number(tokens, number)) for number in one.numbers],
            ),
        )
        for one in rows
    ]
    return ft.Column(
        [ft.Semantics(exclude_semantics=True, content=head), *lines],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        key="table",
    )


def _number(tokens: Tokens, number: str) -> ft.Control:
    return words(tokens, number or "·", size=tokens.type.body, is_bold=bool(number), align="center")


def _line(tokens: Tokens, day: ft.Control, cells: Sequence[ft.Control]) -> ft.Control:
    day.expand = True
    return ft.Container(
        row([day, *cells], gap=4),
        padding=ft.Padding.symmetric(vertical=8),
        border=ft.Border(bottom=ft.BorderSide(tokens.edge_width, tokens.colours.edge)),
    )
