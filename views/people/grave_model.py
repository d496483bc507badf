"""Something grave: what it means is told, what opens the planner is asked for once more, and it is done."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from services.planner.errors import FirstbellError
from services.vault.vault import Vault
from views.action import Actions
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.strings.problem_sentence import problem_key


@dataclass(frozen=True, slots=True)
class Told:
    """What will happen stands there; nothing has. Shape: `problem` is a `problem_key`: it was not done."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`GraveModel.ask` asks."""


@dataclass(frozen=True, slots=True)
class Working:
    """It is being done."""


@dataclass(frozen=True, slots=True)
class Done:
    """It is done, for everybody."""


GraveState = Told | AskingAgain | Working | Done


class GraveModel(LiveModel[GraveState]):
    """`work` is done when it returns; after an error of it nothing is, and it may be asked for again."""

    def __init__(
        self,
        vault: Vault,
        work: Callable[[], Awaitable[None]],
        on_done: Callable[[], None] = lambda: None,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Told())
        self._work = work
        self._on_done = on_done
        self._actions = actions
        self.ask = AskAgainModel(vault, self._do, actions=actions, now_ms=now_ms, zone=zone)

    def enter(self) -> None:
        """Somebody comes in: from the beginning, but for what is under way."""
        if not isinstance(self.state, Working):
            self.become(Told())

    def agree(self) -> None:
        """It shall be done."""
        self.become(AskingAgain())
        self.ask.begin()

    def step_back(self) -> None:
        """From the lock's question to what it means."""
        if isinstance(self.state, AskingAgain):
            self.become(Told())

    def _do(self) -> None:
        if not isinstance(self.state, AskingAgain):
            return  # somebody has gone elsewhere while the lock was asked
        self.become(Working())
        self._actions.start("people.grave", self._done, self._not_done)

    async def _done(self) -> None:
        await self._work()
        self.become(Done())
        self._on_done()

    def _not_done(self, error: FirstbellError) -> None:
        self.become(Told(problem_key(error)))
