"""Keeping a copy: who asks is asked again, words are chosen, and a file stands ready to be saved.

Privacy: the words never stand in the state; the file does, and is locked.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from services.planner.errors import FirstbellError
from services.vault.copies import Copies
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from views.action import Actions
from views.copies.holds import names_in
from views.copies.moments import local
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.lock.secret_model import SecretModel


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`KeepCopyModel.ask` asks."""


@dataclass(frozen=True, slots=True)
class ChoosingWords:
    """`KeepCopyModel.secret` has the entry. Shape: `error` is a code of services/planner/errors.py."""

    error: str | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """The copy is being locked, which takes a moment on purpose."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The file, the day it was made, and whose planners are in it. Shape: `day` is 2026-09-14."""

    content: bytes = field(repr=False)
    day: str
    names: tuple[str, ...] = field(repr=False)


KeepCopyState = AskingAgain | ChoosingWords | Making | Ready


class KeepCopyModel(LiveModel[KeepCopyState]):
    """`begin` is called each time somebody comes."""

    def __init__(
        self, vault: Vault, copies: Copies, *, actions: Actions, now_ms: Callable[[], int], zone: str
    ) -> None:
        super().__init__(AskingAgain())
        self._vault = vault
        self._copies = copies
        self._actions = actions
        self._now_ms = now_ms
        self._zone = zone
        self.ask = AskAgainModel(vault, self._choose, actions=actions, now_ms=now_ms, zone=zone)
        self.secret = self._fresh_secret()

    def begin(self) -> None:
        """From the beginning; a file of before is forgotten."""
        self.secret.forget()
        self.become(AskingAgain())
        self.ask.begin()

    def back(self) -> bool:
        """One question back. False when there is none."""
        return isinstance(self.state, ChoosingWords) and self.secret.back()

    def _choose(self) -> None:
        self.secret = self._fresh_secret()
        self.become(ChoosingWords())

    def _fresh_secret(self) -> SecretModel:
        return SecretModel(LockKind.PASSPHRASE, self._make, is_new=True)

    def _make(self, words: str) -> None:
        self.become(Making())

        async def make() -> None:
            content = await self._copies.make(words)
            day = local(self._now_ms(), self._zone).date().isoformat()
            self.become(Ready(content, day, names_in(self._vault)))

        def take_back(error: FirstbellError) -> None:
            self.secret = self._fresh_secret()
            self.become(ChoosingWords(error.code))

        self._actions.start("copies.keep", make, take_back)
