"""Which sheet lies over the week: a routine on a day, a step's weekdays, or writing a step."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

import flet as ft

from services.planner.ids import RoutineId, StepId
from services.planner.words import Outcome
from views.design.button import quiet_button
from views.design.lettering import body_text
from views.design.sheet import sheet, sheet_room
from views.design.surface import row
from views.design.tokens import Tokens
from views.family.step_days_sheet import StepTaps, step_days_sheet
from views.family.step_tiles import step_tiles
from views.family.week_model import WeekModel
from views.family.week_state import WeekCell, WeekState
from views.family.week_words import day_name, standing
from views.pupil.routine_edits_model import is_saved
from views.pupil.routine_sheets import EditorSheet, FaceEditing, Picking, StepEditing, editor_sheet
from views.pupil.step_draft import StepDraft
from views.pupil.step_words import title_of
from views.pupil.today_state import StepLine
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class CellOpen:
    """A routine on a day."""

    routine: RoutineId
    on: date


@dataclass(frozen=True, slots=True)
class StepDays:
    """A step on a day, its weekdays under somebody's hands."""

    routine: RoutineId
    step: StepId
    on: date
    before: StepDraft
    draft: StepDraft


@dataclass(frozen=True, slots=True)
class Writing:
    """A step is being written: one that is there, or a new one of this routine."""

    routine: RoutineId
    sheet: EditorSheet


WeekSheet = CellOpen | StepDays | Writing
Lay = Callable[[WeekSheet | Callable[[WeekSheet | None], WeekSheet | None] | None], None]


def open_step(sentences: Sentences, cell: WeekCell, line: StepLine) -> StepDays | None:
    """The sheet of a step; one that is not saved yet has none."""
    if not is_saved(line.step):
        return None
    draft = StepDraft.of(line.step, title_of(sentences, line.step))
    return StepDays(cell.today.routine.id, line.id, cell.on, draft, draft)


def add_step(cell: WeekCell) -> Writing:
    """The sheet of one more step for this routine."""
    fresh = StepDraft.fresh()
    return Writing(cell.today.routine.id, StepEditing(None, fresh, fresh))


def week_sheet(
    sentences: Sentences, tokens: Tokens, model: WeekModel, state: WeekState, over: WeekSheet | None, lay: Lay
) -> ft.BottomSheet | None:
    """The sheet, or None where none lies or what it was about is gone."""
    match over:
        case None:
            return None
        case CellOpen(routine=routine, on=on):
            cell = state.cell(routine, on)
            return None if cell is None else _cell(sentences, tokens, state, cell, lay)
        case StepDays():
            return _days(sentences, tokens, model, state, over, lay)
        case Writing():
            return _writing(sentences, tokens, model, state, over, lay)
        case _:
            assert_never(over)


def _cell(sentences: Sentences, tokens: Tokens, state: WeekState, cell: WeekCell, lay: Lay) -> ft.BottomSheet:
    may_write = not state.is_read_only
    inside: list[ft.Control] = [
        body_text(tokens, standing(sentences, cell, state.today), ink="soft"),
        step_tiles(
            sentences,
            tokens,
            cell,
            sheet_room(tokens),
            (lambda line: lay(open_step(sentences, cell, line))) if may_write else None,
        ),
    ]
    if may_write:
        add = quiet_button(
            tokens,
            sentences.routine.add_step,
            lambda: lay(add_step(cell)),
            icon_name="add",
            key="add-step",
        )
        inside.append(row([add], along="center", wraps=True))
    return sheet(tokens, _heading(sentences, state, cell), inside, sentences.words.close, lambda: lay(None))


def _heading(sentences: Sentences, state: WeekState, cell: WeekCell) -> str:
    return sentences.family.week.day_heading.format(
        routine=title_of(sentences, cell.today.routine), day=day_name(sentences, cell.on, state.today)
    )


def _days(
    sentences: Sentences, tokens: Tokens, model: WeekModel, state: WeekState, over: StepDays, lay: Lay
) -> ft.BottomSheet | None:
    line, cell = state.line(over.step, over.on), state.cell(over.routine, over.on)
    if line is None or cell is None:
        return None

    def turn(day: int) -> None:
        lay(lambda now: replace(now, draft=now.draft.with_day(day)) if isinstance(now, StepDays) else now)

    def keep() -> None:
        lay(None)
        model.change_step(over.routine, over.step, over.before, over.draft)

    def say(outcome: Outcome) -> None:
        lay(None)
        model.tick(over.step, over.on, outcome)

    taps = StepTaps(
        turn_day=turn,
        keep=keep if over.draft.is_ready and over.draft != over.before else None,
        write=lambda: lay(Writing(over.routine, StepEditing(over.step, over.before, over.draft))),
        say=say if state.may_tick and over.on <= state.today else None,
        close=lambda: lay(None),
    )
    return step_days_sheet(
        sentences,
        tokens,
        line,
        _heading(sentences, state, cell),
        over.draft.days,
        state.pupil.name,
        taps,
    )


def _writing(
    sentences: Sentences, tokens: Tokens, model: WeekModel, state: WeekState, over: Writing, lay: Lay
) -> ft.BottomSheet | None:
    line = next((one for one in state.lines if one.routine.id == over.routine), None)

    def lay_editor(
        then: EditorSheet | Callable[[EditorSheet | None], EditorSheet | None] | None,
    ) -> None:
        def lay_it(now: WeekSheet | None) -> WeekSheet | None:
            inner = now.sheet if isinstance(now, Writing) else None
            after = (
                then if then is None or isinstance(then, StepEditing | FaceEditing | Picking) else then(inner)
            )
            return None if after is None else Writing(over.routine, after)

        lay(lay_it)

    return editor_sheet(sentences, tokens, model, line.routine if line else None, over.sheet, lay_editor)
