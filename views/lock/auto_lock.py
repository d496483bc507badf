"""Locks by itself after a while out of sight: five minutes, for a mentor two."""

from collections.abc import Callable

from services.planner.words import Role
from views.timer import Timer

AFTER_MS = 5 * 60 * 1000
MENTOR_AFTER_MS = 2 * 60 * 1000


def wait_of(role: Role) -> int:
    """How long this role's planners stay open out of sight. Units: milliseconds."""
    return MENTOR_AFTER_MS if role is Role.MENTOR else AFTER_MS


class AutoLock:
    """The app's lifecycle says when it goes out of sight and when it comes back.

    A timer may sleep with the phone, so the clock is asked again on the way back. A clock that went
    backwards counts as a long time: nobody stays in by turning it.
    """

    def __init__(
        self, lock: Callable[[], None], timer: Timer, after_ms: Callable[[], int] = lambda: AFTER_MS
    ) -> None:
        self._lock = lock
        self._timer = timer
        self._after_ms = after_ms
        self._hidden_at_ms: int | None = None
        self._stop: Callable[[], None] | None = None

    def on_hidden(self, now_ms: int) -> None:
        """Out of sight. Told twice, the first time counts."""
        if self._hidden_at_ms is None:
            self._hidden_at_ms = now_ms
            self._stop = self._timer.after(self._after_ms(), self._on_time)

    def on_shown(self, now_ms: int) -> None:
        """In sight again: lock if it was too long."""
        if self._hidden_at_ms is None:
            return
        away_ms = now_ms - self._hidden_at_ms
        self.forget()
        if not 0 <= away_ms < self._after_ms():
            self._lock()

    def forget(self) -> None:
        """Nothing to wait for any more."""
        if self._stop is not None:
            self._stop()
        self._stop = None
        self._hidden_at_ms = None

    def _on_time(self) -> None:
        if self._hidden_at_ms is not None:
            self._stop = None
            self._hidden_at_ms = None
            self._lock()
