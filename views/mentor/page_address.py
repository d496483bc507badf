"""The address of a pupil's page: the page itself, or where there is room the list with this pupil chosen."""

from collections.abc import Callable

import flet as ft

from services.planner.ids import PlannerId
from views.design.page import page_body
from views.design.tokens import Tokens
from views.mentor.caseload_model import CaseloadModel
from views.mentor.caseload_screen import has_panes
from views.surroundings import use_surroundings


@ft.component
def page_address(
    model: CaseloadModel,
    which: PlannerId,
    page: Callable[[PlannerId, Tokens], ft.Control],
    go: Callable[[str], None],
) -> ft.Control:
    """`page` draws the pupil's page for a width."""
    tokens = use_surroundings().tokens
    is_beside = has_panes(tokens)

    def to_the_list() -> None:
        if is_beside:
            model.choose(which)
            go("/")

    ft.use_effect(to_the_list, [is_beside, which])
    return page_body(tokens, []) if is_beside else page(which, tokens)
