"""A step while somebody is writing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from services.planner.reading import WEEKDAYS
from services.planner.routine import Step
from services.planner.text import NAME_LIMIT
from services.planner.words import Size

_TYPED_CLOCK = re.compile(r"\s*(\d{1,2})\s*[:.h ]?\s*(\d{2})\s*", re.ASCII)
DEFAULT_PICTURE = "star"


@dataclass(frozen=True, slots=True)
class StepDraft:
    """What the step sheet holds. Shape: `clock` as it was typed, "7:30" or "0730"; empty is no time."""

    title: str
    picture: str
    clock: str
    sizes: frozenset[Size]
    days: frozenset[int]

    @classmethod
    def of(cls, step: Step, shown_title: str) -> "StepDraft":
        """The sheet of a step that is there."""
        return cls(shown_title, step.picture, shown_clock(step.at), step.sizes, step.days)

    @classmethod
    def fresh(cls) -> "StepDraft":
        """The sheet of a new step: every day, in the usual size."""
        return cls("", DEFAULT_PICTURE, "", frozenset({Size.USUAL}), WEEKDAYS)

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

    def changes_from(self, before: "StepDraft") -> Mapping[str, object]:
        """What to write: only what differs, under the names that records have."""
        found: dict[str, object] = {}
        for field in fields(self):
            name = field.name
            now = getattr(self, name)
            if now == getattr(before, name):
                continue
            if name == "clock":
                if self.at != before.at:
                    found["at"] = self.at
            else:
                found[name] = now.strip() if name == "title" else now
        return found


def read_clock(typed: str) -> str | None:
    """A time of day as people type it: 7:30, 07.30, 730. None if it is none."""
    found = _TYPED_CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def shown_clock(at: str | None) -> str:
    """A time of day as people read it: 7:30."""
    return "" if at is None else f"{int(at[:2])}:{at[3:]}"
