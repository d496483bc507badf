"""Entering a PIN, pictures or a passphrase: once to open, twice to choose.

Privacy: what is entered never stands in the state. The model holds it only until it is handed on.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from services.vault.vault_state import LockKind
from views.live_model import LiveModel
from views.lock.secret_rules import (
    PICTURES,
    PICTURES_IN_ORDER,
    PIN_LEAST,
    PIN_MOST,
    SecretProblem,
    pictures_text,
    problem_with,
)


@dataclass(frozen=True, slots=True)
class SecretState:
    """What may be seen of an entry. Shape: `count` digits or pictures; `fresh` grows when a field empties."""

    kind: LockKind
    is_again: bool = False
    count: int = 0
    problem: SecretProblem | None = None
    is_busy: bool = False
    is_readable: bool = False
    fresh: int = 0


class SecretModel(LiveModel[SecretState]):
    """Gathers one secret and hands it to `on_secret`. A new one (`is_new`) is checked and asked for twice."""

    def __init__(
        self,
        kind: LockKind,
        on_secret: Callable[[str], None],
        *,
        is_new: bool = False,
        pin_least: int = PIN_LEAST,
    ) -> None:
        super().__init__(SecretState(kind))
        self._on_secret = on_secret
        self._is_new = is_new
        self.pin_least = pin_least
        self._entered: tuple[str, ...] = ()
        self._first: str | None = None
        self._is_typing = False

    @property
    def most(self) -> int:
        """How many digits or pictures there can be."""
        return PICTURES_IN_ORDER if self.state.kind is LockKind.PICTURE_PIN else PIN_MOST

    @property
    def text(self) -> str:
        """What stands in the field of a passphrase, for the field alone."""
        return "".join(self._entered) if self.state.kind is LockKind.PASSPHRASE else ""

    def type_digit(self, digit: str) -> None:
        """A digit from a keyboard."""
        self.press(digit, is_typed=True)

    def submit_typed(self) -> None:
        """Enter on a keyboard; it counts only after digits from there, else it presses the key it is on."""
        if self._is_typing:
            self.submit()

    def press(self, digit: str, is_typed: bool = False) -> None:
        """A digit of a PIN. The last possible one hands the PIN on."""
        self._is_typing = is_typed
        if self.state.kind is LockKind.PIN and len(digit) == 1 and digit in "0123456789":
            self._add(digit)

    def pick(self, picture: int) -> None:
        """A picture, by its place. The fourth hands them on."""
        if self.state.kind is LockKind.PICTURE_PIN and 0 <= picture < PICTURES:
            self._add(str(picture))

    def write(self, text: str) -> None:
        """The passphrase as it stands in its field now."""
        if self.state.kind is LockKind.PASSPHRASE and not self.state.is_busy:
            self._entered = (text,)
            self.become(replace(self.state, problem=None))

    def set_readable(self, is_readable: bool) -> None:
        """Show the passphrase in letters, or hide it again."""
        self.become(replace(self.state, is_readable=is_readable))

    def take_back(self) -> None:
        """Take the last digit or picture away."""
        if self._entered and not self.state.is_busy:
            self._entered = self._entered[:-1]
            self.become(replace(self.state, count=len(self._entered), problem=None))

    def submit(self) -> None:
        """What stands there is meant."""
        if self.state.is_busy:
            return
        secret = self._secret()
        problem: SecretProblem | None
        if not secret and (self.state.problem or self.state.is_again):
            return  # the sixth digit was enough, and OK came after it out of habit
        if not secret:
            problem = SecretProblem.EMPTY
        elif not self._is_new:
            problem = None
        elif self._first is not None:
            problem = None if secret == self._first else SecretProblem.NOT_THE_SAME
        else:
            problem = problem_with(self.state.kind, secret, self.pin_least)
        if problem is not None:
            self._begin_again(problem)
        elif self._is_new and self._first is None:
            self._first = secret
            self._empty(replace(self.state, is_again=True, problem=None))
        else:
            self._entered, self._first = (), None
            self.become(replace(self.state, is_busy=True, problem=None))
            self._on_secret(secret)

    def back(self) -> bool:
        """From the second time to the first. False when there is nothing to go back to."""
        if not self.state.is_again:
            return False
        self._first = None
        self._empty(replace(self.state, is_again=False, problem=None))
        return True

    def reject(self, problem: SecretProblem | None = SecretProblem.WRONG) -> None:
        """What was handed on did not do; ask again."""
        self._first = None
        self._empty(replace(self.state, is_again=False, is_busy=False, problem=problem))

    def forget(self) -> None:
        """Drop everything that was entered."""
        self.reject(None)

    def _add(self, piece: str) -> None:
        if self.state.is_busy or len(self._entered) >= self.most:
            return
        self._entered = (*self._entered, piece)
        self.become(replace(self.state, count=len(self._entered), problem=None))
        if len(self._entered) == self.most:
            self.submit()

    def _secret(self) -> str:
        if self.state.kind is LockKind.PICTURE_PIN:
            return pictures_text(tuple(int(piece) for piece in self._entered))
        return "".join(self._entered).strip()  # a phone's keyboard likes to add a space

    def _begin_again(self, problem: SecretProblem) -> None:
        """A wrong second time asks for both again, so that nobody locks themselves out."""
        if problem in (SecretProblem.TOO_SHORT, SecretProblem.EMPTY):
            self.become(replace(self.state, problem=problem))
        else:
            self._first = None
            self._empty(replace(self.state, is_again=False, problem=problem))

    def _empty(self, state: SecretState) -> None:
        self._entered = ()
        self.become(replace(state, count=0, fresh=state.fresh + 1))
