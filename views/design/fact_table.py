"""Words as a table: a row for each day, a column for each thing. Each row is read as one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.design.lettering import small_text
from views.design.surface import column, filling, row
from views.design.tokens import READING_WIDTH, Tokens

ROOM_FOR_A_CELL = 120


@dataclass(frozen=True, slots=True)
class FactRow:
    """A day and what is said of each thing; an empty text is nothing said."""

    name: str
    cells: tuple[str, ...]
    said: str


def fact_table(tokens: Tokens, first_head: str, heads: Sequence[str], rows: Sequence[FactRow]) -> ft.Control:
    """The table. Where it is narrow or letters are large, each day is a block with names before facts."""
    room = (min(tokens.width, READING_WIDTH) - 2 * tokens.page_edge - 40) / (len(heads) + 1)
    is_narrow = room < ROOM_FOR_A_CELL * tokens.percent / 100
    lines: list[ft.Control] = [
        ft.Semantics(
            label=one.said,
            container=True,
            exclude_semantics=True,
            content=_ruled(tokens, _block(tokens, heads, one) if is_narrow else _line(tokens, one)),
        )
        for one in rows
    ]
    if not is_narrow:
        cells = [filling(small_text(tokens, head, is_bold=True)) for head in (first_head, *heads)]
        lines.insert(0, ft.Semantics(exclude_semantics=True, content=_ruled(tokens, row(cells, gap=8))))
    return ft.Column(
        lines,
        spacing=0,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        key="fact-table",
    )


def _line(tokens: Tokens, one: FactRow) -> ft.Control:
    cells = [filling(small_text(tokens, cell or "·", ink="ink" if cell else "soft")) for cell in one.cells]
    return row([filling(small_text(tokens, one.name, ink="ink")), *cells], gap=8, is_top=True)


def _block(tokens: Tokens, heads: Sequence[str], one: FactRow) -> ft.Control:
    said = [
        small_text(tokens, f"{head}: {cell}") for head, cell in zip(heads, one.cells, strict=True) if cell
    ]
    return column([small_text(tokens, one.name, ink="ink", is_bold=True), *said], gap=2)


def _ruled(tokens: Tokens, content: ft.Control) -> ft.Control:
    return ft.Container(
        content,
        padding=ft.Padding.symmetric(vertical=8),
        border=ft.Border(bottom=ft.BorderSide(tokens.edge_width, tokens.colours.edge)),
    )
