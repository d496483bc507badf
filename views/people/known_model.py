"""What the service between the devices keeps about this one: asked each time somebody comes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from services.planner.errors import FirstbellError
from services.sync.known import Known
from views.action import Actions
from views.live_model import LiveModel
from views.strings.problem_sentence import problem_key


@dataclass(frozen=True, slots=True)
class Asking:
    """It is being asked."""


@dataclass(frozen=True, slots=True)
class Told:
    """Its answer, one for each service."""

    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Untold:
    """It did not say. Shape: `problem` is a `problem_key`."""

    problem: str


KnownState = Asking | Told | Untold


class KnownModel(LiveModel[KnownState]):
    """`ask` asks every service that this device shares over."""

    def __init__(self, ask: Callable[[], Awaitable[tuple[Known, ...]]], actions: Actions) -> None:
        super().__init__(Asking())
        self._ask = ask
        self._actions = actions

    def begin(self) -> None:
        """Asks, again."""
        self.become(Asking())
        self._actions.start("people.known", self._asked, self._tell)

    async def _asked(self) -> None:
        self.become(Told(await self._ask()))

    def _tell(self, error: FirstbellError) -> None:
        self.become(Untold(problem_key(error)))
