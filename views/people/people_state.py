"""What the page about people shows."""

from dataclasses import dataclass

from services.sync.circle_kept import Standing
from services.sync.people import Somebody


@dataclass(frozen=True, slots=True)
class Looking:
    """It is being looked who is in."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Nobody else reads this planner."""


@dataclass(frozen=True, slots=True)
class Outside:
    """It came out of a backup; the others have to let this device in again."""


@dataclass(frozen=True, slots=True)
class Here:
    """Who is in. `needs_look`: an adult should look how sharing goes. Shape: `problem` is a `problem_key`."""

    people: tuple[Somebody, ...]
    is_steward: bool
    may_self_add: bool
    needs_look: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Apart:
    """This device reads it no more. `may_begin_anew`: it can be made ready to be let in again."""

    standing: Standing
    may_begin_anew: bool


@dataclass(frozen=True, slots=True)
class Unread:
    """It is shared, and the list was not read here yet, or cannot be."""


PeopleState = Looking | Alone | Outside | Here | Apart | Unread
