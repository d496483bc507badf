"""An event loop whose hours pass at once: when everybody waits, the clock jumps to the next alarm.

Nothing is really waited for, so an hour late takes no time, and a seed gives the same run again. Threads have
no place on it.
"""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

Made = TypeVar("Made")


class NothingWillHappen(Exception):
    """Everybody waits for something that nobody will do."""


class _Jumping(selectors.BaseSelector):
    """A selector that watches nothing and lets the time pass that it was given."""

    def __init__(self) -> None:
        self.now_s = 0.0
        self._watched: dict[int, selectors.SelectorKey] = {}

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        number = fileobj if isinstance(fileobj, int) else fileobj.fileno()
        key = selectors.SelectorKey(fileobj, number, events, data)
        self._watched[number] = key
        return key

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        return self._watched.pop(fileobj if isinstance(fileobj, int) else fileobj.fileno())

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise NothingWillHappen
        self.now_s += max(0.0, timeout)
        return []

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        return self._watched


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop on its own time, which begins at 0."""

    def __init__(self) -> None:
        self._hours = _Jumping()
        super().__init__(self._hours)

    def time(self) -> float:
        """Units: seconds since it was made."""
        return self._hours.now_s


def run_virtually(work: Callable[[], Awaitable[Made]]) -> Made:
    """Runs to the end. What a task left behind raised and nobody heard is raised here."""
    unheard: list[BaseException] = []
    loop = VirtualLoop()
    loop.set_exception_handler(lambda _, context: unheard.append(_fault_of(context)))

    async def whole() -> Made:
        return await work()

    try:
        made = loop.run_until_complete(whole())
        _end_all(loop)
    finally:
        loop.close()
    if unheard:
        raise unheard[0]
    return made


def _end_all(loop: VirtualLoop) -> None:
    left = asyncio.all_tasks(loop)
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.wait(left))


def _fault_of(context: dict[str, Any]) -> BaseException:
    fault = context.get("exception")
    return fault if isinstance(fault, BaseException) else AssertionError(context["message"])
