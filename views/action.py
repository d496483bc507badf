"""Actions: work that a tap began. Keyed, so that one thing never waits for another, and the last wish wins.

While an action of some key runs, later wishes of the same key wait, and only the last of them is kept.
A running action is never cut off: a write that began must end. No exception is lost.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from services.planner.errors import FirstbellError

log = logging.getLogger("firstbell.action")

Work = Callable[[], Awaitable[object]]
OnError = Callable[[FirstbellError], None]


class Actions:
    """Holds every running action by its key.

    `surprised` hears of errors that are not ours, after the log has their type.
    """

    def __init__(self, surprised: Callable[[Exception], None] | None = None) -> None:
        self._task_by_key: dict[str, asyncio.Task[None]] = {}
        self._next_by_key: dict[str, tuple[Work, OnError]] = {}
        self._surprised = surprised

    def start(self, key: str, work: Work, on_error: OnError) -> None:
        """Begin `work`, or remember it as the next of its key. `on_error` hears a FirstbellError."""
        self._next_by_key[key] = (work, on_error)
        if key not in self._task_by_key:
            task = asyncio.get_running_loop().create_task(self._run(key))
            self._task_by_key[key] = task

    def is_busy(self, key: str) -> bool:
        """Whether an action of this key has not ended yet."""
        return key in self._task_by_key

    async def settle(self) -> None:
        """Wait until nothing runs any more."""
        while self._task_by_key:
            await asyncio.gather(*self._task_by_key.values())

    async def _run(self, key: str) -> None:
        try:
            while key in self._next_by_key:
                work, on_error = self._next_by_key.pop(key)
                await self._one(work, on_error)
        finally:
            del self._task_by_key[key]

    async def _one(self, work: Work, on_error: OnError) -> None:
        try:
            await work()
        except FirstbellError as error:
            on_error(error)
        except Exception as error:  # noqa: BLE001  # the last net: nothing may vanish in a task
            # The message may hold a person's words, so only the kind is logged.
            log.error("an action raised %s", type(error).__name__)  # noqa: TRY400  # a trace may hold words
            if self._surprised:
                self._surprised(error)
