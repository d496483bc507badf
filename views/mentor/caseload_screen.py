"""My pupils: the list, and where there is room the chosen pupil's page beside it."""

from collections.abc import Callable, Sequence

import flet as ft

from services.planner.ids import PlannerId
from views.binding import use_model
from views.design.button import icon_button, quiet_button
from views.design.lettering import greeting, small_text
from views.design.notice import empty_state
from views.design.page import page_body
from views.design.page_frame import two_panes
from views.design.surface import Tap, column, filling, row
from views.design.tokens import Tokens
from views.mentor.caseload_card import OnPupil, caseload_card
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_state import CaseloadState
from views.mentor.caseload_tools import caseload_tools
from views.mentor.use_legend import use_legend
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

PANES_FROM = 640
LIST_SHARE, LIST_LEAST, LIST_MOST = 0.37, 272, 400


def has_panes(tokens: Tokens) -> bool:
    """Whether list and page stand side by side. Large letters need the whole page."""
    return tokens.width >= PANES_FROM * max(1.0, tokens.percent / 125)


@ft.component
def caseload_screen(
    model: CaseloadModel,
    page: Callable[[PlannerId, Tokens], ft.Control],
    go: Callable[[str], None],
    *,
    may_add: bool,
    below_head: Sequence[ft.Control] = (),
) -> ft.Control:
    """`page` draws a pupil's page for a width; without room for it, a tap goes to its address."""
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    open_page = ft.use_callback(lambda which: go(f"/pupil/{which}"), [])
    if not state.total:
        return _nobody(sentences, tokens, go)
    add = (lambda: go("/another")) if may_add and not state.is_read_only else None
    if not has_panes(tokens):
        return page_body(tokens, _list(sentences, tokens, model, state, open_page, add, below_head), gap=12)
    wide = int(min(max(tokens.width * LIST_SHARE, LIST_LEAST), LIST_MOST))
    beside, left = tokens.narrowed(tokens.width - wide), tokens.narrowed(wide)
    shown: ft.Control = _nobody_chosen(sentences, beside)
    if state.chosen:
        # Each pupil's page begins at its top.
        shown = ft.Container(page(state.chosen, beside), expand=True, key=f"page-{state.chosen}")
    listed = _list(sentences, left, model, state, model.choose, add, below_head, is_beside=True)
    rows = page_body(left, listed, gap=12)
    return two_panes(tokens, rows, wide, shown)


def _list(
    sentences: Sentences,
    tokens: Tokens,
    model: CaseloadModel,
    state: CaseloadState,
    on_open: OnPupil,
    on_add: Tap | None,
    below_head: Sequence[ft.Control],
    *,
    is_beside: bool = False,
) -> list[ft.Control]:
    said = sentences.mentor.caseload
    names = column([greeting(tokens, said.title), small_text(tokens, said.count.say(state.total))], gap=0)
    head: list[ft.Control] = [filling(names)]
    if on_add:
        head.append(icon_button(tokens, "add", said.add, on_add, has_edge=True, key="add-pupil"))
    shown: list[ft.Control] = [row(head), *below_head]
    if state.has_tools:
        shown.append(caseload_tools(sentences, tokens, model, state))
    shown += [
        caseload_card(
            sentences,
            tokens,
            one,
            state.today,
            is_beside and one.planner == state.chosen,
            on_open,
            key=f"row-{one.planner}",
        )
        for one in state.rows
    ]
    return [*shown, *_pages(sentences, tokens, model, state)]


def _pages(
    sentences: Sentences, tokens: Tokens, model: CaseloadModel, state: CaseloadState
) -> list[ft.Control]:
    said, at = sentences.mentor.caseload, state.tools.page
    if state.pages == 1:
        return []
    buttons: list[ft.Control] = []
    if at:
        buttons.append(quiet_button(tokens, said.page_before, lambda: model.turn(at - 1), key="page-before"))
    if at < state.pages - 1:
        buttons.append(quiet_button(tokens, said.next_page, lambda: model.turn(at + 1), key="page-next"))
    return [small_text(tokens, said.page.format(at=at + 1, of=state.pages)), row(buttons, wraps=True)]


def _nobody(sentences: Sentences, tokens: Tokens, go: Callable[[str], None]) -> ft.Control:
    said = sentences.mentor.caseload
    nobody = empty_state(
        tokens,
        "contacts",
        said.empty_title,
        said.empty_note,
        action=said.add,
        on_action=lambda: go("/another"),
    )
    return page_body(tokens, [greeting(tokens, said.title), nobody])


def _nobody_chosen(sentences: Sentences, tokens: Tokens) -> ft.Control:
    said = sentences.mentor.caseload
    choose = empty_state(tokens, "contacts", said.choose_title, said.choose_note)
    return page_body(tokens, [choose, use_legend(sentences, tokens)])
