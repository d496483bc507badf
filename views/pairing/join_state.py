"""What the screen shows on which somebody joins."""

from dataclasses import dataclass

from services.sync.pairing_port import Offered


@dataclass(frozen=True, slots=True)
class Typing:
    """`JoinModel.code` and `.address` have what is typed. `fresh` counts up when the fields begin anew."""

    fresh: int
    needs_address: bool
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The ticket is being looked for."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """What the ticket offers; nothing has been asked."""

    offered: Offered
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Arriving:
    """Nobody in this role is on this device yet: they say who they are, and how it shall be locked."""

    offered: Offered


@dataclass(frozen=True, slots=True)
class Asking:
    """It is being asked, which takes a moment on purpose."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """Three pictures stand here; somebody else decides. `is_letter`: perhaps days later; the join is kept."""

    pictures: tuple[str, ...]
    is_offline: bool = False
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """This device is in."""


JoinState = Typing | LookingUp | Deciding | Arriving | Asking | Comparing | Done
