"""What the whole app does now, and how it gets from one phase to the next."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Protocol

from services.planner.errors import FirstbellError, VaultDamaged
from services.planner.words import Role
from services.vault.settings import DeviceSettings
from services.vault.vault_state import Absent, Damaged, Locked, LockKind, Newer, Open, VaultState
from views.action import Actions
from views.live_model import LiveModel
from views.root import phases
from views.root.phases import AnyHome, Phase


class Household(Protocol):
    """What the app is put together from, as far as the root asks it. `app/household.py` is the real one."""

    @property
    def is_read_only(self) -> bool: ...

    async def load_settings(self) -> DeviceSettings: ...

    async def save_settings(self, settings: DeviceSettings) -> None: ...

    async def look(self) -> VaultState: ...

    async def homes(self) -> tuple[AnyHome, ...]:
        """Who lives here; opens a vault that asks for nothing. Empty where no planner was begun."""

    def erased(self) -> tuple[phases.ErasedElsewhere, ...]: ...

    def is_waiting(self) -> bool:
        """Whether somebody here has asked by a letter, and waits for a yes."""

    async def made_up(self, role: Role, language: str) -> AnyHome: ...

    def lock(self) -> None: ...


@dataclass(frozen=True, slots=True)
class RootState:
    """The whole app at a glance. `is_shared`: several people live on this device."""

    phase: Phase
    settings: DeviceSettings
    is_read_only: bool
    update_is_ready: bool
    went_wrong: bool
    is_shared: bool = False
    device_asks_for_stillness: bool = False


class RootModel(LiveModel[RootState]):
    """Moves between phases. Every verb returns at once; what needs a disk goes on as an action."""

    def __init__(self, household: Household, actions: Actions, first_settings: DeviceSettings) -> None:
        super().__init__(RootState(phases.Starting(), first_settings, False, False, False))
        self._household = household
        self._actions = actions
        self._was_met_waiting = False

    # -- starting ----------------------------------------------------------------------------------
    def start(self) -> None:
        """Read the settings, look at the vault, and go where they say."""

        async def begin() -> None:
            self._show(settings=await self._household.load_settings())
            await self._look()

        self._act("start", begin)

    async def _look(self) -> None:
        match await self._household.look():
            case Absent():
                self._go(phases.Doors())
            case Locked(kind=LockKind.NONE) | Open():
                await self._enter()
            case Locked() | Damaged() | Newer():
                # The lock's screen knows what to say and do about each of them.
                self._go(phases.Locked())

    async def _enter(self) -> None:
        homes = await self._household.homes()
        self._show(is_read_only=self._household.is_read_only, is_shared=len(homes) > 1)
        erased = self._household.erased()
        if erased:
            self._go(erased[0])
            return
        if self._household.is_waiting() and not (homes and self._was_met_waiting):
            self._was_met_waiting = True
            self._go(phases.Waiting(phases.role_of(homes[-1]) if homes else None))
            return
        match homes:
            case ():
                self._go(phases.Doors())
            case (home,):
                self._go(home)
            case _:
                self._go(phases.WhoIsHere(homes))

    def look_again(self) -> None:
        """After something was mended, or another tab closed: begin anew."""
        self._act("start", self._look)

    # -- the doors ---------------------------------------------------------------------------------
    def set_up(self, role: Role = Role.PUPIL) -> None:
        """Begin a first planner: a pupil their own, an adult one for a pupil."""
        self._go(phases.SettingUp(role))

    def open_door(self, role: Role) -> None:
        """Through a parent's or a mentor's door."""
        self._go(phases.RoleDoor(role))

    def join(self, link: str = "") -> None:
        """Somebody has a code, or came by a link."""
        self._go(phases.Joining(link))

    def recover(self) -> None:
        """Somebody has a recovery card."""
        self._go(phases.ByCard())

    def back_to_doors(self) -> None:
        """Out again; a made-up pupil is forgotten."""
        self._go(phases.Doors())

    def look_around(self, role: Role) -> None:
        """Meet the made-up pupil as this role does. Nothing is kept."""

        async def meet() -> None:
            self._go(await self._household.made_up(role, self.state.settings.language))

        self._act("look-around", meet)

    # -- who is here -------------------------------------------------------------------------------
    def come_in(self, home: AnyHome) -> None:
        """One of several people who share this device has said who they are."""
        self._go(home)

    # -- the vault ---------------------------------------------------------------------------------
    def opened(self) -> None:
        """A planner was set up, joined, unlocked or put aside: go where things stand now."""
        self._act("start", self._look)

    def changed_hands(self) -> None:
        """Another planner is here now: nothing of the last one is shown any more."""
        self._go(phases.Starting())
        self._act("start", self._look)

    def lock(self) -> None:
        """Drop the keys and show the lock, if there is one to show."""
        phase = self.state.phase
        is_open = isinstance(phase, AnyHome) and not phase.is_made_up
        if is_open or isinstance(phase, phases.WhoIsHere | phases.ErasedElsewhere | phases.Waiting):
            self._household.lock()
            self._go(phases.Starting())
            self._act("start", self._look)

    def erased(self) -> None:
        """Everything on this device is gone."""
        self._show(is_read_only=False)
        self.start()

    # -- the rest ----------------------------------------------------------------------------------
    def change_settings(self, settings: DeviceSettings) -> None:
        """Show them at once and keep them."""
        self._show(settings=settings)
        self._act("settings", lambda: self._household.save_settings(settings), self._complain)

    def ask_for_stillness(self, is_asked: bool) -> None:
        """The device wants less movement, or no longer does."""
        self._show(device_asks_for_stillness=is_asked)

    def tell_update(self) -> None:
        """A newer build waits."""
        self._show(update_is_ready=True)

    def went_wrong(self) -> None:
        """Something unforeseen was caught; the rest goes on."""
        self._show(went_wrong=True)

    def put_aside(self) -> None:
        """The person has read that something went wrong."""
        self._show(went_wrong=False)

    def _complain(self, error: FirstbellError) -> None:
        self._show(went_wrong=True)

    def _stick(self, error: FirstbellError) -> None:
        # The lock's screen knows what to say and do about damage.
        self._go(phases.Locked() if isinstance(error, VaultDamaged) else phases.Stuck(error.code))

    def _act(
        self,
        key: str,
        work: Callable[[], Awaitable[object]],
        on_error: Callable[[FirstbellError], None] | None = None,
    ) -> None:
        self._actions.start(f"root.{key}", work, on_error or self._stick)

    def _go(self, phase: Phase) -> None:
        self._show(phase=phase)

    def _show(self, **parts: object) -> None:
        self.become(replace(self.state, **parts))  # type: ignore[arg-type]  # replace checks the names
