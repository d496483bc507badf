"""What the page shows on which a mentor hands pupils over."""

from dataclasses import dataclass, field

from services.planner.ids import PersonId, PlannerId
from services.sync.handing_over import Colleague


@dataclass(frozen=True, slots=True)
class Led:
    """A pupil whose planner this device leads, and the other mentors in it. Privacy: the name."""

    planner: PlannerId
    name: str = field(repr=False)
    colleagues: tuple[Colleague, ...]


@dataclass(frozen=True, slots=True)
class Looking:
    """Finding out whose planners this device leads."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which pupils, to whom. Shape: `problem` as in `views.strings.problem_sentence.key_sentence`."""

    pupils: tuple[Led, ...]
    chosen: frozenset[PlannerId] = frozenset()
    to: PersonId | None = None
    leaves: bool = False
    problem: str | None = None

    @property
    def colleagues(self) -> tuple[Colleague, ...]:
        """The mentors who are in with every chosen pupil."""
        chosen = [one.colleagues for one in self.pupils if one.planner in self.chosen]
        in_all = set.intersection(*({one.person for one in each} for each in chosen)) if chosen else set()
        return tuple(one for one in (chosen[0] if chosen else ()) if one.person in in_all)

    @property
    def colleague(self) -> Colleague | None:
        """Who it goes to, if that is settled."""
        return next((one for one in self.colleagues if one.person == self.to), None)

    @property
    def without(self) -> tuple[Led, ...]:
        """Chosen pupils with whom no other mentor is in."""
        return tuple(one for one in self.pupils if one.planner in self.chosen and not one.colleagues)


@dataclass(frozen=True, slots=True)
class AskingAgain:
    """`HandOverModel.ask` asks for the lock once more."""


@dataclass(frozen=True, slots=True)
class Working:
    """Rosters change."""


@dataclass(frozen=True, slots=True)
class Done:
    """The colleague leads them. Privacy: the name is in no representation."""

    colleague: str = field(repr=False)
    leaves: bool


HandOverState = Looking | Choosing | AskingAgain | Working | Done
