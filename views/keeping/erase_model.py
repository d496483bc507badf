"""Erasing one planner everywhere: read, understood, the lock opened once more, and gone."""

from collections.abc import Callable
from dataclasses import replace

from services.desk.glance import name_in
from services.planner.errors import FirstbellError
from services.planner.ids import PlannerId
from services.sync.epoch_keys import CircleKind
from services.sync.erasing import Erasing
from services.vault.vault import Vault
from views.action import Actions, Work
from views.keeping.erase_state import AskingAgain, Erased, EraseState, Looking, Others, Reading, Working
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.strings.problem_sentence import problem_key


class EraseModel(LiveModel[EraseState]):
    """`begin` is called each time somebody comes."""

    def __init__(
        self,
        vault: Vault,
        erasing: Erasing,
        planner: PlannerId,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self._erasing = erasing
        self._planner = planner
        self._actions = actions
        self._reading = Reading(())
        self.name = name_in(vault, planner)
        self.ask = AskAgainModel(vault, self._asked, actions=actions, now_ms=now_ms, zone=zone)

    def begin(self) -> None:
        """From the beginning, unless it is under way or over."""
        if not isinstance(self.state, Working | Erased):
            self.become(Looking())
            self._start(self._look)

    def understand(self, is_understood: bool) -> None:
        """The person has read that nothing can be brought back."""
        if isinstance(self.state, Reading):
            self.become(replace(self.state, is_understood=is_understood))

    def erase(self) -> None:
        """Erase it, if that was understood."""
        if isinstance(self.state, Reading) and self.state.is_understood:
            self._reading = replace(self.state, problem=None)
            self.become(AskingAgain())
            self.ask.begin()

    def back(self) -> None:
        """From the question for the lock to what would go."""
        if isinstance(self.state, AskingAgain):
            self.become(self._reading)

    def _asked(self) -> None:
        """The lock was opened once more."""
        if isinstance(self.state, AskingAgain):
            self.become(Working())
            self._start(self._erase)

    async def _look(self) -> None:
        goes = await self._erasing.goes(self._planner)
        if isinstance(self.state, Looking):
            self.become(Reading(goes) if goes else Others())

    async def _erase(self) -> None:
        await self._erasing.erase(self._planner)
        self.become(Erased(self.name, self._reading.is_part))

    def _start(self, work: Work) -> None:
        self._actions.start("keeping.erase", work, self._tell)

    def _tell(self, error: FirstbellError) -> None:
        match self.state:
            case Working():
                self.become(replace(self._reading, problem=problem_key(error)))
            case Looking():
                self.become(Reading((CircleKind.SHARED,), problem=problem_key(error)))
            case _:
                pass
