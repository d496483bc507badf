"""Which sheet lies over Today, and what its presses do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

import flet as ft

from services.planner.ids import StepId
from services.planner.words import Outcome
from views.design.tokens import Tokens
from views.pupil.menu_sheet import menu_sheet
from views.pupil.pause_draft import PauseDraft
from views.pupil.pause_sheet import pause_sheet
from views.pupil.routine_draft import RoutineDraft
from views.pupil.routine_sheet import routine_sheet
from views.pupil.step_sheet import step_sheet
from views.pupil.step_words import title_of
from views.pupil.today_model import TodayModel
from views.pupil.today_state import DayPaused, RoutinePaused, TodayState
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class StepOpen:
    """The choices of one step."""

    step: StepId


@dataclass(frozen=True, slots=True)
class PauseOpen:
    """A pause being said."""

    draft: PauseDraft


@dataclass(frozen=True, slots=True)
class MenuOpen:
    """More for today."""


@dataclass(frozen=True, slots=True)
class AddingOpen:
    """One more routine being said."""

    draft: RoutineDraft


Sheet = StepOpen | PauseOpen | MenuOpen | AddingOpen
Lay = Callable[[Sheet | Callable[[Sheet | None], Sheet | None] | None], None]


def today_sheet(
    sentences: Sentences,
    tokens: Tokens,
    model: TodayModel,
    state: TodayState,
    over: Sheet | None,
    lay: Lay,
    go: Callable[[str], object],
) -> ft.BottomSheet | None:
    """The sheet, or None where none lies."""

    def close() -> None:
        lay(None)

    def then(*work: Callable[[], object]) -> Callable[[], None]:
        def close_and_work() -> None:
            close()
            for each in work:
                each()

        return close_and_work

    shown = state.shown
    match over:
        case None:
            return None
        case StepOpen(step=step):
            line = state.line(step)
            if line is None:
                return None

            def say(outcome: Outcome) -> None:
                then(lambda: model.set_outcome(step, outcome))()

            routine = line.step.routine
            return step_sheet(
                sentences,
                tokens,
                line,
                say,
                lambda: lay(PauseOpen(PauseDraft.of(state.date, routine, step))),
                then(lambda: model.take_up(routine, step)),
                then(lambda: go(f"/routine/{routine}")),
                close,
            )
        case PauseOpen(draft=pause):
            line = state.line(pause.step) if pause.step is not None else None
            title = title_of(sentences, line.step) if line is not None else ""
            return pause_sheet(
                sentences,
                tokens,
                pause,
                title,
                lambda now: lay(PauseOpen(now)),
                then(lambda: model.pause(pause)),
                close,
            )
        case MenuOpen():
            is_paused = isinstance(state.body, DayPaused | RoutinePaused)
            may_pause = shown is not None and not is_paused
            return menu_sheet(
                sentences,
                tokens,
                (lambda: lay(PauseOpen(PauseDraft.of(state.date, shown, None))))
                if shown and may_pause
                else None,
                then(lambda: go(f"/routine/{shown}")) if shown is not None else None,
                lambda: lay(AddingOpen(RoutineDraft.fresh(state.part))),
                close,
            )
        case AddingOpen(draft=fresh):

            def change(by: Callable[[RoutineDraft], RoutineDraft]) -> None:
                # Two quick changes must both count, so the newest draft is changed and not the drawn one.
                lay(lambda now: AddingOpen(by(now.draft)) if isinstance(now, AddingOpen) else now)

            def add() -> None:
                model.add_routine(
                    fresh.part,
                    fresh.title.strip(),
                    fresh.picture,
                    fresh.days,
                    lambda made: go(f"/routine/{made}"),
                )

            return routine_sheet(sentences, tokens, fresh, change, then(add), close)
        case _:
            assert_never(over)
