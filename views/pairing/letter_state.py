"""What the screen about somebody who asks by a letter shows."""

from dataclasses import dataclass

from services.sync.inviting import Spoilt
from services.sync.pairing_port import Asks, Guest


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`LetterModel.ask` asks for the lock once more."""


@dataclass(frozen=True, slots=True)
class Looking:
    """It is being looked who asks."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody asks, as far as it can be seen. Shape: `problem` is a `problem_key`."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Comparing:
    """Somebody asks; an adult compares and decides."""

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
    """Nobody comes in by that letter any more."""

    why: Spoilt


LetterState = AskingAgain | Looking | Nobody | Comparing | Adding | Added | Over
