"""What the screen shows on which somebody comes back by a card."""

from dataclasses import dataclass

from services.sync.keeping_card import MadeCard


@dataclass(frozen=True, slots=True)
class Typing:
    """`ByCardModel.letters` and `.address` have what is typed. `fresh` counts up when the fields begin anew.

    Shape: `problem` as in `views.strings.problem_sentence.key_sentence`.
    """

    fresh: int
    needs_address: bool
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class LookingUp:
    """The card is being tried; nothing changes by that."""


@dataclass(frozen=True, slots=True)
class Found:
    """It opens a planner, and nothing has changed. Shape: `problem` of a try that stopped on the way."""

    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Arriving:
    """They say who they are, and how this device shall be locked where it is not."""


@dataclass(frozen=True, slots=True)
class Coming:
    """The planner is on its way."""


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """The card that is good from now on. Privacy: shown once."""

    card: MadeCard


@dataclass(frozen=True, slots=True)
class Done:
    """The planner is here."""


ByCardState = Typing | LookingUp | Found | Arriving | Coming | ShowingCard | Done
