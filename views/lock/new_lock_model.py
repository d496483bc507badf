"""Choosing a lock: which kind, the secret twice, and whether a recovery card is wanted.

Set-up, the lock settings and coming back with a recovery card all walk through this. Privacy: the
secret stays in the model until `forget`, never in the state.
"""

from collections.abc import Callable
from dataclasses import dataclass

from services.desk.answers import NewLock
from services.vault.vault_state import LockKind
from views.live_model import LiveModel
from views.lock.secret_model import SecretModel
from views.lock.secret_rules import PIN_LEAST, PIN_LEAST_IN_A_BROWSER

ON_A_PHONE = (LockKind.NONE, LockKind.PIN, LockKind.PICTURE_PIN, LockKind.PASSPHRASE)
IN_A_BROWSER = (LockKind.PIN, LockKind.PASSPHRASE, LockKind.PICTURE_PIN, LockKind.NONE)


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which kind of lock. Shape: `kinds` in the order they are offered, the first one advised."""

    kinds: tuple[LockKind, ...]
    chosen: LockKind


@dataclass(frozen=True, slots=True)
class Entering:
    """The secret is being entered; `NewLockModel.secret` has its state."""

    kind: LockKind


@dataclass(frozen=True, slots=True)
class OfferingCard:
    """Whether a recovery card is wanted, and what is lost without one. `has_card`: one works already."""

    kind: LockKind
    has_card: bool


NewLockState = Choosing | Entering | OfferingCard


class NewLockModel(LiveModel[NewLockState]):
    """Hands a `NewLock` to `on_chosen`."""

    def __init__(
        self,
        on_chosen: Callable[[NewLock], None],
        *,
        is_web: bool,
        may_be_none: bool = True,
        has_card: bool = False,
    ) -> None:
        kinds = tuple(
            kind
            for kind in (IN_A_BROWSER if is_web else ON_A_PHONE)
            if may_be_none or kind is not LockKind.NONE
        )
        super().__init__(Choosing(kinds, kinds[0]))
        self.is_web = is_web
        self.secret = SecretModel(LockKind.PIN, self._on_secret, is_new=True)
        self._on_chosen = on_chosen
        self._kinds = kinds
        self._has_card = has_card
        self._kept: str | None = None

    def choose(self, kind: LockKind) -> None:
        """Mark a kind; `go_on` takes it."""
        if isinstance(self.state, Choosing):
            self.become(Choosing(self._kinds, kind))

    def go_on(self) -> None:
        """Take the marked kind."""
        if not isinstance(self.state, Choosing):
            return
        kind = self.state.chosen
        if kind is LockKind.NONE:
            self._on_chosen(NewLock(kind))
            return
        pin_least = PIN_LEAST_IN_A_BROWSER if self.is_web else PIN_LEAST
        self.secret = SecretModel(kind, self._on_secret, is_new=True, pin_least=pin_least)
        self.become(Entering(kind))

    def take_card(self, with_card: bool) -> None:
        """Whether the recovery card is wanted."""
        if isinstance(self.state, OfferingCard) and self._kept is not None:
            self._on_chosen(NewLock(self.state.kind, self._kept, with_card))

    def back(self) -> bool:
        """One question back. False when this was the first."""
        match self.state:
            case Choosing():
                return False
            case Entering(kind):
                if not self.secret.back():
                    self.secret.forget()
                    self.become(Choosing(self._kinds, kind))
            case OfferingCard(kind=kind):
                self._kept = None
                self.secret.forget()
                self.become(Entering(kind))
        return True

    def forget(self) -> None:
        """Drop the secret: it was used, or is not wanted."""
        self._kept = None
        self.secret.forget()

    def _on_secret(self, secret: str) -> None:
        self._kept = secret
        if isinstance(self.state, Entering):
            self.become(OfferingCard(self.state.kind, self._has_card))
