"""Makes the model of each room when somebody first goes in; forgets all when the house changes hands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from services.desk.answers import NewLock, PupilAnswers
from services.desk.pupil import PupilDesk
from services.planner.ids import RoutineId, TargetId
from views.about.delete_model import DeleteModel
from views.action import Actions
from views.copies.copies_rooms import CopiesKeeper, CopiesRooms
from views.lock.lock_settings_model import LockSettingsModel
from views.lock.unlock_model import UnlockModel
from views.mine.mine_model import MineModel
from views.pupil.help_model import HelpModel
from views.pupil.me_model import MeModel
from views.pupil.new_target_model import NewTargetModel
from views.pupil.routine_model import RoutineModel
from views.pupil.target_model import TargetModel
from views.pupil.targets_model import TargetsModel
from views.pupil.today_model import TodayModel
from views.root import phases
from views.root.root_model import RootModel
from views.setup.setup_model import SetupModel
from views.strings.catalogue import Language
from views.strings.languages import language_for, sentences_in
from views.timer import Timer

if TYPE_CHECKING:
    from services.paper.export_words import ExportWords

Made = TypeVar("Made")


class PageAround(Protocol):
    """What lies around the app; in a browser, the page. `app/devices/surround.py` has the real ones."""

    def describe(self, *, language: str, is_rtl: bool, title: str) -> None: ...

    def apply_update(self) -> None: ...


class Keeper(CopiesKeeper, Protocol):
    """What the rooms ask of the household. `app/household.py` is the real one."""

    async def begin(self, answers: PupilAnswers, lock: NewLock) -> str | None: ...

    async def erase(self) -> None: ...

    async def let_go(self) -> None: ...


@dataclass
class Rooms:
    """Models by room. `go` follows an address; the root gives it once a page is there."""

    keeper: Keeper
    root: RootModel
    actions: Actions
    timer: Timer
    now_ms: Callable[[], int]
    zone: str
    is_web: bool
    first_language: Language
    around: PageAround
    go: Callable[[str], None] = lambda route: None
    _made: dict[str, Any] = field(default_factory=dict)

    def _once(self, name: str, make: Callable[[], Made]) -> Made:
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    def forget(self) -> None:
        """The house changes hands: nothing of the last one stays."""
        self._made.clear()

    def _desk(self) -> PupilDesk:
        phase = self.root.state.phase
        assert isinstance(phase, phases.Home), "only at home there is a desk"
        return phase.desk

    # -- at home -----------------------------------------------------------------------------------
    def today(self) -> TodayModel:
        """Today."""
        return self._once("today", lambda: TodayModel(self._desk(), self.actions, self.timer))

    def routine(self, routine: str) -> RoutineModel:
        """Changing one routine."""
        name = f"routine {routine}"
        return self._once(
            name, lambda: RoutineModel(self._desk(), RoutineId(routine), self.actions, self.timer)
        )

    def targets(self) -> TargetsModel:
        """All targets."""
        return self._once("targets", lambda: TargetsModel(self._desk(), self.actions))

    def target(self, target: str) -> TargetModel:
        """One target."""
        name = f"target {target}"
        return self._once(name, lambda: TargetModel(self._desk(), TargetId(target), self.actions))

    def new_target(self) -> NewTargetModel:
        """A target that is being thought of."""
        return self._once("new target", lambda: NewTargetModel(self._desk(), self.actions))

    def help(self) -> HelpModel:
        """Whom to tell."""
        return self._once("help", lambda: HelpModel(self._desk(), self.actions))

    def me(self) -> MeModel:
        """The pupil's own things."""
        return self._once("me", lambda: MeModel(self._desk(), self.actions))

    # -- everywhere --------------------------------------------------------------------------------
    def mine(self) -> MineModel:
        """How the app looks."""
        return self._once(
            "mine",
            lambda: MineModel(self.root.state.settings, self.root.change_settings, self.first_language),
        )

    def lock_settings(self) -> LockSettingsModel:
        """The lock."""
        return self._once(
            "lock settings",
            lambda: LockSettingsModel(
                self.keeper.vault,
                actions=self.actions,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                on_back=lambda: self.go("/me"),
            ),
        )

    def copies(self) -> CopiesRooms:
        """Keeping a copy, taking everything along, bringing a copy back; at home and before."""
        return self._once(
            "copies",
            lambda: CopiesRooms(
                self.keeper,
                self._brought_back,
                self._words_to_take,
                actions=self.actions,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
            ),
        )

    def _words_to_take(self) -> "ExportWords":
        from views.copies.export_words import export_words  # no start waits for what leaves on paper

        chosen = self.root.state.settings.language
        language = language_for(chosen) if chosen else self.first_language
        return export_words(sentences_in(language), language)

    def _brought_back(self) -> None:
        self.forget()
        self.go("/today")
        self.root.changed_hands()

    def delete(self) -> DeleteModel:
        """Deleting everything."""
        return self._once("delete", lambda: DeleteModel(self.keeper.erase, self.actions, self._erased))

    # -- before ------------------------------------------------------------------------------------
    def setup(self) -> SetupModel:
        """Set-up."""
        return self._once(
            "setup",
            lambda: SetupModel(
                self.keeper.begin,
                self.actions,
                zone=self.zone,
                is_web=self.is_web,
                on_done=self._opened,
                on_leave=self._left_setup,
            ),
        )

    def unlock(self) -> UnlockModel:
        """Unlocking."""
        return self._once(
            "unlock",
            lambda: UnlockModel(
                self.keeper.vault,
                self._opened,
                actions=self.actions,
                timer=self.timer,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                on_delete=self.delete_everything,
            ),
        )

    # -- comings and goings --------------------------------------------------------------------------
    def _opened(self) -> None:
        self.forget()
        self.go("/today")
        self.root.opened()

    def _left_setup(self) -> None:
        self.forget()
        self.root.back_to_doors()

    def _erased(self) -> None:
        self.forget()
        self.go("/")
        self.root.erased()

    def delete_everything(self) -> None:
        """From the lock screen: nobody can open it any more, so begin anew."""
        self.actions.start("rooms.erase", self._erase, lambda error: self.root.went_wrong())

    async def _erase(self) -> None:
        await self.keeper.erase()
        self._erased()

    def look_around(self) -> None:
        """Meet the made-up pupil, from the beginning."""
        self.forget()
        self.go("/today")
        self.root.look_around()

    def leave_made_up(self) -> None:
        """Back to the doors; the made-up pupil is forgotten."""
        self.forget()
        self.go("/")
        self.root.back_to_doors()

    def lock(self) -> None:
        """Lock now."""
        self.forget()
        self.root.lock()

    def use_it_here(self) -> None:
        """Another tab may be closed by now: try to be the one that writes."""
        self.forget()
        self.actions.start("rooms.let-go", self._let_go, lambda error: self.root.went_wrong())

    async def _let_go(self) -> None:
        await self.keeper.let_go()
        self.root.look_again()

    def apply_update(self) -> None:
        """Start the newer build."""
        self.around.apply_update()

    def describe(self, language: Language, is_rtl: bool, title: str) -> None:
        """Tell the page around us."""
        self.around.describe(language=language.value, is_rtl=is_rtl, title=title)
