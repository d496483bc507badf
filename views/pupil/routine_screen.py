"""Shaping a routine: what it is called, its steps, their order; and putting it away."""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.planner.routine import Routine
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.lettering import title
from views.design.notice import empty_state, notice
from views.design.page import page_body, page_top
from views.design.sheet_host import use_sheet
from views.design.surface import Tap, column, row
from views.design.tokens import Tokens
from views.pupil.edit_step_row import edit_step_row
from views.pupil.routine_edits_model import is_saved
from views.pupil.routine_face import face_of, routine_face
from views.pupil.routine_model import RoutineModel
from views.pupil.routine_sheets import EditorSheet, FaceEditing, LayEditor, StepEditing, editor_sheet
from views.pupil.step_draft import StepDraft
from views.pupil.step_words import title_of
from views.pupil.undo_bar import trouble_notice, undo_bar
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def routine_screen(model: RoutineModel, go: Callable[[str], object]) -> ft.Control:
    """The editor of one routine."""
    state = use_model(model)
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    no_sheet: EditorSheet | None = None
    over, lay = ft.use_state(no_sheet)
    is_sure, be_sure = ft.use_state(False)
    routine, may_write = state.routine, not state.is_read_only
    use_sheet(editor_sheet(sentences, tokens, model, routine, over, lay))

    said = sentences.routine
    shown: list[ft.Control | None] = [
        page_top(tokens, said.title, back_label=said.back, on_back=lambda: go("/today")),
        trouble_notice(sentences, tokens, state.trouble, model.retry, model.put_trouble_away),
    ]
    if routine is None:
        shown += _gone(sentences, tokens, model.restore if may_write else None, lambda: go("/today"))
    else:
        change_face = None if not may_write else lambda: lay(FaceEditing(face_of(sentences, routine)))
        shown += [
            routine_face(sentences, tokens, routine, change_face),
            _steps(sentences, tokens, model, routine, lay, may_write=may_write),
        ]
        if may_write:
            shown += [
                big_button(
                    tokens,
                    said.add_step,
                    lambda: lay(StepEditing(None, StepDraft.fresh(), StepDraft.fresh())),
                    icon_name="add",
                    key="add-step",
                ),
                _put_away(sentences, tokens, model.remove, be_sure, is_sure=is_sure),
            ]
    return page_body(
        tokens,
        [each for each in shown if each is not None],
        nav=undo_bar(sentences, tokens, state.undo, model.undo),
    )


def _steps(
    sentences: Sentences,
    tokens: Tokens,
    model: RoutineModel,
    routine: Routine,
    lay: LayEditor,
    *,
    may_write: bool,
) -> ft.Control:
    said, last = sentences.routine, len(routine.steps) - 1
    rows: list[ft.Control] = [title(tokens, said.steps)]
    for place, step in enumerate(routine.steps):
        draft = StepDraft.of(step, title_of(sentences, step))
        may = may_write and is_saved(step)
        rows.append(
            edit_step_row(
                sentences,
                tokens,
                step,
                partial(lay, StepEditing(step.id, draft, draft)) if may else None,
                partial(model.move_step, routine.id, step.id, -1) if may and place > 0 else None,
                partial(model.move_step, routine.id, step.id, 1) if may and place < last else None,
            )
        )
    if not routine.steps:
        rows.append(empty_state(tokens, "routine", said.steps, said.no_steps))
    return column(rows, gap=8)


def _gone(sentences: Sentences, tokens: Tokens, on_back: Tap | None, on_today: Tap) -> list[ft.Control]:
    said = sentences.routine
    away = empty_state(
        tokens,
        "routine",
        said.gone_title,
        said.gone_text,
        action=said.bring_back if on_back else None,
        on_action=on_back,
    )
    return [away, row([quiet_button(tokens, said.to_today, on_today, key="to-today")], along="center")]


def _put_away(
    sentences: Sentences,
    tokens: Tokens,
    on_remove: Tap,
    be_sure: Callable[[bool], None],
    *,
    is_sure: bool,
) -> ft.Control:
    """Asked once more in the same place, because it is a whole routine."""
    said = sentences.routine
    if not is_sure:
        away = quiet_button(
            tokens, said.remove, lambda: be_sure(True), icon_name="delete", ink="danger", key="put-away"
        )
        return row([away], along="center", wraps=True)

    def remove() -> None:
        be_sure(False)
        on_remove()

    asked = notice(tokens, said.remove_sure, tone="careful")
    answers = row(
        [
            quiet_button(tokens, said.keep_it, lambda: be_sure(False), key="keep-it"),
            quiet_button(tokens, said.remove_now, remove, ink="danger", key="remove-now"),
        ],
        wraps=True,
    )
    return column([asked, answers], gap=10)
