"""Somebody asks by one letter: the lock once more, three pictures, a yes or a no."""

from collections.abc import Callable
from typing import Final

from services.planner.errors import FirstbellError
from services.sync.pairing_port import Asks, Ended, Guest, WritingLetters
from services.vault.vault import Vault
from views.action import Actions
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.pairing.letter_state import (
    Added,
    Adding,
    AskingAgain,
    Comparing,
    LetterState,
    Looking,
    Nobody,
    Over,
)
from views.strings.problem_sentence import problem_key

_KEY: Final = "pairing.letter"


class LetterModel(LiveModel[LetterState]):
    """`begin` is called each time somebody comes. `letter` as `Letter.id`."""

    def __init__(
        self,
        vault: Vault,
        letters: WritingLetters,
        letter: str,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(AskingAgain())
        self._letters = letters
        self._letter = letter
        self._actions = actions
        self.ask = AskAgainModel(vault, self.look, actions=actions, now_ms=now_ms, zone=zone)

    def begin(self) -> None:
        """From the beginning."""
        self.become(AskingAgain())
        self.ask.begin()

    def look(self) -> None:
        """Who asks, now."""

        async def look() -> None:
            guest = self._guest()
            match await self._letters.look_at(self._letter):
                case Ended(why=why):
                    self.become(Over(why))
                case Asks() as asks:
                    self.become(Comparing(guest, asks))
                case _:
                    self.become(Nobody())

        self.become(Looking())
        self._actions.start(_KEY, look, lambda error: self.become(Nobody(problem_key(error))))

    def approve(self) -> None:
        """The pictures are the same, and this device shall be in."""
        if not isinstance(self.state, Comparing):
            return
        before = self.state

        async def approve() -> None:
            why = await self._letters.approve(self._letter)
            self.become(Added() if why is None else Over(why))

        def still_asked(error: FirstbellError) -> None:
            self.become(Comparing(before.guest, before.asks, problem_key(error)))

        self.become(Adding())
        self._actions.start(_KEY, approve, still_asked)

    def take_back(self, on_gone: Callable[[], object]) -> None:
        """Nobody comes in by this letter any more: they differ, or it is not wanted."""

        async def take_back() -> None:
            await self._letters.take_back(self._letter)
            on_gone()

        self._actions.start(_KEY, take_back, lambda error: self.become(Nobody(problem_key(error))))

    def _guest(self) -> Guest:
        guests = (one.guest for one in self._letters.letters() if one.id == self._letter)
        return next(guests, Guest.PARENT)
