"""The middle of Today: the steps in the view a person chose, or a quiet day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import flet as ft

from services.planner.ids import RoutineId
from services.planner.words import StepView
from views.design.button import quiet_button
from views.design.surface import Tap, column, row
from views.design.tokens import Tokens
from views.pupil.now_card import coming_cards, now_card
from views.pupil.quiet_days import finished, no_routines, paused, routine_empty
from views.pupil.step_card import OnStep, step_row
from views.pupil.today_state import (
    DayPaused,
    Finished,
    NoRoutines,
    RoutineEmpty,
    RoutinePaused,
    StepsShown,
    TodayState,
)
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class BodyTaps:
    """What a press in the middle does; None where nothing can be changed just now."""

    on_press: OnStep | None
    on_more: OnStep | None
    on_take_up: Callable[[RoutineId], object] | None
    on_look_back: Callable[[RoutineId | None], object]
    on_routine: Callable[[RoutineId], object]
    on_edit: Callable[[RoutineId], object] | None
    on_add: Tap | None


def today_body(sentences: Sentences, tokens: Tokens, state: TodayState, taps: BodyTaps) -> ft.Control:
    """One of the six things that a day can be. On a wide page what comes next stands beside it."""
    body, edit, take_up = state.body, taps.on_edit, taps.on_take_up
    match body:
        case NoRoutines():
            return no_routines(sentences, tokens, body, taps.on_add)
        case RoutineEmpty(routine=routine):
            return routine_empty(sentences, tokens, body, None if edit is None else lambda: edit(routine.id))
        case DayPaused():
            shown = state.shown
            back = None if take_up is None or shown is None else lambda: take_up(shown)
            return paused(sentences, tokens, body, back)
        case RoutinePaused(routine=routine):
            back = None if take_up is None else lambda: take_up(routine.id)
            return paused(sentences, tokens, body, back)
        case Finished(routine=routine):
            return finished(
                sentences, tokens, body, state.date, lambda: taps.on_look_back(routine.id), taps.on_routine
            )
        case StepsShown():
            return _steps(sentences, tokens, state, body, taps)
        case _:
            assert_never(body)


def _steps(
    sentences: Sentences, tokens: Tokens, state: TodayState, body: StepsShown, taps: BodyTaps
) -> ft.Control:
    now = body.now
    if body.is_looking_back or now is None or state.view is StepView.ALL:
        return _all_steps(sentences, tokens, body, taps)
    first = now_card(sentences, tokens, now, taps.on_press, taps.on_more, is_calm=state.is_school_hours)
    if state.view is StepView.ONE or not body.coming or tokens.is_wide:
        return first
    return column([first, coming_cards(sentences, tokens, body.coming, taps.on_more)], gap=14)


def _all_steps(sentences: Sentences, tokens: Tokens, body: StepsShown, taps: BodyTaps) -> ft.Control:
    shown: list[ft.Control] = [
        step_row(sentences, tokens, line, taps.on_press, taps.on_more, key=f"step-row-{line.id}")
        for line in body.steps
    ]
    if body.is_looking_back:
        away = quiet_button(
            tokens,
            sentences.today.finished.put_away,
            lambda: taps.on_look_back(None),
            key="put-away",
        )
        shown.append(row([away], along="center"))
    return column(shown, gap=10)
