"""A new routine while somebody is saying what it is."""

from dataclasses import dataclass, replace

from services.planner.starter import STARTER_ROUTINES
from services.planner.text import NAME_LIMIT
from services.planner.words import Part


@dataclass(frozen=True, slots=True)
class RoutineDraft:
    """What the sheet for one more routine holds. Shape: weekdays, Monday is 0."""

    part: Part
    title: str
    picture: str
    days: frozenset[int]

    @classmethod
    def fresh(cls, part: Part) -> "RoutineDraft":
        """A nameless routine for this part of the day, on its usual days."""
        return cls(part, "", STARTER_ROUTINES[part].picture, STARTER_ROUTINES[part].days)

    @property
    def is_ready(self) -> bool:
        """It has a name and a day."""
        return 0 < len(self.title.strip()) <= NAME_LIMIT and bool(self.days)

    def with_part(self, part: Part) -> "RoutineDraft":
        """For another part of the day, with that part's picture and days."""
        return replace(RoutineDraft.fresh(part), title=self.title)

    def with_title(self, title: str) -> "RoutineDraft":
        """Called so."""
        return replace(self, title=title)

    def with_day(self, day: int) -> "RoutineDraft":
        """On this weekday too, or no longer."""
        return replace(self, days=self.days ^ {day})
