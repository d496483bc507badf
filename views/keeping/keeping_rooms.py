"""The rooms of keeping a shared planner: card, erasing everywhere, handing over, coming back by a card."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.erasing import Erasing
from services.sync.handing_over import HandingOver
from services.sync.keeping_card import KeepingCard
from services.vault.vault import Vault
from views.action import Actions
from views.copies.take_all_model import TakeAllModel
from views.keeping import by_card_state
from views.keeping.by_card_model import ByCardModel, Returning
from views.keeping.card_model import CardModel
from views.keeping.erase_model import EraseModel
from views.keeping.erased_model import ErasedModel
from views.keeping.hand_over_model import HandOverModel
from views.setup.setup_model import SetupModel, SetupPage

if TYPE_CHECKING:
    from services.paper.export_words import ExportWords


class ByCard(Returning, Protocol):
    """`Returning`, and the questions to who is new here. `app/arriving_by_card.py` is the real one."""

    @property
    def has_lock(self) -> bool: ...

    async def make_room(self, me: AdultAnswers, lock: NewLock | None) -> str | None: ...


class KeepingKeeper(Protocol):
    """What these rooms ask of the household."""

    @property
    def vault(self) -> Vault: ...

    def keeping_card(self) -> KeepingCard: ...

    def erasing(self) -> Erasing: ...

    def handing_over(self) -> HandingOver: ...

    def arriving_by_card(self) -> ByCard: ...


class KeepingRooms:
    """One of each while a phase lasts. `words` are those of an export in the language of now."""

    def __init__(
        self,
        keeper: KeepingKeeper,
        words: "Callable[[], ExportWords]",
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
    ) -> None:
        self._keeper = keeper
        self._words = words
        self._actions = actions
        self._now_ms = now_ms
        self._zone = zone
        self._is_web = is_web
        self._cards: dict[PlannerId, CardModel] = {}
        self._erases: dict[PlannerId, EraseModel] = {}
        self._erased: dict[PlannerId, ErasedModel] = {}
        self._takes: dict[PlannerId, TakeAllModel] = {}
        self._setup: SetupModel | None = None
        self._returning = keeper.arriving_by_card()
        self.by_card = ByCardModel(self._returning, actions=actions)
        self.by_card.subscribe(self._forget_answers)
        self.hand_over = HandOverModel(
            keeper.vault, keeper.handing_over(), actions=actions, now_ms=now_ms, zone=zone
        )

    def card(self, planner: PlannerId) -> CardModel:
        """The card of a planner."""
        if planner not in self._cards:
            cards = self._keeper.keeping_card()
            self._cards[planner] = CardModel(
                self._keeper.vault,
                cards,
                planner,
                actions=self._actions,
                now_ms=self._now_ms,
                zone=self._zone,
            )
        return self._cards[planner]

    def erase(self, planner: PlannerId) -> EraseModel:
        """Erasing a planner everywhere."""
        if planner not in self._erases:
            erasing = self._keeper.erasing()
            self._erases[planner] = EraseModel(
                self._keeper.vault,
                erasing,
                planner,
                actions=self._actions,
                now_ms=self._now_ms,
                zone=self._zone,
            )
        return self._erases[planner]

    def erased(self, planner: PlannerId, mine: Role) -> ErasedModel:
        """A planner that somebody had erased."""
        if planner not in self._erased:
            self._erased[planner] = ErasedModel(self._keeper.erasing(), planner, mine, actions=self._actions)
        return self._erased[planner]

    def take(self, planner: PlannerId) -> TakeAllModel:
        """One planner as files to read, before it goes."""
        if planner not in self._takes:
            self._takes[planner] = TakeAllModel(
                self._keeper.vault,
                self._words,
                actions=self._actions,
                now_ms=self._now_ms,
                zone=self._zone,
                only=planner,
            )
        return self._takes[planner]

    def arrive(self) -> SetupModel:
        """Name, picture, and a lock where there is none, of a pupil who comes back."""
        if self._setup is None:
            self._setup = self._new_setup()
        return self._setup

    def _new_setup(self) -> SetupModel:
        async def make(pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None) -> str | None:
            me = adult or AdultAnswers(Role.PUPIL, pupil.name, pupil.picture)
            return await self._returning.make_room(me, lock)

        who = SetupPage.WHO
        return SetupModel(
            make,
            self._actions,
            zone=self._zone,
            is_web=self._is_web,
            on_done=self.by_card.arrived,
            on_leave=self.by_card.not_yet,
            asked=(who,) if self._returning.has_lock else (who, SetupPage.LOCK),
        )

    def _forget_answers(self) -> None:
        if not isinstance(self.by_card.state, by_card_state.Arriving):
            self._setup = None
