"""Deleting everything on this device: said once, meant once, and then gone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto

from services.planner.errors import FirstbellError
from views.action import Actions
from views.live_model import LiveModel


@dataclass(frozen=True, slots=True)
class Asking:
    """Nothing has happened yet. `problem` is the error of an attempt that did not work."""

    is_understood: bool = False
    problem: FirstbellError | None = None


class Gone(Enum):
    """On the way, and at the end of it."""

    WORKING = auto()
    DONE = auto()


DeleteState = Asking | Gone


class DeleteModel(LiveModel[DeleteState]):
    """`erase` leaves nothing behind; `on_erased` goes back to the beginning."""

    def __init__(
        self, erase: Callable[[], Awaitable[None]], actions: Actions, on_erased: Callable[[], None]
    ) -> None:
        super().__init__(Asking())
        self._erase, self._actions, self._on_erased = erase, actions, on_erased

    def understand(self, is_understood: bool) -> None:
        """The person has read that nothing can be brought back."""
        self.become(Asking(is_understood))

    def delete(self) -> None:
        """Delete everything, if it was understood."""
        match self.state:
            case Asking(is_understood=True):
                self.become(Gone.WORKING)
                self._actions.start("delete-everything", self._work, self._take_back)
            case _:
                return

    def begin_again(self) -> None:
        """From "everything is deleted" to the first screen."""
        self.become(Asking())
        self._on_erased()

    async def _work(self) -> None:
        await self._erase()
        self.become(Gone.DONE)

    def _take_back(self, error: FirstbellError) -> None:
        self.become(Asking(True, error))
