"""Handing pupils over: which, to which colleague, whether the mentor leaves, and the lock once more."""

from collections.abc import Callable
from dataclasses import replace

from services.desk.glance import name_in
from services.planner.errors import FirstbellError
from services.planner.ids import PersonId, PlannerId
from services.sync.handing_over import HandingOver
from services.vault.vault import Vault
from views.action import Actions, Work
from views.keeping.hand_over_state import (
    AskingAgain,
    Choosing,
    Done,
    HandOverState,
    Led,
    Looking,
    Working,
)
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.strings.problem_sentence import problem_key


class HandOverModel(LiveModel[HandOverState]):
    """`begin` is called each time somebody comes."""

    def __init__(
        self,
        vault: Vault,
        handing: HandingOver,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self._vault = vault
        self._handing = handing
        self._actions = actions
        self._choosing = Choosing(())
        self.ask = AskAgainModel(vault, self._asked, actions=actions, now_ms=now_ms, zone=zone)

    def begin(self) -> None:
        """From the beginning, unless it is under way or over."""
        if not isinstance(self.state, Working | Done):
            self.become(Looking())
            self._start(self._look)

    def choose(self, planner: PlannerId) -> None:
        """This pupil too, or not."""
        if isinstance(self.state, Choosing):
            self._settle(replace(self.state, chosen=self.state.chosen ^ {planner}, problem=None))

    def choose_colleague(self, to: PersonId) -> None:
        """To whom."""
        if isinstance(self.state, Choosing):
            self.become(replace(self.state, to=to, problem=None))

    def set_leaves(self, leaves: bool) -> None:
        """Whether the mentor goes then."""
        if isinstance(self.state, Choosing):
            self.become(replace(self.state, leaves=leaves))

    def hand_over(self) -> None:
        """It is settled to whom."""
        if isinstance(self.state, Choosing) and self.state.colleague:
            self._choosing = self.state
            self.become(AskingAgain())
            self.ask.begin()

    def back(self) -> None:
        """From the question for the lock to the choice."""
        if isinstance(self.state, AskingAgain):
            self.become(self._choosing)

    def _settle(self, choosing: Choosing) -> None:
        """The only colleague there is needs no choosing; one who is not in with all is none."""
        people = [one.person for one in choosing.colleagues]
        to = choosing.to if choosing.to in people else None
        self.become(replace(choosing, to=people[0] if len(people) == 1 else to))

    def _asked(self) -> None:
        """The lock was opened once more."""
        if isinstance(self.state, AskingAgain):
            self.become(Working())
            self._start(self._hand_over)

    async def _look(self) -> None:
        found = await self._handing.colleagues()
        led = tuple(Led(one, name_in(self._vault, one), others) for one, others in found.items())
        if isinstance(self.state, Looking):
            chosen = frozenset(found) if len(found) == 1 else frozenset[PlannerId]()
            self._settle(Choosing(led, chosen))

    async def _hand_over(self) -> None:
        was = self._choosing
        assert was.colleague is not None
        await self._handing.hand_over(was.chosen, was.colleague.person, leaves=was.leaves)
        self.become(Done(was.colleague.name, was.leaves))

    def _start(self, work: Work) -> None:
        self._actions.start("keeping.hand-over", work, self._tell)

    def _tell(self, error: FirstbellError) -> None:
        match self.state:
            case Working():
                self.become(replace(self._choosing, problem=problem_key(error)))
            case Looking():
                self.become(Choosing((), problem=problem_key(error)))
            case _:
                pass
