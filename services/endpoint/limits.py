"""How often somebody may ask. Counted in memory alone, forgotten when enough time has passed."""

from collections.abc import Callable, Hashable
from typing import Final

from services.endpoint.refusal import Refusal
from services.sync.problem import Problem

_MOST_KEPT: Final = 50_000


class Rate:
    """So many each minute for everybody, and no more than `burst` at once. Errors: Refusal("rate")."""

    def __init__(self, each_minute: float, burst: float, now_ms: Callable[[], int]) -> None:
        self._each_ms = each_minute / 60_000
        self._burst = burst
        self._now_ms = now_ms
        self._left_at: dict[Hashable, tuple[float, int]] = {}

    def take(self, who: Hashable) -> None:
        """One more by this device, organisation or address."""
        now = self._now_ms()
        left = self._left(who, now)
        if left < 1:
            wait_s = int((1 - left) / self._each_ms / 1000) + 1
            raise Refusal(Problem.RATE, retry_after_s=wait_s)
        if len(self._left_at) >= _MOST_KEPT:
            self._forget(now)
        self._left_at[who] = (left - 1, now)

    def _left(self, who: Hashable, now: int) -> float:
        left, then = self._left_at.get(who, (self._burst, now))
        return min(self._burst, left + max(0, now - then) * self._each_ms)

    def _forget(self, now: int) -> None:
        """Drops those who may ask as often as anybody; when that is not enough, the oldest half."""
        full = [who for who in self._left_at if self._left(who, now) >= self._burst]
        for who in full or list(self._left_at)[: _MOST_KEPT // 2]:
            del self._left_at[who]
