"""Ticks: what became of a step on a day, said by the one who sits here."""

from datetime import date

from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.day import TICK
from services.planner.errors import InputRejected
from services.planner.ids import StepId, day_record
from services.planner.words import Outcome


class TickVerbs(Desk):
    """Verbs about ticks. An adult's are NotPermitted until pupil or mentor have switched them on."""

    async def set_outcome(self, on: date, step: StepId, outcome: Outcome) -> None:
        """Says what became of a step; `Outcome.NONE` takes it back. Errors: InputRejected("step")."""
        if not any(step == known.id for routine in self.planner.routines for known in routine.steps):
            raise InputRejected("step", "no such step")
        tick: Value = None if outcome is Outcome.NONE else [outcome.value, self._me()]
        await self._tell_day(on, TICK + step, tick)

    async def _tell_day(self, on: date, field: str, value: Value) -> None:
        await self._write(self._said(day_record(on), "day", {field: value}))
