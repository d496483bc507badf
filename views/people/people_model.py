"""Who is in a planner, followed as long as somebody looks; and whether members may add devices themselves."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from services.planner.errors import FirstbellError
from services.sync.circle_kept import Standing
from services.sync.concerns import needs_adult
from services.sync.people import Company
from views.action import Actions
from views.live_model import LiveModel
from views.people.company_port import PlannerPeople
from views.people.people_state import Alone, Apart, Here, Looking, Outside, PeopleState, Unread
from views.strings.problem_sentence import problem_key
from views.timer import Timer

LOOK_AGAIN_MS: Final = 5_000


class PeopleModel(LiveModel[PeopleState]):
    """`begin` each time somebody comes, `leave` when they go."""

    def __init__(self, people: PlannerPeople, actions: Actions, timer: Timer) -> None:
        super().__init__(Looking())
        self._people = people
        self._actions = actions
        self._timer = timer
        self._stop_looking: Callable[[], None] = lambda: None
        self._wished_self_add: bool | None = None
        self._problem: str | None = None
        self._is_looked_at = False

    def begin(self) -> None:
        """From the beginning."""
        self._wished_self_add = self._problem = None
        self._is_looked_at = True
        self._look()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        self._is_looked_at = False
        self._stop_looking()

    def allow_self_add(self, is_allowed: bool) -> None:
        """Whether members may add devices of their own; shown at once."""
        self._wished_self_add, self._problem = is_allowed, None
        if isinstance(self.state, Here):
            self.become(replace(self.state, may_self_add=is_allowed, problem=None))

        async def allow() -> None:
            await self._people.allow_self_add(is_allowed=is_allowed)
            self._wished_self_add = None

        def take_back(error: FirstbellError) -> None:
            self._wished_self_add, self._problem = None, problem_key(error)
            self._look()

        self._actions.start("people.self-add", allow, take_back)

    def _look(self) -> None:
        self._stop_looking()
        self._actions.start("people.look", self._look_once, self._not_seen)

    async def _look_once(self) -> None:
        company = await self._people.look()
        self.become(self._state_of(company))
        self._look_later()

    def _not_seen(self, _: FirstbellError) -> None:
        if isinstance(self.state, Looking):
            self.become(Unread())
        self._look_later()

    def _look_later(self) -> None:
        self._stop_looking()
        if self._is_looked_at:
            self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look)

    def _state_of(self, company: Company) -> PeopleState:
        if company.standing is None:
            return Outside() if company.is_outside else Alone()
        if company.standing is not Standing.LIVE:
            return Apart(company.standing, company.may_begin_anew)
        if not company.people:
            return Unread()
        seen, wished = self._people.seen(), self._wished_self_add
        return Here(
            company.people,
            company.is_steward,
            company.may_self_add if wished is None else wished,
            needs_look=seen is not None and needs_adult(seen),
            problem=self._problem,
        )
