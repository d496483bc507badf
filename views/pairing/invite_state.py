"""What the screen that lets somebody in shows."""

from dataclasses import dataclass

from services.sync.inviting import Spoilt
from services.sync.pairing_port import Asks, Guest, ShownTicket, WrittenLetter


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`InviteModel.ask` asks for the lock once more."""


@dataclass(frozen=True, slots=True)
class Granting:
    """No endpoint knows this device: `InviteModel.grant` and `.address` have what is typed.

    Shape: `fresh` counts up when the fields begin anew; `problem` as in `Choosing`.
    """

    fresh: int
    needs_address: bool
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Choosing:
    """Whom it is for. Shape: `problem` as in `views.strings.problem_sentence.key_sentence`."""

    guests: tuple[Guest, ...]
    chosen: Guest
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """The ticket is being made."""


@dataclass(frozen=True, slots=True)
class Showing:
    """The ticket is open and nobody has come."""

    ticket: ShownTicket
    is_offline: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A letter was written, and is shown this once."""

    letter: WrittenLetter


@dataclass(frozen=True, slots=True)
class Comparing:
    """Somebody has come; an adult compares and decides."""

    guest: Guest
    asks: Asks
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Adding:
    """The device is being added."""


@dataclass(frozen=True, slots=True)
class Added:
    """It is in."""


@dataclass(frozen=True, slots=True)
class Over:
    """Nobody can come in by that ticket any more."""

    why: Spoilt


InviteState = (
    AskingAgain | Granting | Choosing | Making | Showing | Written | Comparing | Adding | Added | Over
)
