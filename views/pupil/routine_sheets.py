"""Which sheet lies over the editor, and what its presses do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, assert_never

import flet as ft

from services.planner.ids import StepId
from services.planner.routine import Routine
from services.planner.starter import STARTER_PACKS
from views.design.tokens import Tokens
from views.pupil.edit_step_sheet import edit_step_sheet
from views.pupil.picture_picker import picture_sheet
from views.pupil.picture_search import PictureSearch
from views.pupil.routine_edits_model import RoutineEdits
from views.pupil.routine_face import FaceDraft, face_of, face_sheet
from views.pupil.step_draft import StepDraft
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class StepEditing:
    """A step under somebody's hands. Shape: `step` None is a new one."""

    step: StepId | None
    before: StepDraft
    draft: StepDraft


@dataclass(frozen=True, slots=True)
class FaceEditing:
    """The routine's name, picture and days."""

    draft: FaceDraft


@dataclass(frozen=True, slots=True)
class Picking:
    """A picture for what is being edited."""

    editing: StepEditing | FaceEditing
    search: PictureSearch


EditorSheet = StepEditing | FaceEditing | Picking
LayEditor = Callable[[EditorSheet | Callable[[EditorSheet | None], EditorSheet | None] | None], None]

IDEAS_SHOWN = 8


def ideas_for(sentences: Sentences, routine: Routine) -> tuple[StepDraft, ...]:
    """Steps of the starter pack that this routine does not have."""
    there = {step.starter for step in routine.steps}
    rest = [one for one in STARTER_PACKS[routine.part] if one.key not in there]
    titles = sentences.starter.titles
    return tuple(
        StepDraft.of_idea(one.key, titles.get(one.key, ""), one.picture, one.sizes)
        for one in rest[:IDEAS_SHOWN]
    )


def editor_sheet(
    sentences: Sentences,
    tokens: Tokens,
    model: RoutineEdits[Any, Any],
    routine: Routine | None,
    over: EditorSheet | None,
    lay: LayEditor,
) -> ft.BottomSheet | None:
    """The sheet, or None where none lies."""
    if routine is None:
        return None
    match over:
        case None:
            return None
        case StepEditing():
            return _step(sentences, tokens, model, routine, over, lay)
        case FaceEditing():
            return _face(sentences, tokens, model, routine, over, lay)
        case Picking():
            return _picking(sentences, tokens, over, lay)
        case _:
            assert_never(over)


def _step(
    sentences: Sentences,
    tokens: Tokens,
    model: RoutineEdits[Any, Any],
    routine: Routine,
    over: StepEditing,
    lay: LayEditor,
) -> ft.BottomSheet:
    step = over.step

    def change(by: Callable[[StepDraft], StepDraft]) -> None:
        # The newest draft is changed, not the drawn one: two quick changes must both count.
        lay(lambda now: replace(now, draft=by(now.draft)) if isinstance(now, StepEditing) else now)

    def keep() -> None:
        lay(None)
        if step is None:
            model.add_step(routine.id, over.draft)
        else:
            model.change_step(routine.id, step, over.before, over.draft)

    def remove(gone: StepId) -> None:
        lay(None)
        model.remove_step(routine.id, gone)

    return edit_step_sheet(
        sentences,
        tokens,
        over.draft,
        ideas_for(sentences, routine) if step is None else (),
        change,
        lambda: lay(lambda now: Picking(now, PictureSearch()) if isinstance(now, StepEditing) else now),
        keep,
        None if step is None else lambda: remove(step),
        lambda: lay(None),
    )


def _face(
    sentences: Sentences,
    tokens: Tokens,
    model: RoutineEdits[Any, Any],
    routine: Routine,
    over: FaceEditing,
    lay: LayEditor,
) -> ft.BottomSheet:
    def change(by: Callable[[FaceDraft], FaceDraft]) -> None:
        lay(lambda now: replace(now, draft=by(now.draft)) if isinstance(now, FaceEditing) else now)

    def keep() -> None:
        lay(None)
        changes = over.draft.changes_from(face_of(sentences, routine))
        if changes:
            model.change_routine(routine.id, **changes)

    return face_sheet(
        sentences,
        tokens,
        over.draft,
        change,
        lambda: lay(lambda now: Picking(now, PictureSearch()) if isinstance(now, FaceEditing) else now),
        keep,
        lambda: lay(None),
    )


def _picking(sentences: Sentences, tokens: Tokens, over: Picking, lay: LayEditor) -> ft.BottomSheet:
    def choose(picture: str) -> None:
        editing = over.editing
        match editing:
            case StepEditing():
                lay(replace(editing, draft=replace(editing.draft, picture=picture)))
            case FaceEditing():
                lay(replace(editing, draft=replace(editing.draft, picture=picture)))

    return picture_sheet(
        sentences,
        tokens,
        over.search,
        over.editing.draft.picture,
        lambda search: lay(replace(over, search=search)),
        choose,
        lambda: lay(over.editing),
    )
