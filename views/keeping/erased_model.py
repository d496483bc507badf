"""A planner that is here too was erased: whose word it was, a copy for the pupil, and gone."""

from dataclasses import dataclass

from services.planner.errors import FirstbellError
from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.erasing import Erasing
from views.action import Actions
from views.live_model import LiveModel
from views.strings.problem_sentence import problem_key


@dataclass(frozen=True, slots=True)
class Offering:
    """It is still here. Shape: `problem` as in `key_sentence`, of a try that did not work."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Working:
    """It is being deleted here."""


@dataclass(frozen=True, slots=True)
class Gone:
    """Neither the planner nor its keys are here."""


ErasedState = Offering | Working | Gone


class ErasedModel(LiveModel[ErasedState]):
    """A pupil is offered a copy first; from an adult's device it goes at once. `begin` as it comes up."""

    def __init__(self, erasing: Erasing, planner: PlannerId, mine: Role, *, actions: Actions) -> None:
        super().__init__(Offering())
        self._erasing = erasing
        self._planner = planner
        self._mine = mine
        self._actions = actions

    def begin(self) -> None:
        """It comes up."""
        if self._mine is not Role.PUPIL and self.state == Offering():
            self.let_go()

    def let_go(self) -> None:
        """It can go now."""
        if isinstance(self.state, Offering):
            self.become(Working())
            self._actions.start("keeping.erased", self._take_away, self._tell)

    async def _take_away(self) -> None:
        await self._erasing.take_away(self._planner)
        self.become(Gone())

    def _tell(self, error: FirstbellError) -> None:
        self.become(Offering(problem_key(error)))
