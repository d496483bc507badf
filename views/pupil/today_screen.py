"""The pupil's Today: one thing at a time, and everything else one press away."""

from collections.abc import Callable

import flet as ft

from services.planner.words import Part, StepView
from views.binding import use_model
from views.design.page import page_body
from views.design.sheet_host import use_sheet
from views.design.surface import column, row
from views.design.tokens import READING_WIDTH, Tokens
from views.pupil.hard_day import enough_today, hard_day_buttons
from views.pupil.now_card import coming_cards
from views.pupil.other_routines import other_routines, view_switch
from views.pupil.routine_draft import RoutineDraft
from views.pupil.today_body import BodyTaps, today_body
from views.pupil.today_header import today_header, today_notices
from views.pupil.today_model import TodayModel
from views.pupil.today_sheets import AddingOpen, MenuOpen, Sheet, StepOpen, today_sheet
from views.pupil.today_state import DayPaused, StepsShown, TodayState
from views.pupil.undo_bar import trouble_notice, undo_bar
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

WIDE_PAGE = 960


@ft.component
def today_screen(model: TodayModel, go: Callable[[str], object]) -> ft.Control:
    """The whole screen; the places at the bottom are drawn around it."""
    state = use_model(model)
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    no_sheet: Sheet | None = None
    over, lay = ft.use_state(no_sheet)
    use_sheet(today_sheet(sentences, tokens, model, state, over, lay, go))

    # The same function every time, so that unchanged cards are not drawn again.
    open_step = ft.use_memo(lambda: lambda step: lay(StepOpen(step)), [])
    may_write = not state.is_read_only
    taps = BodyTaps(
        on_press=model.press if may_write else None,
        on_more=open_step if may_write else None,
        on_take_up=model.take_up if may_write else None,
        on_look_back=model.look_back,
        on_routine=model.choose_routine,
        on_edit=(lambda routine: go(f"/routine/{routine}")) if may_write else None,
        on_add=(lambda: lay(AddingOpen(RoutineDraft.fresh(Part.MORNING)))) if may_write else None,
    )
    shown: list[ft.Control | None] = [
        today_header(sentences, tokens, state, (lambda: lay(MenuOpen())) if may_write else None),
        trouble_notice(sentences, tokens, state.trouble, model.retry, model.put_trouble_away),
        *today_notices(sentences, tokens, state),
        *_middle(sentences, tokens, model, state, taps, may_write=may_write),
    ]
    return page_body(
        tokens,
        [each for each in shown if each is not None],
        width=WIDE_PAGE if tokens.is_wide else READING_WIDTH,
        nav=undo_bar(sentences, tokens, state.undo, model.undo),
    )


def _middle(
    sentences: Sentences,
    tokens: Tokens,
    model: TodayModel,
    state: TodayState,
    taps: BodyTaps,
    *,
    may_write: bool,
) -> list[ft.Control | None]:
    """The steps and what belongs to them; on a wide page side by side."""
    body = state.body
    is_under_way = isinstance(body, StepsShown) and not body.is_looking_back
    enough = enough_today(sentences, tokens, body) if isinstance(body, StepsShown) else None
    smaller, larger = (model.make_smaller, model.make_larger) if may_write else (None, None)
    below: list[ft.Control | None] = []
    if isinstance(body, StepsShown) and is_under_way:
        if tokens.is_wide and state.view is StepView.THREE:
            below.append(coming_cards(sentences, tokens, body.coming, taps.on_more))
        below += [
            hard_day_buttons(sentences, tokens, body, smaller, larger),
            view_switch(sentences, tokens, state.view, model.choose_view),
        ]
    if not isinstance(body, DayPaused):
        below.append(other_routines(sentences, tokens, state.tabs, model.choose_routine))
    main = today_body(sentences, tokens, state, taps)
    beside = [each for each in below if each is not None]
    if not tokens.is_wide or not beside:
        return [enough, main, *below]
    first, second = ft.Container(main, expand=5), ft.Container(column(beside, gap=16), expand=3)
    return [enough, row([first, second], gap=24, is_top=True)]
