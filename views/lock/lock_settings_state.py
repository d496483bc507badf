"""What the lock settings show: exactly one of these."""

from dataclasses import dataclass
from enum import StrEnum

from services.vault.vault_state import LockKind


class LockWish(StrEnum):
    """What somebody wants to do to the lock."""

    CHANGE = "change"
    REMOVE = "remove"
    NEW_CARD = "new_card"


@dataclass(frozen=True, slots=True)
class Reading:
    """Finding out which lock there is."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The lock as it is. Shape: `said` what was just done; `error` a code of services/planner/errors.py."""

    kind: LockKind
    has_card: bool
    said: LockWish | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Removing:
    """Whether it shall really go."""


@dataclass(frozen=True, slots=True)
class AskingNow:
    """What opens it now, before anything changes; `LockSettingsModel.secret` has the entry."""

    wish: LockWish


@dataclass(frozen=True, slots=True)
class RestingNow:
    """Too many wrong tries. Shape: `until` the clock on the wall, "08:43"; None: only the card helps."""

    until: str | None


@dataclass(frozen=True, slots=True)
class ChoosingNew:
    """`LockSettingsModel.new_lock` walks to a new lock."""


@dataclass(frozen=True, slots=True)
class Changing:
    """The new lock is being put on."""


@dataclass(frozen=True, slots=True)
class ShowingNewCard:
    """A new card to write down. Privacy: `characters` open the planner; they are in no representation."""

    characters: str

    def __repr__(self) -> str:
        return "ShowingNewCard(…)"


LockSettingsState = (
    Reading | Overview | Removing | AskingNow | RestingNow | ChoosingNew | Changing | ShowingNewCard
)
