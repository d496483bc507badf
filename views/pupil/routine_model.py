"""Shaping one routine: its name, picture and days, and its steps. Every change shows before it is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, Unpack

from services.desk.pupil import PupilDesk
from services.desk.routine_verbs import RoutineChange
from services.planner.ids import RoutineId, StepId
from services.planner.planner import Planner
from services.planner.routine import Routine, Step
from views.action import Actions
from views.pupil import hopes
from views.pupil.hopeful_model import HopefulModel, WayBack
from views.pupil.step_draft import StepDraft
from views.pupil.trouble import Trouble
from views.pupil.undo import Changed, Undoable
from views.timer import LoopTimer, Timer

Thing = TypeVar("Thing", Routine, Step)

_NOT_SAVED_YET = "not saved yet"


@dataclass(frozen=True, slots=True)
class RoutineState:
    """Shape: `routine` is None once it is put away."""

    routine: Routine | None
    is_read_only: bool
    undo: Undoable | None = None
    trouble: Trouble | None = None


class RoutineModel(HopefulModel[RoutineState]):
    """One routine under somebody's hands."""

    def __init__(
        self, desk: PupilDesk, routine_id: RoutineId, actions: Actions, timer: Timer | None = None
    ) -> None:
        self._id = routine_id
        self._drafts_added = 0
        super().__init__(desk, actions, timer or LoopTimer())

    def change(self, **fields: Unpack[RoutineChange]) -> None:
        """Another title, picture or days for the routine."""
        names = ",".join(sorted(fields))
        self._wish(
            f"routine:{self._id}:{names}",
            self._hope(lambda routine: _replaced(routine, fields)),
            lambda: self._desk.change_routine(self._id, **fields),
        )

    def add_step(self, draft: StepDraft) -> None:
        """One more step, at the end."""
        self._drafts_added += 1
        name = StepId(f"{_NOT_SAVED_YET} {self._drafts_added}")
        step = _step(name, self._id, draft)
        self._wish(
            f"add_step:{self._id}:{self._drafts_added}",
            self._hope(lambda routine: replace(routine, steps=(*routine.steps, step))),
            lambda: self._desk.add_step(
                self._id,
                draft.own_title or "",
                draft.picture,
                draft.at,
                draft.sizes,
                draft.days,
                draft.starter,
            ),
        )

    def change_step(self, step: StepId, before: StepDraft, after: StepDraft) -> None:
        """What the sheet says now, as far as it differs from what it said."""
        fields = after.changes_from(before)
        if not fields:
            return
        self._wish(
            f"step:{step}:{','.join(sorted(fields))}",
            self._hope(lambda routine: _with_step(routine, step, lambda one: _replaced(one, fields))),
            lambda: self._desk.change_step(step, **fields),
        )

    def move_step(self, step: StepId, by: int) -> None:
        """One place earlier (-1) or later (+1)."""
        routine = self.state.routine
        ids = [one.id for one in routine.steps] if routine is not None else []
        if step not in ids or not 0 <= ids.index(step) + by < len(ids):
            return
        place = ids.index(step) + by
        ids.remove(step)
        after = ids[place - 1] if place > 0 else None
        self._wish(
            f"move:{step}",
            self._hope(lambda one: _with_step_after(one, step, after)),
            lambda: self._desk.move_step(step, after),
        )

    def remove_step(self, step: StepId) -> None:
        """Take a step out of the routine. It can come back."""
        routine = self.state.routine
        gone = next((one for one in routine.steps if one.id == step), None) if routine is not None else None
        if gone is None:
            return
        place = routine.steps.index(gone) if routine is not None else 0
        offer = Undoable(Changed.step_removed, gone.title, gone.starter)
        self._wish(
            f"remove:{step}",
            self._hope(lambda one: _without_step(one, step)),
            lambda: self._desk.remove_step(step),
            WayBack(offer, lambda: self._restore_step(gone, place)),
        )

    def remove(self) -> None:
        """Put the whole routine away. It can come back while the screen is open."""
        self._wish(
            f"remove:{self._id}",
            lambda planner: hopes.without_routine(planner, self._id),
            lambda: self._desk.remove_routine(self._id),
        )

    def restore(self) -> None:
        """The routine comes back."""
        self._wish(
            f"remove:{self._id}", lambda planner: planner, lambda: self._desk.restore_routine(self._id)
        )

    def _restore_step(self, step: Step, place: int) -> None:
        def put_back(routine: Routine) -> Routine:
            rest = _without_step(routine, step.id).steps
            return replace(routine, steps=(*rest[:place], step, *rest[place:]))

        self._wish(f"remove:{step.id}", self._hope(put_back), lambda: self._desk.restore_step(step.id))

    def _hope(self, change: Callable[[Routine], Routine]) -> Callable[[Planner], Planner]:
        return lambda planner: hopes.with_routine(planner, self._id, change)

    def _look(self, planner: Planner) -> RoutineState:
        return RoutineState(
            planner.routine(self._id), self._desk.is_read_only, self._undo.offer, self._trouble
        )


def is_saved(step: Step) -> bool:
    """Whether the step has an id of its own, by which it can be changed."""
    return not step.id.startswith(_NOT_SAVED_YET)


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
