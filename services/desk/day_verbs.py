"""What happens to one day: sizes, and a pause of the whole day; ticks are everybody's who may."""

from datetime import date

from services.desk.tick_verbs import TickVerbs
from services.planner.day import PAUSED_NO_REASON, SIZE
from services.planner.errors import InputRejected
from services.planner.ids import RoutineId
from services.planner.words import PauseReason, Size


class DayVerbs(TickVerbs):
    """Verbs of a pupil about a day."""

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
