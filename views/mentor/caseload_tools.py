"""Searching, sorting and narrowing a long list."""

import flet as ft

from views.design.button import quiet_button
from views.design.choice import Choice, choice_row
from views.design.field import field
from views.design.lettering import body_text, small_text
from views.design.surface import column, row
from views.design.tokens import Tokens
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_state import CaseloadState, Only, Order
from views.strings.catalogue import Sentences


@ft.component
def caseload_tools(
    sentences: Sentences, tokens: Tokens, model: CaseloadModel, state: CaseloadState
) -> ft.Control:
    """The search is always there; the rest is one tap away."""
    is_open, set_open = ft.use_state(False)
    said, tools = sentences.mentor.caseload, state.tools
    shown: list[ft.Control] = [field(tokens, said.search, tools.search, model.search, key="search")]
    words = said.hide_tools if is_open else said.tools
    shown.append(
        row(
            [
                quiet_button(
                    tokens,
                    words,
                    lambda: set_open(not is_open),
                    icon_name="up" if is_open else "settings",
                    is_bare=True,
                    key="tools",
                )
            ],
            wraps=True,
        )
    )
    if is_open:
        orders = [Choice(order, text) for order, text in zip(Order, said.orders, strict=True)]
        kinds: list[Choice[Only | None]] = [Choice(None, said.narrow[0])]
        kinds += [
            Choice(only, text)
            for only, text in zip(Only, said.narrow[1:], strict=True)
            if only in state.kinds
        ]
        shown += [
            body_text(tokens, said.order_title, is_bold=True),
            choice_row(tokens, orders, tools.order, model.sort),
            body_text(tokens, said.narrow_title, is_bold=True),
            choice_row(tokens, kinds, tools.only, model.narrow),
        ]
    if tools.search.strip() or tools.only is not None:
        found = small_text(tokens, said.found.say(state.found) if state.found else said.none_found)
        shown.append(ft.Semantics(live_region=True, content=found))
    return column(shown, gap=10)
