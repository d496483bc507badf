"""What a build step tells the person at the terminal: progress, or the one sentence on why it stopped."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

DISK_FULL = "The disk is full. Firstbell needs about 1 GB here; free some space and run this again."


class BuildStopped(Exception):
    """The build cannot go on; the message is one clear sentence."""


def say(text: str) -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what begins, and how long it took."""
    began = perf_counter()
    print(f"  {what} ...", end="", flush=True)
    yield
    print(f" {perf_counter() - began:.1f} s", flush=True)


@contextmanager
def one_sentence() -> Iterator[None]:
    """Turn the faults a person can mend into a sentence and exit code 1."""
    try:
        yield
    except BuildStopped as stop:
        sys.exit(f"\n{stop}")
    except OSError as fault:
        if fault.errno != errno.ENOSPC:
            raise
        sys.exit(f"\n{DISK_FULL}")
