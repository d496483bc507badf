"""How sharing goes, for adults: when the others were heard, what waits, and what to know; followed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from services.planner.errors import FirstbellError
from services.sync.concern import Concern
from services.sync.concerns import Seen, concerns_of
from views.action import Actions
from views.live_model import LiveModel
from views.people.company_port import PlannerPeople
from views.strings.problem_sentence import problem_key
from views.timer import Timer

LOOK_AGAIN_MS: Final = 3_000


@dataclass(frozen=True, slots=True)
class HealthState:
    """Shape: `seen` None while nobody shares the planner; `problem` is a `problem_key`.

    `may_put_away`: something was counted that an adult can have read.
    """

    seen: Seen | None
    concerns: tuple[Concern, ...] = ()
    may_put_away: bool = False
    problem: str | None = None


class HealthModel(LiveModel[HealthState]):
    """`begin` each time somebody comes, `leave` when they go."""

    def __init__(self, people: PlannerPeople, actions: Actions, timer: Timer, zone: str) -> None:
        super().__init__(HealthState(None))
        self.zone = zone
        self._people = people
        self._actions = actions
        self._timer = timer
        self._stop_looking: Callable[[], None] = lambda: None

    def begin(self) -> None:
        """From the beginning."""
        self._look()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        self._stop_looking()

    def put_away(self) -> None:
        """What was counted has been read; it is counted from nothing again."""

        async def put() -> None:
            await self._people.put_alarms_away()
            self._show()

        self._actions.start("people.alarms", put, self._not_put)

    def _look(self) -> None:
        self._show()
        self._stop_looking()
        self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look)

    def _show(self, problem: str | None = None) -> None:
        seen = self._people.seen()
        if seen is None:
            self.become(HealthState(None, problem=problem))
        else:
            health = seen.health
            counted = bool(health.alarms or health.dropped)
            self.become(HealthState(seen, concerns_of(seen), counted, problem))

    def _not_put(self, error: FirstbellError) -> None:
        self._show(problem_key(error))
