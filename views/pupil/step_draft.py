"""A step while somebody is writing it."""

import re
from dataclasses import dataclass, replace

from services.desk.step_verbs import StepChange
from services.planner.reading import WEEKDAYS
from services.planner.routine import Step
from services.planner.text import NAME_LIMIT
from services.planner.words import Size
from views.strings.dates import clock

_TYPED_CLOCK = re.compile(r"\s*(\d{1,2})\s*[:.h ]?\s*(\d{2})\s*", re.ASCII)
DEFAULT_PICTURE = "star"


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What the step sheet holds.

    Shape: `clock` as it was typed, "7:30" or "0730", empty is no time; `starter` is the key of the idea
    that the step began as, with the idea's own words as its `title` until somebody changes them.
    """

    title: str
    picture: str
    clock: str
    sizes: frozenset[Size]
    days: frozenset[int]
    starter: str | None = None
    starter_title: str = ""

    @classmethod
    def of(cls, step: Step, shown_title: str) -> "StepDraft":
        """The sheet of a step that is there."""
        return cls(shown_title, step.picture, clock(step.at) if step.at else "", step.sizes, step.days)

    @classmethod
    def fresh(cls) -> "StepDraft":
        """The sheet of a new step: every day, in the usual size."""
        return cls("", DEFAULT_PICTURE, "", frozenset({Size.USUAL}), WEEKDAYS)

    @classmethod
    def of_idea(cls, key: str, title: str, picture: str, sizes: frozenset[Size]) -> "StepDraft":
        """The sheet filled with an idea from the starter content."""
        return cls(title, picture, "", sizes or frozenset({Size.USUAL}), WEEKDAYS, key, title)

    @property
    def own_title(self) -> str | None:
        """The words to keep: None while they are still the idea's own."""
        title = self.title.strip()
        return None if self.starter is not None and title == self.starter_title else title

    @property
    def at(self) -> str | None:
        """The time as records have it, or None."""
        return read_clock(self.clock)

    @property
    def is_clock_odd(self) -> bool:
        """Something is typed that is no time of day."""
        return bool(self.clock.strip()) and self.at is None

    @property
    def is_title_long(self) -> bool:
        """The words do not fit a card."""
        return len(self.title.strip()) > NAME_LIMIT

    @property
    def is_ready(self) -> bool:
        """It can be kept: it has words, a day, a size and no odd time."""
        has_words = bool(self.title.strip()) and not self.is_title_long
        return has_words and bool(self.sizes) and bool(self.days) and not self.is_clock_odd

    def with_size(self, size: Size) -> "StepDraft":
        """In this size too, or no longer."""
        return replace(self, sizes=self.sizes ^ {size})

    def with_day(self, day: int) -> "StepDraft":
        """On this weekday too, or no longer."""
        return replace(self, days=self.days ^ {day})

    def changes_from(self, before: "StepDraft") -> StepChange:
        """What to write: only what differs."""
        found = StepChange()
        if self.title.strip() != before.title.strip():
            found["title"] = self.title.strip()
        if self.picture != before.picture:
            found["picture"] = self.picture
        if self.at != before.at:
            found["at"] = self.at
        if self.sizes != before.sizes:
            found["sizes"] = self.sizes
        if self.days != before.days:
            found["days"] = self.days
        return found


def read_clock(typed: str) -> str | None:
    """A time of day as people type it: 7:30, 07.30, 730. None if it is none."""
    found = _TYPED_CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
