"""Numbers as a table: a row for each day, a column for each voice. Each row is read as one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.design.lettering import small_text, words
from views.design.surface import column, row
from views.design.tokens import READING_WIDTH, Tokens
from views.design.voice_marks import mark_picture

ROOM_FOR_A_DAY = 100


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
    """The table. Where letters are large or voices many, each day is a block with marks before numbers."""
    cell = max(64.0, tokens.type.body * 3.2)
    left_for_days = min(tokens.width, READING_WIDTH) - 4 * tokens.page_edge - cell * len(columns)
    if tokens.is_large or left_for_days < ROOM_FOR_A_DAY:
        return _blocks(tokens, columns, rows)

    def narrow(control: ft.Control) -> ft.Control:
        return ft.Container(control, width=cell, alignment=ft.Alignment.CENTER)

    head_cells = [
        narrow(
            ft.Column(
                [mark_picture(tokens, one.voice), small_text(tokens, one.name, align="center")],
                spacing=2,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.CENTER,
            )
        )
        for one in columns
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


def _blocks(tokens: Tokens, columns: Sequence[Column], rows: Sequence[Row]) -> ft.Control:
    def block(one: Row) -> ft.Control:
        said = [
            row([mark_picture(tokens, who.voice), _number(tokens, number)], gap=8)
            for who, number in zip(columns, one.numbers, strict=True)
            if number
        ]
        for each in said:
            each.tight = True
        inside = column([small_text(tokens, one.day, ink="ink"), row(said, gap=20, wraps=True)], gap=2)
        return ft.Semantics(
            label=one.said, container=True, exclude_semantics=True, content=_ruled(tokens, inside)
        )

    return ft.Column(
        [block(one) for one in rows],
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        key="table",
    )


def _ruled(tokens: Tokens, content: ft.Control) -> ft.Control:
    return ft.Container(
        content,
        padding=ft.Padding.symmetric(vertical=8),
        border=ft.Border(bottom=ft.BorderSide(tokens.edge_width, tokens.colours.edge)),
    )


def _number(tokens: Tokens, number: str) -> ft.Control:
    return words(tokens, number or "·", size=tokens.type.body, is_bold=bool(number), align="center")


def _line(tokens: Tokens, day: ft.Control, cells: Sequence[ft.Control]) -> ft.Control:
    day.expand = True
    return _ruled(tokens, row([day, *cells], gap=4))
