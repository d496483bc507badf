"""Bringing back a copy: a file, its words, a look inside, and only then the change.

Privacy: the words and the opened copy stay in the model until it is over; the state shows names and counts.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from services.desk.answers import NewLock
from services.desk.glance import glances_at_backup, glances_at_vault
from services.planner.errors import FirstbellError, InputRejected, WrongPin
from services.planner.words import Role
from services.vault.backup import Backup
from services.vault.backup_file import read_backup_header
from services.vault.copies import Copies
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from views.action import Actions
from views.copies.bring_back_state import (
    AskingAgain,
    AskingWords,
    BringBackState,
    Bringing,
    Choosing,
    ChoosingLock,
    Inside,
    Opening,
    ShowingCard,
)
from views.live_model import LiveModel
from views.lock.ask_again_model import AskAgainModel
from views.lock.new_lock_model import NewLockModel
from views.lock.secret_model import SecretModel

BringBack = Callable[[Backup, NewLock | None], Awaitable[str | None]]
_KEY = "copies.bring"


class BringBackModel(LiveModel[BringBackState]):
    """`bring_back` makes the change and gives the card as printed; `on_done` goes to the planner."""

    def __init__(
        self,
        vault: Vault,
        copies: Copies,
        bring_back: BringBack,
        on_done: Callable[[], None],
        *,
        actions: Actions,
        now_ms: Callable[[], int],
        zone: str,
        is_web: bool,
        has_key_store: bool,
    ) -> None:
        super().__init__(AskingAgain())
        self._vault = vault
        self._copies = copies
        self._bring_back = bring_back
        self._on_done = on_done
        self._actions = actions
        self._is_web = is_web
        self._has_key_store = has_key_store
        self._raw = b""
        self._backup: Backup | None = None
        self._inside: Inside | None = None
        self.zone = zone
        self.ask = AskAgainModel(vault, self._choose, actions=actions, now_ms=now_ms, zone=zone)
        self.secret = SecretModel(LockKind.PASSPHRASE, self._open)
        self.new_lock = NewLockModel(self._bring, is_web=is_web)

    def begin(self) -> None:
        """From the beginning, each time somebody comes; what was opened before is forgotten."""
        if isinstance(self.state, Bringing | ShowingCard):
            return
        self._forget()
        self.become(AskingAgain())
        self.ask.begin()

    def picked(self, raw: bytes) -> None:
        """Somebody chose a file."""

        async def look() -> None:
            read_backup_header(raw)
            self._raw = raw
            self.become(AskingWords())

        self._actions.start(_KEY, look, lambda error: self.become(Choosing(error.code)))

    def bring(self) -> None:
        """What was seen inside is wanted."""
        if not isinstance(self.state, Inside):
            return
        if self.state.here:
            self._bring(None)
        else:
            # As in set-up: a mentor's planners need a lock where the system keeps no secret itself.
            is_mentors = any(each.role is Role.MENTOR for each in self.state.in_copy)
            may_be_none = self._has_key_store or not is_mentors
            self.new_lock = NewLockModel(self._bring, is_web=self._is_web, may_be_none=may_be_none)
            self.become(ChoosingLock())

    def card_is_written(self) -> None:
        """On to the planner."""
        if isinstance(self.state, ShowingCard):
            self._done()

    def back(self) -> bool:
        """One question back. False when this was the first."""
        match self.state:
            case AskingWords() | Inside():
                self._forget()
                self.become(Choosing())
            case ChoosingLock() if self.new_lock.back():
                pass
            case ChoosingLock() if self._inside:
                self.become(self._inside)
            case Opening() | Bringing() | ShowingCard():
                pass
            case _:
                return False
        return True

    def _choose(self) -> None:
        self.become(Choosing())

    def _open(self, words: str) -> None:
        self.become(Opening())

        async def open_() -> None:
            self._backup = await self._copies.read(self._raw, words)
            inside = glances_at_backup(self._backup)
            self._inside = Inside(self._backup.made_ms, inside, glances_at_vault(self._vault))
            self.secret.forget()
            self.become(self._inside)

        self._actions.start(_KEY, open_, self._cannot_open)

    def _cannot_open(self, error: FirstbellError) -> None:
        if isinstance(error, WrongPin | InputRejected):
            self.become(AskingWords())
            self.secret.reject()
        else:
            self._forget()
            self.become(Choosing(error.code))

    def _bring(self, lock: NewLock | None) -> None:
        backup, inside = self._backup, self._inside
        assert backup is not None
        assert inside is not None
        self.become(Bringing())

        async def bring() -> None:
            card = await self._bring_back(backup, lock)
            self._forget()
            if card:
                self.become(ShowingCard(card))
            else:
                self._done()

        def take_back(error: FirstbellError) -> None:
            self.new_lock.forget()
            self.become(replace(inside, error=error.code))

        self._actions.start(_KEY, bring, take_back)

    def _done(self) -> None:
        self.become(AskingAgain())
        self._on_done()

    def _forget(self) -> None:
        self._raw, self._backup, self._inside = b"", None, None
        self.secret.forget()
        self.new_lock.forget()
