"""Tells schedules by hand: `python -m tests.simulation.run SEED [UNTIL]`."""

import sys

from tests.simulation.story import Counted, tell


def main(first: int, until: int) -> None:
    """Each of these seeds, and what they came to; stops at the first that breaks a promise."""
    counted = Counted()
    for seed in range(first, until):
        counted += tell(seed)
    print(f"seeds {first} to {until - 1}: {counted}")  # noqa: T201  it talks to a terminal


if __name__ == "__main__":
    first = int(sys.argv[1])
    main(first, int(sys.argv[2]) if len(sys.argv) > 2 else first + 1)
