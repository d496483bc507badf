"""What happens to one day: ticks, sizes, and a pause of the whole day."""

from datetime import date

from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.day import PAUSED_NO_REASON, SIZE, TICK
from services.planner.errors import InputRejected
from services.planner.ids import RoutineId, StepId, day_record
from services.planner.words import Outcome, PauseReason, Size


class DayVerbs(Desk):
    """Verbs about a day."""

    async def set_outcome(self, on: date, step: StepId, outcome: Outcome) -> None:
        """Says what became of a step; `Outcome.NONE` takes it back. Errors: InputRejected("step")."""
        if not any(step == known.id for routine in self.planner.routines for known in routine.steps):
            raise InputRejected("step", "no such step")
        tick: Value = None if outcome is Outcome.NONE else [outcome.value, self._me()]
        await self._tell_day(on, TICK + step, tick)

    async def set_size(self, on: date, routine: RoutineId, size: Size) -> None:
        """Says how much of a routine is enough on this day. What is done stays done."""
        if self.planner.routine(routine) is None:
            raise InputRejected("routine", "no such routine")
        await self._tell_day(on, SIZE + routine, size.value)

    async def pause_today(self, on: date, reason: PauseReason | None = None) -> None:
        """Pauses a day, also half-way through it."""
        await self._tell_day(on, "pause", PAUSED_NO_REASON if reason is None else reason.value)

    async def resume_today(self, on: date) -> None:
        """Takes up a day that was paused by itself; a range of days goes on until `resume`."""
        await self._tell_day(on, "pause", None)

    async def _tell_day(self, on: date, field: str, value: Value) -> None:
        await self._write(self._said(day_record(on), "day", {field: value}))
