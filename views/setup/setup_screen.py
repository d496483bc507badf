"""Set-up: one question a page, back always possible, and home at the end."""

from typing import assert_never

import flet as ft

from views.binding import use_model
from views.design.lettering import soft_text, title
from views.design.page import page_body
from views.design.picture import avatar
from views.design.surface import column
from views.lock.card_page import card_page
from views.lock.new_lock_page import new_lock_page
from views.lock.question_page import Progress
from views.setup.about_pupil import about_pupil
from views.setup.age_page import age_page
from views.setup.leaving_page import leaving_page
from views.setup.routines_page import routines_page
from views.setup.setup_model import SetupModel, SetupPage, SetupState
from views.setup.who_page import me_page, who_page
from views.surroundings import Surroundings, use_surroundings


@ft.component
def setup_screen(model: SetupModel) -> ft.Control:
    """The open question, the making, or the card."""
    around = use_surroundings()
    state = use_model(model)
    progress = _progress(around, state)
    match state.page:
        case SetupPage.ME:
            return me_page(around, state, model, progress)
        case SetupPage.WHO:
            return who_page(around, state, model, progress)
        case SetupPage.AGE:
            return age_page(around, state, model, progress)
        case SetupPage.ROUTINES:
            return routines_page(around, state, model, progress)
        case SetupPage.LEAVING:
            return leaving_page(around, state, model, progress)
        case SetupPage.LOCK:
            return new_lock_page(
                model.new_lock,
                model.back,
                model.next,
                progress,
                note=_lock_note(around, state),
                error=state.error,
            )
        case SetupPage.MAKING:
            return _making(around, state)
        case SetupPage.CARD:
            assert state.card is not None, "the card page comes with its card"
            return card_page(state.card, model.finish)
        case _:
            assert_never(state.page)


def _progress(around: Surroundings, state: SetupState) -> Progress | None:
    if state.page not in state.questions:
        return None
    step, steps = state.questions.index(state.page) + 1, len(state.questions)
    return Progress(step, steps, around.sentences.setup.progress.format(step=step, steps=steps))


def _lock_note(around: Surroundings, state: SetupState) -> str:
    return "" if state.may_be_open else around.sentences.setup.mentor_lock


def _making(around: Surroundings, state: SetupState) -> ft.Control:
    tokens = around.tokens
    shown = [
        avatar(tokens, state.picture, 120),
        title(tokens, about_pupil(around, state).making, align="center"),
        soft_text(tokens, around.sentences.setup.making_note, align="center"),
    ]
    told = ft.Semantics(live_region=True, content=column(shown, gap=16, across="center"), key="making")
    return page_body(tokens, [told], is_centred=True)
