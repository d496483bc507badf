"""What the page shows on which a planner is erased everywhere."""

from dataclasses import dataclass, field

from services.sync.epoch_keys import CircleKind


@dataclass(frozen=True, slots=True)
class Looking:
    """Finding out what this device may erase."""


@dataclass(frozen=True, slots=True)
class Others:
    """Another device looks after all of it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What would go; nothing has. Shape: `problem` as in `key_sentence`, of a try that did not work."""

    goes: tuple[CircleKind, ...]
    is_understood: bool = False
    problem: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether what everybody shares stays, which another device leads."""
        return CircleKind.SHARED not in self.goes


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`EraseModel.ask` asks for the lock once more."""


@dataclass(frozen=True, slots=True)
class Working:
    """The order is on its way, and this device deletes."""


@dataclass(frozen=True, slots=True)
class Erased:
    """It is gone. Privacy: the name is in no representation."""

    name: str = field(repr=False)
    is_part: bool = False


EraseState = Looking | Others | Reading | AskingAgain | Working | Erased
