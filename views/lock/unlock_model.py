"""Opening a locked planner: what it asks for, a rest after wrong tries, the card, what stands in the way."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from services.desk.answers import NewLock
from services.planner.errors import (
    FirstbellError,
    InputRejected,
    KeyMissing,
    PinMustWait,
    VaultDamaged,
    VaultFromNewerVersion,
    VaultReadOnly,
    WrongPin,
)
from services.vault.vault import Vault
from services.vault.vault_state import NEVER_MS, Absent, Damaged, Locked, LockKind, Newer, Open
from views.action import Actions
from views.live_model import LiveModel
from views.lock.new_lock_model import NewLockModel
from views.lock.secret_model import SecretModel
from views.lock.unlock_state import (
    Asking,
    AskingCard,
    CardProblem,
    ChoosingAnew,
    Deleting,
    Elsewhere,
    Forgotten,
    Looking,
    Resting,
    ShowingCard,
    Stuck,
    UnlockState,
)
from views.lock.wait_words import clock_after
from views.timer import Timer

_KEY = "lock.open"


class UnlockModel(LiveModel[UnlockState]):
    """Looks at the vault and leads to an open one; then `on_open` goes on. It never writes to a damaged one.

    Privacy: what is entered is handed to the vault and forgotten.
    """

    def __init__(
        self,
        vault: Vault,
        on_open: Callable[[], None],
        *,
        actions: Actions,
        timer: Timer,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
        on_delete: Callable[[], None],
    ) -> None:
        super().__init__(Looking())
        self._vault = vault
        self._on_open = on_open
        self._actions = actions
        self._timer = timer
        self._now_ms = now_ms
        self._zone = zone
        self._is_web = is_web
        self._on_delete = on_delete
        self._locked = Locked(LockKind.NONE, 0, has_card=False)
        self._stop_waiting: Callable[[], None] | None = None
        self.secret = SecretModel(LockKind.PIN, self._try)
        self.new_lock = NewLockModel(self._relock, is_web=is_web)

    def look(self) -> None:
        """Find out what is here; the beginning, and what "try again" does."""
        self._wait_no_more()
        self.become(Looking())
        self._actions.start(_KEY, self._look, self._on_error)

    def forgot(self) -> None:
        """It is forgotten: to the card, or to the sentence that there is none."""
        may_try = not self._locked.is_card_only
        self._wait_no_more()
        self.secret.forget()
        self.become(AskingCard(may_try) if self._locked.has_card else Forgotten(may_try))

    def try_card(self, typed: str) -> None:
        """Open with what somebody typed from the paper."""
        state = self.state
        if not isinstance(state, AskingCard) or state.is_busy:
            return
        if not typed.strip():
            self.become(replace(state, problem=CardProblem.EMPTY))
            return
        self.become(replace(state, problem=None, is_busy=True))

        async def open_with_card() -> None:
            await self._vault.open_with_card(typed)
            self.new_lock = NewLockModel(self._relock, is_web=self._is_web, has_card=True)
            self.become(Elsewhere() if self._vault.is_read_only else ChoosingAnew())

        self._actions.start(_KEY, open_with_card, self._on_card_error)

    def go_back(self) -> None:
        """From a side way back to the lock, or one question back while choosing anew."""
        match self.state:
            case AskingCard(may_go_back=True) | Forgotten() | Deleting():
                self.look()
            case ChoosingAnew():
                self.new_lock.back()
            case _:
                pass

    def go_on(self) -> None:
        """The card is written down, or looking is enough."""
        if isinstance(self.state, ShowingCard | Elsewhere):
            self._on_open()

    def try_elsewhere_again(self) -> None:
        """Perhaps the other tab is closed now."""
        self._vault.lock()
        self.look()

    def begin_anew(self) -> None:
        """Put a damaged planner aside, so that a new one can be set up."""

        async def put_aside() -> None:
            await self._vault.set_aside()
            self._on_open()

        self._actions.start(_KEY, put_aside, self._on_error)

    def delete(self) -> None:
        """To the question whether everything here shall go."""
        self.become(Deleting())

    def really_delete(self) -> None:
        """It shall go."""
        self.become(Looking())
        self._on_delete()

    async def _look(self) -> None:
        found = await self._vault.look()
        match found:
            case Absent() | Open():
                self._on_open()
            case Locked(kind=LockKind.NONE):
                await self._vault.open_(None)
                self._enter()
            case Locked():
                self._ask(found)
            case Damaged():
                self.become(Stuck(VaultDamaged.code))
            case Newer():
                self.become(Stuck(VaultFromNewerVersion.code))
            case _:
                assert_never(found)

    def _ask(self, locked: Locked) -> None:
        self._locked = locked
        if locked.wait_ms > 0:
            self._rest(locked.wait_ms)
            return
        self.secret = SecretModel(locked.kind, self._try)
        self.become(Asking(locked.kind, locked.has_card))

    def _try(self, secret: str) -> None:
        async def open_() -> None:
            await self._vault.open_(secret)
            self._enter()

        self._actions.start(_KEY, open_, self._on_error)

    def _enter(self) -> None:
        if self._vault.is_read_only:
            self.become(Elsewhere())
        else:
            self._on_open()

    def _relock(self, lock: NewLock) -> None:
        self.become(ChoosingAnew(is_busy=True))

        async def change() -> None:
            card = await self._vault.change_lock(lock.kind, lock.secret, lock.with_card)
            self.new_lock.forget()
            if card:
                self.become(ShowingCard(card.printed()))
            else:
                self._on_open()

        self._actions.start(_KEY, change, lambda error: self.become(ChoosingAnew(error.code)))

    def _on_error(self, error: FirstbellError) -> None:
        match error:
            case WrongPin(wait_ms=wait_ms) | PinMustWait(wait_ms=wait_ms) if wait_ms > 0:
                self._rest(wait_ms)
            case WrongPin() | InputRejected():
                self.secret.reject()
            case VaultReadOnly():
                self.become(Elsewhere())
            case KeyMissing():
                self.become(Stuck(error.code, self._locked.has_card))
            case _:
                self.become(Stuck(error.code))

    def _on_card_error(self, error: FirstbellError) -> None:
        match error:
            case WrongPin() | InputRejected():
                may_go_back = not self._locked.is_card_only
                self.become(AskingCard(may_go_back, CardProblem.WRONG))
            case _:
                self.become(Stuck(error.code))

    def _rest(self, wait_ms: int) -> None:
        self.secret.forget()
        if wait_ms >= NEVER_MS:
            self._locked = replace(self._locked, wait_ms=NEVER_MS)
            self.forgot()
            return
        until = clock_after(wait_ms, self._now_ms(), self._zone)
        self.become(Resting(self._locked.kind, self._locked.has_card, until))
        self._wait_no_more()
        self._stop_waiting = self._timer.after(wait_ms, self.look)

    def _wait_no_more(self) -> None:
        if self._stop_waiting:
            self._stop_waiting()
        self._stop_waiting = None
