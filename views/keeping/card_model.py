"""The card of one planner: made and renewed behind the lock, shown once, and dropped.

Privacy: a card stands in the state while it is shown, and is forgotten when somebody goes elsewhere.
"""

from collections.abc import Callable

from services.planner.errors import FirstbellError
from services.planner.ids import PlannerId
from services.sync.keeping_card import CardStanding, KeepingCard
from services.vault.vault import Vault
from views.action import Actions, Work
from views.keeping.card_state import AskingAgain, CardState, Looking, ShowingCard, Shown, Working
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.strings.problem_sentence import problem_key


class CardModel(LiveModel[CardState]):
    """`begin` is called each time somebody comes, `leave` when they go."""

    def __init__(
        self,
        vault: Vault,
        cards: KeepingCard,
        planner: PlannerId,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self._cards = cards
        self._planner = planner
        self._actions = actions
        self._is_dropping = False
        self.ask = AskAgainModel(vault, self._asked, actions=actions, now_ms=now_ms, zone=zone)

    def begin(self) -> None:
        """Finds out how it is."""
        self.become(Looking())
        self._start(self._look)

    def make(self) -> None:
        """A card, or a new one in place of the old."""
        if isinstance(self.state, Shown) and self.state.standing in (CardStanding.NONE, CardStanding.MADE):
            self._is_dropping = False
            self._ask()

    def ask_to_drop(self) -> None:
        """To the question whether there shall be no card any more."""
        if isinstance(self.state, Shown) and self.state.standing is CardStanding.MADE:
            self.become(Shown(CardStanding.MADE, is_dropping=True))

    def keep_it(self) -> None:
        """It stays."""
        if isinstance(self.state, Shown):
            self.become(Shown(self.state.standing))

    def drop(self) -> None:
        """There shall be none."""
        if isinstance(self.state, Shown) and self.state.is_dropping:
            self._is_dropping = True
            self._ask()

    def back(self) -> None:
        """From the question for the lock, and from the card, to how it is."""
        if isinstance(self.state, AskingAgain | ShowingCard):
            self.begin()

    def leave(self) -> None:
        """Somebody goes elsewhere."""
        self.become(Looking())

    def _ask(self) -> None:
        self.become(AskingAgain())
        self.ask.begin()

    def _asked(self) -> None:
        """The lock was opened once more."""
        if isinstance(self.state, AskingAgain):
            self.become(Working())
            self._start(self._drop if self._is_dropping else self._renew)

    async def _look(self) -> None:
        standing = await self._cards.standing(self._planner)
        if isinstance(self.state, Looking):
            self.become(Shown(standing))

    async def _renew(self) -> None:
        card = await self._cards.renew(self._planner)
        if isinstance(self.state, Working):
            self.become(ShowingCard(card))

    async def _drop(self) -> None:
        await self._cards.drop(self._planner)
        if isinstance(self.state, Working):
            self.become(Shown(CardStanding.NONE, was_dropped=True))

    def _start(self, work: Work) -> None:
        self._actions.start("keeping.card", work, self._tell)

    def _tell(self, error: FirstbellError) -> None:
        async def look() -> None:
            standing = await self._cards.standing(self._planner)
            if isinstance(self.state, Looking | Working):
                self.become(Shown(standing, problem=problem_key(error)))

        self._actions.start("keeping.card", look, lambda worse: self._give_up(problem_key(worse)))

    def _give_up(self, problem: str) -> None:
        self.become(Shown(CardStanding.OTHERS, problem=problem))
