"""What the page of a planner's card shows."""

from dataclasses import dataclass

from services.sync.keeping_card import CardStanding, MadeCard


@dataclass(frozen=True, slots=True)
class Looking:
    """Finding out whether there is one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How it is. Shape: `problem` as in `views.strings.problem_sentence.key_sentence`.

    `is_dropping`: whether there shall be none is asked. `was_dropped`: that was just done.
    """

    standing: CardStanding
    is_dropping: bool = False
    was_dropped: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`CardModel.ask` asks for the lock once more."""


@dataclass(frozen=True, slots=True)
class Working:
    """The endpoint hears of it."""


@dataclass(frozen=True, slots=True)
class ShowingCard:
    """A card to be printed. Privacy: after this nothing in the app can show it again."""

    card: MadeCard


CardState = Looking | Shown | AskingAgain | Working | ShowingCard
