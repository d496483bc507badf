"""Changing, adding and taking away the lock, and making a new card; what opens it now is asked for first.

Privacy: what opens it now stays in the model between asking and changing, never in the state.
"""

from collections.abc import Awaitable, Callable

from services.desk.answers import NewLock
from services.planner.errors import FirstbellError, InputRejected, PinMustWait, WrongPin
from services.vault.vault import Vault
from services.vault.vault_state import NEVER_MS, Locked, LockKind
from views.action import Actions
from views.live_model import LiveModel
from views.lock.lock_settings_state import (
    AskingNow,
    Changing,
    ChoosingNew,
    LockSettingsState,
    LockWish,
    Overview,
    Reading,
    Removing,
    RestingNow,
    ShowingNewCard,
)
from views.lock.new_lock_model import NewLockModel
from views.lock.secret_model import SecretModel
from views.lock.wait_words import clock_after

_KEY = "lock.settings"


class LockSettingsModel(LiveModel[LockSettingsState]):
    """The lock of an open vault. `on_back` leaves the screen; `may_be_open`: it may be taken away."""

    def __init__(
        self,
        vault: Vault,
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
        on_back: Callable[[], None],
        is_adult: bool = False,
        may_be_open: bool = True,
    ) -> None:
        super().__init__(Reading())
        self._vault = vault
        self._actions = actions
        self._now_ms = now_ms
        self._zone = zone
        self._on_back = on_back
        self._is_adult = is_adult
        self.is_web = is_web
        self.may_be_open = may_be_open
        self._locked = Locked(LockKind.NONE, 0, has_card=False)
        self._current: str | None = None
        self._done: LockWish | None = None
        self.secret = SecretModel(LockKind.PIN, lambda _secret: None)
        self.new_lock = NewLockModel(self._change, is_web=is_web)

    def look(self) -> None:
        """Find out which lock there is; the beginning, and coming back to the screen."""
        self._finish(None)

    def change(self) -> None:
        """To a new lock, or a first one."""
        if self._locked.kind is LockKind.NONE:
            self._choose_new()
        else:
            self._ask(LockWish.CHANGE)

    def remove(self) -> None:
        """To the question whether it shall go."""
        if self.may_be_open:
            self.become(Removing())

    def really_remove(self) -> None:
        """It shall go."""
        self._ask(LockWish.REMOVE)

    def make_card(self) -> None:
        """To a new recovery card."""
        self._ask(LockWish.NEW_CARD)

    def put_card_away(self) -> None:
        """The card is written down."""
        if isinstance(self.state, ShowingNewCard):
            self._finish(self._done or LockWish.NEW_CARD)

    def back(self) -> None:
        """One question back; out of the screen from the overview."""
        match self.state:
            case Reading() | Overview():
                self._on_back()
            case ChoosingNew() if self.new_lock.back():
                pass
            case Changing() | ShowingNewCard():
                pass
            case _:
                self._finish(None)

    async def _look(self) -> None:
        self._locked = await self._vault.look_at_lock() or self._locked
        self._show_overview(self._done)

    def _show_overview(self, said: LockWish | None, error: str | None = None) -> None:
        self.become(Overview(self._locked.kind, self._locked.has_card, said, error))

    def _ask(self, wish: LockWish) -> None:
        self.secret = SecretModel(self._locked.kind, lambda secret: self._check(wish, secret))
        self.become(AskingNow(wish))

    def _check(self, wish: LockWish, secret: str) -> None:
        async def check() -> None:
            await self._vault.check_secret(secret)
            self._current = secret
            if wish is LockWish.CHANGE:
                self._choose_new()
            elif wish is LockWish.REMOVE:
                await self._put_on(NewLock(LockKind.NONE), LockWish.REMOVE)
            else:
                await self._put_on(NewLock(self._locked.kind, secret, with_card=True), LockWish.NEW_CARD)

        self._start(check)

    def _choose_new(self) -> None:
        self.new_lock = NewLockModel(
            self._change, is_web=self.is_web, may_be_none=False, has_card=self._locked.has_card
        )
        self.become(ChoosingNew())

    def _change(self, lock: NewLock) -> None:
        self._start(lambda: self._put_on(lock, LockWish.CHANGE))

    async def _put_on(self, lock: NewLock, wish: LockWish) -> None:
        self.become(Changing())
        card = await self._vault.change_lock(
            lock.kind, lock.secret, lock.with_card, self._current, self._is_adult
        )
        self._forget()
        self._done = wish
        if card:
            self.become(ShowingNewCard(card.printed()))
        else:
            await self._look()

    def _finish(self, said: LockWish | None) -> None:
        self._forget()
        self._done = said
        self._start(self._look)

    def _forget(self) -> None:
        self._current = None
        self.secret.forget()
        self.new_lock.forget()

    def _start(self, work: Callable[[], Awaitable[None]]) -> None:
        self._actions.start(_KEY, work, self._on_error)

    def _on_error(self, error: FirstbellError) -> None:
        match error:
            case WrongPin(wait_ms=wait_ms) | PinMustWait(wait_ms=wait_ms) if wait_ms > 0:
                self._forget()
                is_over = wait_ms >= NEVER_MS
                self.become(RestingNow(None if is_over else clock_after(wait_ms, self._now_ms(), self._zone)))
            case WrongPin() | InputRejected() if isinstance(self.state, AskingNow):
                self.secret.reject()
            case _:
                self._forget()
                self._show_overview(None, error.code)
