"""The rooms of pairing: letting somebody into a planner, and coming into one."""

from collections.abc import Callable
from typing import Protocol

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from services.sync.pairing_port import Inviting, Joining, WritingLetters
from services.vault.vault import Vault
from views.action import Actions
from views.pairing import join_state
from views.pairing.invite_model import InviteModel
from views.pairing.join_model import JoinModel
from views.pairing.letter_model import LetterModel
from views.pairing.letters_model import LettersModel
from views.setup.setup_model import SetupModel, SetupPage
from views.timer import Timer


class Arriving(Joining, Protocol):
    """`Joining`, and the questions to somebody who is new here. `app/arriving.py` is the real one."""

    @property
    def has_lock(self) -> bool: ...

    def is_nobody(self, role: Role) -> bool: ...

    async def make_room(self, me: AdultAnswers, lock: NewLock | None) -> str | None: ...


class PairingKeeper(Protocol):
    """What these rooms ask of the household."""

    @property
    def vault(self) -> Vault: ...

    def inviting(self, planner: PlannerId, notes: NotebookKind | None = None) -> Inviting: ...

    def letters(self, planner: PlannerId) -> WritingLetters: ...

    def arriving(self) -> Arriving: ...


class PairingRooms:
    """One of each while a phase lasts."""

    def __init__(
        self,
        keeper: PairingKeeper,
        *,
        actions: Actions,
        timer: Timer,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
        may_be_open: Callable[[Role], bool],
    ) -> None:
        self._keeper = keeper
        self._actions = actions
        self._timer = timer
        self._now_ms = now_ms
        self._zone = zone
        self._is_web = is_web
        self._may_be_open = may_be_open
        self._arriving = keeper.arriving()
        self._invite_by_planner: dict[tuple[PlannerId, NotebookKind | None], InviteModel] = {}
        self._letters_by_planner: dict[PlannerId, LettersModel] = {}
        self._letter_by_id: dict[str, LetterModel] = {}
        self._setup: SetupModel | None = None
        self.join = JoinModel(
            self._arriving, actions=actions, timer=timer, is_nobody=self._arriving.is_nobody
        )
        self.join.subscribe(self._forget_answers)

    def invite(self, planner: PlannerId, notes: NotebookKind | None = None) -> InviteModel:
        """Letting somebody into this planner, or into the notes beside it alone, which no letter does."""
        named = (planner, notes)
        if named not in self._invite_by_planner:
            self._invite_by_planner[named] = InviteModel(
                self._keeper.vault,
                self._keeper.inviting(planner, notes),
                None if notes else self._keeper.letters(planner),
                actions=self._actions,
                timer=self._timer,
                now_ms=self._now_ms,
                zone=self._zone,
            )
        return self._invite_by_planner[named]

    def letters(self, planner: PlannerId) -> LettersModel:
        """The letters that were written for this planner."""
        if planner not in self._letters_by_planner:
            self._letters_by_planner[planner] = LettersModel(
                self._keeper.letters(planner), actions=self._actions, timer=self._timer, zone=self._zone
            )
        return self._letters_by_planner[planner]

    def letter(self, planner: PlannerId, letter: str) -> LetterModel:
        """Who asks by one of them."""
        if letter not in self._letter_by_id:
            self._letter_by_id[letter] = LetterModel(
                self._keeper.vault,
                self._keeper.letters(planner),
                letter,
                actions=self._actions,
                now_ms=self._now_ms,
                zone=self._zone,
            )
        return self._letter_by_id[letter]

    def arrive(self, role: Role) -> SetupModel:
        """Name, picture, and a lock where there is none, of somebody who is about to ask."""
        if self._setup is None:
            self._setup = self._new_setup(role)
        return self._setup

    def _new_setup(self, role: Role) -> SetupModel:
        async def make(pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None) -> str | None:
            me = adult or AdultAnswers(role, pupil.name, pupil.picture)
            return await self._arriving.make_room(me, lock)

        who = SetupPage.WHO if role is Role.PUPIL else SetupPage.ME
        return SetupModel(
            make,
            self._actions,
            zone=self._zone,
            is_web=self._is_web,
            on_done=self.join.arrived,
            on_leave=self.join.not_yet,
            by=role,
            asked=(who,) if self._arriving.has_lock else (who, SetupPage.LOCK),
            may_be_open=self._may_be_open(role),
        )

    def _forget_answers(self) -> None:
        if not isinstance(self.join.state, join_state.Arriving):
            self._setup = None
