"""One question on one page: the way back, how far along it is, the question, and its answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from views.design.bottom_bar import bottom_bar
from views.design.button import icon_button
from views.design.lettering import greeting, soft_text
from views.design.page import page_body, page_top
from views.design.progress import dots
from views.design.surface import Tap, column, filling, row
from views.design.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Progress:
    """How far along: `step` of `steps`, and the same as a sentence."""

    step: int
    steps: int
    label: str


def question_page(
    tokens: Tokens,
    heading: str,
    controls: Sequence[ft.Control],
    *,
    hint: str = "",
    back_label: str = "",
    on_back: Tap | None = None,
    progress: Progress | None = None,
    bar: Sequence[ft.Control] = (),
) -> ft.Control:
    """A whole page. `bar` are the buttons that stay at the bottom."""
    asked: list[ft.Control] = [*_head(tokens, heading, back_label, on_back, progress)]
    if hint:
        asked.append(soft_text(tokens, hint))
    return page_body(
        tokens,
        [column(asked, gap=8), *controls],
        nav=bottom_bar(tokens, bar) if bar else None,
        gap=20,
    )


def _head(
    tokens: Tokens, heading: str, back_label: str, on_back: Tap | None, progress: Progress | None
) -> list[ft.Control]:
    """As on every other page the heading stands beside the way back; the dots of progress come between."""
    if progress is None:
        return [page_top(tokens, heading, back_label=back_label, on_back=on_back)]
    top: list[ft.Control] = [filling(dots(tokens, progress.step, progress.steps, progress.label))]
    if on_back:
        top.insert(0, icon_button(tokens, "back", back_label, on_back, has_edge=True, key="back"))
    return [row(top, gap=16), greeting(tokens, heading)]
