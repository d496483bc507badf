"""Waiting, as an argument: real in the app, turned by hand in tests."""

import asyncio
from collections.abc import Callable
from typing import Protocol


class Timer(Protocol):
    """Calls back later, once."""

    def after(self, wait_ms: int, fn: Callable[[], None]) -> Callable[[], None]:
        """Call `fn` in `wait_ms`; the returned function takes the wish back and may be called twice."""
        ...


class LoopTimer:
    """Waits on the running event loop."""

    def after(self, wait_ms: int, fn: Callable[[], None]) -> Callable[[], None]:
        """Call `fn` in `wait_ms` on this loop."""
        return asyncio.get_running_loop().call_later(wait_ms / 1000, fn).cancel
