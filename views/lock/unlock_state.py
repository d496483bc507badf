"""What stands in front of a locked planner: exactly one of these."""

from dataclasses import dataclass
from enum import StrEnum

from services.vault.vault_state import LockKind


class CardProblem(StrEnum):
    """Why a typed card is not taken."""

    EMPTY = "empty"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Looking:
    """Finding out what is here, or opening what asks for nothing."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The PIN, pictures or passphrase; `UnlockModel.secret` has the state of the entry."""

    kind: LockKind
    has_card: bool


@dataclass(frozen=True, slots=True)
class Resting:
    """Too many wrong tries. Shape: `until` the clock on the wall, "08:43"."""

    kind: LockKind
    has_card: bool
    until: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """It is forgotten and there is no card. `may_try`: tries are left."""

    may_try: bool


@dataclass(frozen=True, slots=True)
class Deleting:
    """Whether everything here shall really go, so that a new planner can begin."""


@dataclass(frozen=True, slots=True)
class AskingCard:
    """The characters of the recovery card. `may_go_back`: the lock itself can still be tried."""

    may_go_back: bool
    problem: CardProblem | None = None
    is_busy: bool = False


@dataclass(frozen=True, slots=True)
class ChoosingAnew:
    """The card opened it; `UnlockModel.new_lock` walks to a new lock. Shape: `error` a code of ours."""

    error: str | None = None
    is_busy: bool = False


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """A new card to write down. Privacy: `characters` open the planner; they are in no representation."""

    characters: str

    def __repr__(self) -> str:
        return "ShowingCard(…)"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """It is open, for looking only: another tab or process writes."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """It cannot be opened now. Shape: `code` of services/planner/errors.py."""

    code: str
    has_card: bool = False


UnlockState = (
    Looking
    | Asking
    | Resting
    | Forgotten
    | Deleting
    | AskingCard
    | ChoosingAnew
    | ShowingCard
    | Elsewhere
    | Stuck
)
