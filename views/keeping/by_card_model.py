"""Coming back by the card: its letters, who one is here, and everything; then a fresh card.

Privacy: what is typed stays in the model until it was used; it never stands in the state.
"""

from typing import Protocol

from services.planner.errors import FirstbellError, InputRejected
from services.sync.keeping_card import MadeCard
from views.action import Actions, Work
from views.keeping.by_card_state import (
    Arriving,
    ByCardState,
    Coming,
    Done,
    Found,
    LookingUp,
    ShowingCard,
    Typing,
)
from views.live_model import LiveModel
from views.strings.problem_sentence import problem_key


class Returning(Protocol):
    """What this model asks of the app. `app/arriving_by_card.py` is the real one."""

    def needs_address(self) -> bool: ...

    async def look_up(self, typed: str, address: str = "") -> None: ...

    async def come(self) -> MadeCard | None: ...

    def forget(self) -> None: ...


class ByCardModel(LiveModel[ByCardState]):
    """`begin` each time somebody comes, `leave` when they go."""

    def __init__(self, returning: Returning, *, actions: Actions) -> None:
        super().__init__(Typing(0, returning.needs_address()))
        self._returning = returning
        self._actions = actions
        self._fresh = 0
        self._has_arrived = False
        self.letters = ""
        self.address = ""

    def begin(self) -> None:
        """From the beginning, unless it is under way."""
        if not isinstance(self.state, Coming | ShowingCard):
            self._type()

    def write_letters(self, text: str) -> None:
        """What stands in the field of the letters."""
        self.letters = text

    def write_address(self, text: str) -> None:
        """What stands in the field of the address."""
        self.address = text

    def look_up(self) -> None:
        """Whether the typed letters open a planner."""
        if not isinstance(self.state, Typing):
            return
        letters, address = self.letters, self.address

        async def look_up() -> None:
            await self._returning.look_up(letters, address)
            if isinstance(self.state, LookingUp):  # nobody has gone elsewhere
                self.become(Found())

        self.become(LookingUp())
        self._start(look_up)

    def bring(self) -> None:
        """It is wanted here; who has not said who they are does so first."""
        if isinstance(self.state, Found):
            if self._has_arrived:
                self._come()
            else:
                self.become(Arriving())

    def arrived(self) -> None:
        """They have said who they are."""
        if isinstance(self.state, Arriving):
            self._has_arrived = True
            self._come()

    def not_yet(self) -> None:
        """Back to what the card brings."""
        if isinstance(self.state, Arriving):
            self.become(Found())

    def give_up(self) -> None:
        """It is not wanted."""
        if isinstance(self.state, Found):
            self._type()

    def card_is_written(self) -> None:
        """The fresh card is on paper."""
        if isinstance(self.state, ShowingCard):
            self.become(Done())

    def leave(self) -> None:
        """Somebody goes elsewhere; what is under way ends by itself."""
        if not isinstance(self.state, Coming | ShowingCard):
            self._type()

    def _come(self) -> None:
        async def come() -> None:
            card = await self._returning.come()
            self.letters = ""
            self._returning.forget()
            self.become(Done() if card is None else ShowingCard(card))

        self.become(Coming())
        self._start(come)

    def _type(self) -> None:
        self.letters = ""
        self._returning.forget()
        self._retype(None)

    def _retype(self, problem: str | None) -> None:
        self._fresh += 1
        self.become(Typing(self._fresh, self._returning.needs_address(), problem))

    def _start(self, work: Work) -> None:
        self._actions.start("keeping.by-card", work, self._tell)

    def _tell(self, error: FirstbellError) -> None:
        if isinstance(self.state, Coming) and not isinstance(error, InputRejected):
            self.become(Found(problem_key(error)))
        elif isinstance(self.state, LookingUp | Coming):
            self._retype(problem_key(error))
