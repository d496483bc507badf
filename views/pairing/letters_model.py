"""The letters of a planner, followed as long as somebody looks."""

from collections.abc import Callable
from typing import Final

from services.planner.errors import FirstbellError
from services.sync.pairing_port import Letter, WritingLetters
from views.action import Actions
from views.live_model import LiveModel
from views.timer import Timer

LOOK_AGAIN_MS: Final = 60_000
_LOOK: Final = "letters.look"


class LettersModel(LiveModel[tuple[Letter, ...]]):
    """`begin` each time somebody comes, `leave` when they go. With no network it shows what was seen last."""

    def __init__(self, letters: WritingLetters, *, actions: Actions, timer: Timer, zone: str) -> None:
        super().__init__(letters.letters())
        self._letters = letters
        self._actions = actions
        self._timer = timer
        self._stop_looking: Callable[[], None] = lambda: None
        self._is_looked_at = False
        self.zone = zone

    def begin(self) -> None:
        """Shows what was seen last, and looks."""
        self._is_looked_at = True
        self.become(self._letters.letters())
        self._look()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        self._is_looked_at = False
        self._stop_looking()

    def take_back(self, letter: str) -> None:
        """Nobody comes in by it any more; or one that is over is put away."""

        async def take_back() -> None:
            await self._letters.take_back(letter)
            self.become(self._letters.letters())

        self._actions.start(f"letters.take-back.{letter}", take_back, self._show_last)

    def _look(self) -> None:
        self._stop_looking()
        self._actions.start(_LOOK, self._look_once, self._show_last)

    async def _look_once(self) -> None:
        self.become(await self._letters.look())
        self._look_later()

    def _show_last(self, _: FirstbellError) -> None:
        self.become(self._letters.letters())
        self._look_later()

    def _look_later(self) -> None:
        self._stop_looking()
        if self._is_looked_at:
            self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look)
