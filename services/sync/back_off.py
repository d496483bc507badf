"""How long to wait before the next try: twice as long after each failure, with full jitter."""

from typing import Final

FIRST_MS: Final = 1_000
LONGEST_MS: Final = 15 * 60 * 1_000
_MOST_DOUBLINGS: Final = 10  # beyond it the longest wait is reached


def back_off_ms(failures: int, chance: float, asked_ms: int = 0) -> int:
    """Milliseconds after `failures` tries in a row that failed, at least as long as the endpoint asks.

    Shape: `failures` from 1, `chance` from 0 to 1.
    """
    assert failures >= 1
    assert 0 <= chance <= 1
    ceiling = min(LONGEST_MS, FIRST_MS * 2 ** min(failures, _MOST_DOUBLINGS))
    return max(asked_ms, int(ceiling * chance))
