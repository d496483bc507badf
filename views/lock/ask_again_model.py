"""Before something grave: what opens the planner is asked for once more.

Privacy: what is entered goes to the vault and nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass

from services.planner.errors import FirstbellError, InputRejected, PinMustWait, WrongPin
from services.vault.vault import Vault
from services.vault.vault_state import NEVER_MS, LockKind
from views.action import Actions, Work
from views.live_model import LiveModel
from views.lock.secret_model import SecretModel
from views.lock.wait_words import clock_after


@dataclass(frozen=True, slots=True)
class Looking:
    """Finding out what to ask for."""


@dataclass(frozen=True, slots=True)
class Asking:
    """`AskAgainModel.secret` has the entry."""


@dataclass(frozen=True, slots=True)
class Resting:
    """Too many wrong tries. Shape: `until` the clock on the wall, "08:43"; None: only the card helps."""

    until: str | None


@dataclass(frozen=True, slots=True)
class Refused:
    """The device would not answer. Shape: `code` of services/planner/errors.py."""

    code: str


@dataclass(frozen=True, slots=True)
class Right:
    """It was right, or there was nothing to ask for."""


AskAgainState = Looking | Asking | Resting | Refused | Right


class AskAgainModel(LiveModel[AskAgainState]):
    """Asks, and calls `on_right` once. Where no vault is open, and where it has no lock, nothing is asked."""

    def __init__(
        self,
        vault: Vault,
        on_right: Callable[[], None],
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
    ) -> None:
        super().__init__(Looking())
        self._vault = vault
        self._on_right = on_right
        self._actions = actions
        self._now_ms = now_ms
        self._zone = zone
        self.secret = SecretModel(LockKind.PIN, self._check)

    def begin(self) -> None:
        """From the beginning, each time somebody comes."""
        self.secret.forget()
        self.become(Looking())
        self._start(self._look)

    async def _look(self) -> None:
        locked = await self._vault.look_at_lock() if self._vault.is_open else None
        if locked is None or locked.kind is LockKind.NONE:
            self._right()
        else:
            self.secret = SecretModel(locked.kind, self._check)
            self.become(Asking())

    def _check(self, secret: str) -> None:
        async def check() -> None:
            await self._vault.check_secret(secret)
            self.secret.forget()
            self._right()

        self._start(check)

    def _right(self) -> None:
        self.become(Right())
        self._on_right()

    def _start(self, work: Work) -> None:
        self._actions.start("ask.again", work, self._on_error)

    def _on_error(self, error: FirstbellError) -> None:
        match error:
            case WrongPin(wait_ms=wait_ms) | PinMustWait(wait_ms=wait_ms) if wait_ms > 0:
                self.secret.forget()
                is_over = wait_ms >= NEVER_MS
                self.become(Resting(None if is_over else clock_after(wait_ms, self._now_ms(), self._zone)))
            case WrongPin() | InputRejected():
                self.secret.reject()
            case _:
                self.secret.forget()
                self.become(Refused(error.code))
