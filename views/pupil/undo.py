"""One quiet offer to take the last change back. It waits ten seconds and then goes by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from views.timer import Timer

UNDO_MS = 10_000


class Changed(StrEnum):
    """What was just changed; the sentence of the bar is chosen by it."""

    done = "done"
    opened = "opened"
    skipped = "skipped"
    not_needed = "not_needed"
    size = "size"
    paused = "paused"
    taken_up = "taken_up"
    step_removed = "step_removed"


@dataclass(frozen=True, slots=True)
class Undoable:
    """What the bar says. Shape: `title` as somebody typed it, else the `starter` key of a sentence."""

    changed: Changed
    title: str | None = None
    starter: str | None = None


class Undo:
    """Holds the newest offer only. `told` is called whenever the offer changes."""

    def __init__(self, timer: Timer, told: Callable[[], None]) -> None:
        self._timer = timer
        self._told = told
        self._back: Callable[[], None] | None = None
        self._stop_waiting: Callable[[], None] | None = None
        self.offer: Undoable | None = None

    def offer_back(self, what: Undoable, back: Callable[[], None]) -> None:
        """Offer `back` for ten seconds, in place of any earlier offer."""
        self._forget()
        self.offer, self._back = what, back
        self._stop_waiting = self._timer.after(UNDO_MS, self.withdraw)
        self._told()

    def take(self) -> None:
        """Take the last change back, if it is still offered."""
        back = self._back
        self.withdraw()
        if back is not None:
            back()

    def withdraw(self) -> None:
        """Stop offering."""
        had_one = self.offer is not None
        self._forget()
        if had_one:
            self._told()

    def _forget(self) -> None:
        if self._stop_waiting is not None:
            self._stop_waiting()
        self.offer = self._back = self._stop_waiting = None
