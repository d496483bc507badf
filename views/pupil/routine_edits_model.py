"""Shaping routines and steps, for every model over a desk that may: each change shows before it is saved."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeVar, Unpack

from services.desk.routine_verbs import RoutineChange
from services.desk.step_verbs import StepVerbs
from services.planner.ids import RoutineId, StepId
from services.planner.planner import Planner
from services.planner.routine import Routine, Step
from views.action import Actions
from views.pupil import hopes
from views.pupil.desk_model import State
from views.pupil.hopeful_model import HopefulModel, WayBack
from views.pupil.step_draft import StepDraft
from views.pupil.undo import Changed, Undoable
from views.timer import Timer

SomeSteps = TypeVar("SomeSteps", bound=StepVerbs)
Thing = TypeVar("Thing", Routine, Step)

_NOT_SAVED_YET = "not saved yet"


class RoutineEdits(HopefulModel[State, SomeSteps], Generic[State, SomeSteps]):
    """The verbs of whoever shapes a routine."""

    def __init__(self, desk: SomeSteps, actions: Actions, timer: Timer) -> None:
        self._drafts_added = 0
        super().__init__(desk, actions, timer)

    def change_routine(self, routine: RoutineId, **fields: Unpack[RoutineChange]) -> None:
        """Another title, picture or days for the routine."""
        names = ",".join(sorted(fields))
        self._wish(
            f"routine:{routine}:{names}",
            _in(routine, lambda one: _replaced(one, fields)),
            lambda: self._desk.change_routine(routine, **fields),
        )

    def add_step(self, routine: RoutineId, draft: StepDraft) -> None:
        """One more step, at the end."""
        self._drafts_added += 1
        name = StepId(f"{_NOT_SAVED_YET} {self._drafts_added}")
        step = _step(name, routine, draft)
        self._wish(
            f"add_step:{routine}:{self._drafts_added}",
            _in(routine, lambda one: replace(one, steps=(*one.steps, step))),
            lambda: self._desk.add_step(
                routine,
                draft.own_title or "",
                draft.picture,
                draft.at,
                draft.sizes,
                draft.days,
                draft.starter,
            ),
        )

    def change_step(self, routine: RoutineId, step: StepId, before: StepDraft, after: StepDraft) -> None:
        """What the sheet says now, as far as it differs from what it said."""
        fields = after.changes_from(before)
        if not fields:
            return
        self._wish(
            f"step:{step}:{','.join(sorted(fields))}",
            _in(routine, lambda one: _with_step(one, step, lambda known: _replaced(known, fields))),
            lambda: self._desk.change_step(step, **fields),
        )

    def move_step(self, routine: RoutineId, step: StepId, by: int) -> None:
        """One place earlier (-1) or later (+1)."""
        ids = [one.id for one in self._steps(routine)]
        if step not in ids or not 0 <= ids.index(step) + by < len(ids):
            return
        place = ids.index(step) + by
        ids.remove(step)
        after = ids[place - 1] if place > 0 else None
        self._wish(
            f"move:{step}",
            _in(routine, lambda one: _with_step_after(one, step, after)),
            lambda: self._desk.move_step(step, after),
        )

    def remove_step(self, routine: RoutineId, step: StepId) -> None:
        """Take a step out of the routine. It can come back."""
        steps = self._steps(routine)
        gone = next((one for one in steps if one.id == step), None)
        if gone is None:
            return
        place = steps.index(gone)
        offer = Undoable(Changed.step_removed, gone.title, gone.starter)
        self._wish(
            f"remove:{step}",
            _in(routine, lambda one: _without_step(one, step)),
            lambda: self._desk.remove_step(step),
            WayBack(offer, lambda: self._restore_step(gone, place)),
        )

    def _restore_step(self, step: Step, place: int) -> None:
        def put_back(routine: Routine) -> Routine:
            rest = _without_step(routine, step.id).steps
            return replace(routine, steps=(*rest[:place], step, *rest[place:]))

        self._wish(f"remove:{step.id}", _in(step.routine, put_back), lambda: self._desk.restore_step(step.id))

    def _steps(self, routine: RoutineId) -> tuple[Step, ...]:
        """The steps of a routine as they are shown."""
        known = self._hoped(self._desk.planner).routine(routine)
        return () if known is None else known.steps


def is_saved(step: Step) -> bool:
    """Whether the step has an id of its own, by which it can be changed."""
    return not step.id.startswith(_NOT_SAVED_YET)


def _in(routine: RoutineId, change: Callable[[Routine], Routine]) -> Callable[[Planner], Planner]:
    return lambda planner: hopes.with_routine(planner, routine, change)


def _step(step: StepId, routine: RoutineId, draft: StepDraft) -> Step:
    return Step(
        id=step,
        routine=routine,
        title=draft.own_title,
        starter=draft.starter,
        picture=draft.picture,
        order="z",
        sizes=draft.sizes,
        days=draft.days,
        minutes=None,
        at=draft.at,
    )


def _replaced(thing: Thing, fields: Mapping[str, Any]) -> Thing:
    return replace(thing, **fields)


def _with_step(routine: Routine, step: StepId, change: Callable[[Step], Step]) -> Routine:
    return replace(routine, steps=tuple(change(one) if one.id == step else one for one in routine.steps))


def _without_step(routine: Routine, step: StepId) -> Routine:
    return replace(routine, steps=tuple(one for one in routine.steps if one.id != step))


def _with_step_after(routine: Routine, step: StepId, after: StepId | None) -> Routine:
    moving = tuple(one for one in routine.steps if one.id == step)
    rest = _without_step(routine, step).steps
    place = next((n + 1 for n, one in enumerate(rest) if one.id == after), 0)
    return replace(routine, steps=(*rest[:place], *moving, *rest[place:]))
