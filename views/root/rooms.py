"""Makes the model of each room when somebody first goes in; forgets all when the phase changes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.ids import PlannerId
from services.planner.pupil import pupil_of
from services.planner.words import Role
from views.about.delete_model import DeleteModel
from views.action import Actions
from views.copies.copies_rooms import CopiesRooms
from views.design.avatars import AVATAR_NAMES
from views.lock.lock_settings_model import LockSettingsModel
from views.lock.unlock_model import UnlockModel
from views.mine.mine_model import MineModel
from views.people.sharing_now import SharingNow
from views.root.keeper import Keeper, PageAround
from views.root.phases import AnyHome, Doors, Phase, RoleDoor, desks_in, role_of
from views.root.root_model import RootModel
from views.setup.setup_model import ABOUT_THE_PUPIL, ADULT_BEGINS, OWN_PLANNER, SetupModel
from views.strings.catalogue import Language
from views.strings.languages import language_for, sentences_in
from views.timer import Timer

if TYPE_CHECKING:
    from services.paper.export_words import ExportWords
    from views.pairing.pairing_rooms import PairingRooms

Made = TypeVar("Made")


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
    has_key_store: bool
    first_language: Language
    around: PageAround
    go: Callable[[str], None] = lambda route: None
    link: str = field(default="", repr=False)
    _made: dict[str, Any] = field(default_factory=dict)
    _made_in: Phase | None = None

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """The model of this name, made when it is first asked for in this phase."""
        if self.root.state.phase is not self._made_in:
            self._made_in = self.root.state.phase
            self._made.clear()
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made

    @property
    def role(self) -> Role:
        """Whose app it is; a pupil's while nobody has said."""
        return role_of(self.root.state.phase) or Role.PUPIL

    def _may_be_open(self, role: Role) -> bool:
        return role is not Role.MENTOR or self.has_key_store

    # -- everywhere --------------------------------------------------------------------------------
    def mine(self) -> MineModel:
        """How the app looks."""
        return self.once(
            "mine",
            lambda: MineModel(self.root.state.settings, self.root.change_settings, self.first_language),
        )

    def lock_settings(self) -> LockSettingsModel:
        """The lock."""
        return self.once(
            "lock settings",
            lambda: LockSettingsModel(
                self.keeper.vault,
                actions=self.actions,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                is_adult=self.role is not Role.PUPIL,
                may_be_open=self._may_be_open(self.role),
                on_back=lambda: self.go("/me"),
            ),
        )

    def copies(self) -> CopiesRooms:
        """Keeping a copy, taking everything along, bringing a copy back; at home and before."""
        return self.once(
            "copies",
            lambda: CopiesRooms(
                self.keeper,
                self._brought_back,
                self.words_to_take,
                actions=self.actions,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                has_key_store=self.has_key_store,
            ),
        )

    def _brought_back(self) -> None:
        planners = [PlannerId(one.planner_id) for one in self.keeper.vault.journals() if one.kind == "shared"]
        is_outside = self.keeper.sharing_now(planners[0]) is SharingNow.OUTSIDE
        self.go(f"/people/{planners[0]}" if is_outside and len(planners) == 1 else "/")
        self.root.changed_hands()

    def words_to_take(self) -> "ExportWords":
        """Those of an export, in the language that is spoken now."""
        from views.copies.export_words import export_words  # no start waits for what leaves on paper

        chosen = self.root.state.settings.language
        language = language_for(chosen) if chosen else self.first_language
        return export_words(sentences_in(language), language, self.zone)

    def pairing(self) -> "PairingRooms":
        """Letting somebody in, and coming in; at home and before."""
        from views.pairing.pairing_rooms import PairingRooms  # no start waits for what only sharing needs

        return self.once(
            "pairing",
            lambda: PairingRooms(
                self.keeper,
                actions=self.actions,
                timer=self.timer,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                may_be_open=self._may_be_open,
            ),
        )

    def delete(self) -> DeleteModel:
        """Deleting everything."""
        return self.once("delete", lambda: DeleteModel(self.keeper.erase, self.actions, self._erased))

    # -- before ------------------------------------------------------------------------------------
    def setup(self, role: Role) -> SetupModel:
        """Set-up of a first planner."""

        async def begin(pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None) -> str | None:
            assert lock is not None, "a first planner is asked for its lock"
            return await self.keeper.begin(pupil, adult, lock)

        return self.once(
            "setup",
            lambda: SetupModel(
                begin,
                self.actions,
                zone=self.zone,
                is_web=self.is_web,
                on_done=self.planners_changed,
                on_leave=self._left_setup,
                by=role,
                asked=OWN_PLANNER if role is Role.PUPIL else ADULT_BEGINS,
                may_be_open=self._may_be_open(role),
            ),
        )

    def another_pupil(self) -> SetupModel:
        """One more planner on this device: another child's, another pupil's, a sister's."""
        role = self.role

        async def begin(pupil: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None) -> None:
            await self.keeper.add_pupil(pupil, role)

        return self.once(
            "another pupil",
            lambda: SetupModel(
                begin,
                self.actions,
                zone=self.zone,
                is_web=self.is_web,
                on_done=self.planners_changed,
                on_leave=self._left_another,
                by=role,
                asked=ABOUT_THE_PUPIL,
                picture=self._fresh_picture(),
            ),
        )

    def _fresh_picture(self) -> str:
        """One that nobody at home has yet, so that two children are told apart at a glance."""
        taken = {pupil_of(desk.planner).picture for desk in desks_in(self.root.state.phase)}
        return next((name for name in AVATAR_NAMES if name not in taken), AVATAR_NAMES[0])

    def unlock(self) -> UnlockModel:
        """Unlocking."""
        return self.once(
            "unlock",
            lambda: UnlockModel(
                self.keeper.vault,
                self.planners_changed,
                actions=self.actions,
                timer=self.timer,
                now_ms=self.now_ms,
                zone=self.zone,
                is_web=self.is_web,
                on_delete=self.delete_everything,
            ),
        )

    # -- comings and goings --------------------------------------------------------------------------
    def planners_changed(self) -> None:
        """A planner was made, joined or left, or the vault was opened: go to whoever is at home now."""
        self.go("/")
        self.root.opened()

    def has_more_planners(self) -> bool:
        """Whether a planner of this home came besides, with somebody who was let in."""
        phase = self.root.state.phase
        if not isinstance(phase, AnyHome) or phase.is_made_up:
            return False
        shown = {desk.planner_id for desk in desks_in(phase)}
        return any(
            one.planner_id not in shown and one.role is self.role
            for one in self.keeper.vault.journals()
            if one.kind == "shared"
        )

    def _left_setup(self) -> None:
        self.root.back_to_doors()

    def _left_another(self) -> None:
        del self._made["another pupil"]
        self.go("/" if self.role is Role.MENTOR else "/me")

    def come_in(self, home: AnyHome) -> None:
        """Somebody said who they are."""
        self.go("/")
        self.root.come_in(home)

    def _erased(self) -> None:
        self.go("/")
        self.root.erased()

    def delete_everything(self) -> None:
        """From the lock screen: nobody can open it any more, so begin anew."""
        self.actions.start("rooms.erase", self._erase, lambda error: self.root.went_wrong())

    async def _erase(self) -> None:
        await self.keeper.erase()
        self._erased()

    def follow_link(self, link: str) -> bool:
        """Somebody came by a link. Gives whether this window takes it: it may write and is open."""
        phase = self.root.state.phase
        if isinstance(phase, Doors | RoleDoor):
            self.root.join(link)
            return True
        if isinstance(phase, AnyHome) and not phase.is_made_up and not self.root.state.is_read_only:
            self.link = link
            self.go("/join")
            return True
        return False

    def look_around(self, role: Role = Role.PUPIL) -> None:
        """Meet the made-up pupil as this role does, from the beginning."""
        self.go("/")
        self.root.look_around(role)

    def leave_made_up(self) -> None:
        """Back to the doors; the made-up pupil is forgotten."""
        self.go("/")
        self.root.back_to_doors()

    def lock(self) -> None:
        """Lock now."""
        self.root.lock()

    def use_it_here(self) -> None:
        """Another tab may be closed by now: try to be the one that writes."""
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
