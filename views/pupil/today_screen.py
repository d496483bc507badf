"""The pupil's Today: one thing at a time, and everything else one press away."""

from collections.abc import Callable

import flet as ft

from services.planner.words import Part
from views.binding import use_model
from views.design.page import page_body
from views.pupil.hard_day import enough_today, hard_day_button
from views.pupil.other_routines import other_routines, view_switch
from views.pupil.routine_draft import RoutineDraft
from views.pupil.today_body import BodyTaps, today_body
from views.pupil.today_header import today_header, today_notices
from views.pupil.today_model import TodayModel
from views.pupil.today_sheets import AddingOpen, MenuOpen, Sheet, StepOpen, today_sheet
from views.pupil.today_state import StepsShown
from views.pupil.undo_bar import trouble_notice, undo_bar
from views.surroundings import use_surroundings


@ft.component
def today_screen(model: TodayModel, go: Callable[[str], object]) -> ft.Control:
    """The whole screen; the places at the bottom are drawn around it."""
    state = use_model(model)
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    no_sheet: Sheet | None = None
    over, lay = ft.use_state(no_sheet)
    ft.use_dialog(today_sheet(sentences, tokens, model, state, over, lay, go))

    may_write = not state.is_read_only
    taps = BodyTaps(
        on_press=model.press if may_write else None,
        on_more=(lambda step: lay(StepOpen(step))) if may_write else None,
        on_take_up=model.take_up if may_write else None,
        on_look_back=model.look_back,
        on_routine=model.choose_routine,
        on_edit=(lambda routine: go(f"/routine/{routine}")) if may_write else None,
        on_add=(lambda: lay(AddingOpen(RoutineDraft.fresh(Part.MORNING)))) if may_write else None,
    )
    body = state.body
    is_under_way = isinstance(body, StepsShown) and not body.is_looking_back
    shown: list[ft.Control | None] = [
        today_header(sentences, tokens, state, (lambda: lay(MenuOpen())) if may_write else None),
        trouble_notice(sentences, tokens, state.trouble, model.retry, model.put_trouble_away),
        *today_notices(sentences, tokens, state),
    ]
    if isinstance(body, StepsShown):
        shown.append(enough_today(sentences, tokens, body, model.make_larger if may_write else None))
    shown.append(today_body(sentences, tokens, state, taps))
    if isinstance(body, StepsShown) and is_under_way:
        shown.append(hard_day_button(sentences, tokens, body, model.make_smaller if may_write else None))
        shown.append(view_switch(sentences, tokens, state.view, model.choose_view))
    shown.append(other_routines(sentences, tokens, state.tabs, model.choose_routine))
    return page_body(
        tokens,
        [each for each in shown if each is not None],
        nav=undo_bar(sentences, tokens, state.undo, model.undo),
    )
