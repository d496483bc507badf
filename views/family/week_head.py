"""The head of the week: whose it is, which days, and the way to the weeks beside it."""

import flet as ft

from views.design.button import icon_button, quiet_button
from views.design.lettering import greeting, small_text, soft_text, title
from views.design.picture import avatar
from views.design.surface import column, filling, row
from views.design.tokens import Tokens
from views.family.week_model import WeekModel
from views.family.week_state import WeekState
from views.family.week_words import as_of, span, week_title
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences


def week_head(sentences: Sentences, tokens: Tokens, model: WeekModel, state: WeekState) -> ft.Control:
    """Portrait, title and dates; on a phone the arrows go below."""
    said, heard = sentences.family.week, as_of(sentences, state)
    name = week_title(sentences, state)
    lines: list[ft.Control] = [
        title(tokens, name, level=1) if tokens.is_phone else greeting(tokens, name),
        soft_text(tokens, span(sentences, state)),
    ]
    if heard:
        lines.append(small_text(tokens, heard))
    face = avatar(tokens, state.pupil.picture or NOBODYS_PORTRAIT, 52 if tokens.is_phone else 68)
    arrows: list[ft.Control] = [
        icon_button(
            tokens, "back", said.earlier, lambda: model.move_week(-1), has_edge=True, key="week-before"
        ),
        icon_button(
            tokens, "forward", said.later, lambda: model.move_week(1), has_edge=True, key="week-after"
        ),
    ]
    words = filling(column(lines, gap=0))
    if tokens.is_large:
        top: ft.Control = column([row([face, filling(ft.Container()), *arrows], gap=8), words], gap=8)
    else:
        top = row([face, words, *arrows], gap=12)
    if state.is_this_week:
        return top
    back = quiet_button(tokens, said.this_week, model.this_week, icon_name="calendar", key="this-week")
    return column([top, row([back], wraps=True)], gap=8)
