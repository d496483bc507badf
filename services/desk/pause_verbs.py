"""Pauses over days: of everything, of a routine, of a step."""

from datetime import date, timedelta

from services.desk.changes import made, taken_away, told
from services.desk.desk import Desk
from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.ids import PauseId, new_id
from services.planner.pause import EVERYTHING, Pause
from services.planner.words import PauseReason


class PauseVerbs(Desk):
    """Verbs about pauses."""

    async def pause(
        self, what: str, from_: date, to: date | None = None, reason: PauseReason | None = None
    ) -> PauseId:
        """Pauses "all", a routine or a step, up to and with `to`, or until somebody resumes it.

        Errors: InputRejected("what"), InputRejected("to").
        """
        if what != EVERYTHING and not self._is_known(what):
            raise InputRejected("what", "no such routine or step")
        if to is not None and to < from_:
            raise InputRejected("to", "before it begins")
        pause = PauseId(new_id(self._random))
        await self._write(
            made(
                pause,
                "pause",
                {
                    "what": what,
                    "from": from_.isoformat(),
                    "to": None if to is None else to.isoformat(),
                    "reason": None if reason is None else reason.value,
                },
            )
        )
        return pause

    async def resume(self, pause_id: PauseId, on: date) -> None:
        """Takes up again from this day what a pause holds, and what other pauses of the same thing hold.

        Days before stay paused. Errors: InputRejected("pause").
        """
        named = next((pause for pause in self.planner.pauses if pause.id == pause_id), None)
        if named is None:
            raise InputRejected("pause", "no such pause")
        same = (pause for pause in self.planner.pauses if pause.what == named.what and pause.covers(on))
        changes = [change for pause in {*same, named} for change in _ended(pause, on)]
        if changes:
            await self._write(changes)

    def _is_known(self, what: str) -> bool:
        return any(
            what == one.id or any(what == step.id for step in one.steps) for one in self.planner.routines
        )


def _ended(pause: Pause, on: date) -> list[Change]:
    if pause.from_ >= on:
        return taken_away(pause.id, "pause")
    if pause.to is not None and pause.to < on:
        return []
    return told(pause.id, "pause", {"to": (on - timedelta(days=1)).isoformat()})
