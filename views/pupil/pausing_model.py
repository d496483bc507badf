"""Pausing and taking up again, for the models that show what is paused."""

from collections.abc import Callable
from datetime import date
from typing import Generic

from services.desk.pupil import PupilDesk
from services.planner.ids import PauseId, RoutineId, StepId
from services.planner.pause import EVERYTHING, Pause
from services.planner.today import is_day_paused, paused_by
from services.planner.words import PauseReason
from views.pupil import hopes
from views.pupil.desk_model import State
from views.pupil.hopeful_model import HopefulModel, WayBack
from views.pupil.pause_draft import PauseDraft
from views.pupil.undo import Changed, Undoable

_NOT_SAVED_YET = PauseId("not saved yet")


class PausingModel(HopefulModel[State, PupilDesk], Generic[State]):
    """The verbs of a pause."""

    def pause(self, draft: PauseDraft) -> None:
        """Pause what the draft says."""
        if draft.is_just_this_day:
            self._pause_day(draft.on, draft.reason, is_undoable=True)
        else:
            what = draft.target or EVERYTHING
            self._pause_span(what, draft.from_, draft.to, draft.reason, is_undoable=True)

    def take_up(self, routine: RoutineId, step: StepId | None = None) -> None:
        """Take up again what is paused today: the day, the routine, or one step of it."""
        planner, on = self._hoped(self._desk.planner), self._today()
        held = is_day_paused(planner, on) or paused_by(planner, on, routine, step)
        if held is None:
            return
        if held.pause is None:
            self._resume_day(on, held.reason, is_undoable=True)
            return
        pause = next(one for one in planner.pauses if one.id == held.pause)
        if pause.id != _NOT_SAVED_YET:
            self._resume(lambda: pause.id, pause, on, is_undoable=True)

    def _pause_day(self, on: date, reason: PauseReason | None, *, is_undoable: bool) -> None:
        back = _way_back(Changed.paused, lambda: self._resume_day(on, reason, is_undoable=False))
        self._wish(
            f"pause:{on}",
            lambda planner: hopes.with_day_paused(planner, on, True, reason),
            lambda: self._desk.pause_today(on, reason),
            back if is_undoable else None,
        )

    def _resume_day(self, on: date, reason: PauseReason | None, *, is_undoable: bool) -> None:
        back = _way_back(Changed.taken_up, lambda: self._pause_day(on, reason, is_undoable=False))
        self._wish(
            f"pause:{on}",
            lambda planner: hopes.with_day_paused(planner, on, False, None),
            lambda: self._desk.resume_today(on),
            back if is_undoable else None,
        )

    def _pause_span(
        self, what: str, from_: date, to: date | None, reason: PauseReason | None, *, is_undoable: bool
    ) -> None:
        pause = Pause(_NOT_SAVED_YET, what, from_, to, reason)
        saved: list[PauseId] = []

        async def save() -> None:
            saved[:] = [await self._desk.pause(what, from_, to, reason)]

        def saved_id() -> PauseId:
            return saved[0] if saved else _NOT_SAVED_YET

        back = _way_back(Changed.paused, lambda: self._resume(saved_id, pause, from_, is_undoable=False))
        self._wish(
            f"pause:{what}",
            lambda planner: hopes.with_pause(planner, pause),
            save,
            back if is_undoable else None,
        )

    def _resume(self, pause_id: Callable[[], PauseId], pause: Pause, on: date, *, is_undoable: bool) -> None:
        """The id is asked for late: what is taken back may still be on its way to the disk."""

        def pause_again() -> None:
            self._pause_span(pause.what, on, pause.to, pause.reason, is_undoable=False)

        async def save() -> None:
            saved_id = pause_id()
            if saved_id != _NOT_SAVED_YET:
                await self._desk.resume(saved_id, on)

        back = _way_back(Changed.taken_up, pause_again)
        self._wish(
            f"pause:{pause.what}",
            lambda planner: hopes.with_pause_ended(planner, pause.what, on),
            save,
            back if is_undoable else None,
        )


def _way_back(changed: Changed, go_back: Callable[[], None]) -> WayBack:
    return WayBack(Undoable(changed), go_back)
