"""What bringing back a copy shows: exactly one of these."""

from dataclasses import dataclass

from services.desk.glance import Glance


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`BringBackModel.ask` asks."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which file. Shape: `error` is a code of services/planner/errors.py, about the file chosen last."""

    error: str | None = None


@dataclass(frozen=True, slots=True)
class AskingWords:
    """The words of the copy; `BringBackModel.secret` has the entry."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The copy is being opened, which takes a moment on purpose."""


@dataclass(frozen=True, slots=True)
class Inside:
    """What is in the copy and what is here. Units: `made_ms` since 1970 UTC. Nothing has changed yet."""

    made_ms: int
    in_copy: tuple[Glance, ...]
    here: tuple[Glance, ...]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ChoosingLock:
    """There is no planner here yet; `BringBackModel.new_lock` walks to its lock."""


@dataclass(frozen=True, slots=True)
class Bringing:
    """It is being brought back."""


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """A new card to write down. Privacy: `characters` open the planner; they are in no representation."""

    characters: str

    def __repr__(self) -> str:
        return "ShowingCard(…)"


BringBackState = (
    AskingAgain | Choosing | AskingWords | Opening | Inside | ChoosingLock | Bringing | ShowingCard
)
