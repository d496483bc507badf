"""A running app that may end at any await: its tasks stop, and nothing it does reaches disk or network again.

Every port of a simulated device asks `step` before and after what it does. So an app can end before the disk
wrote, or after it wrote and before the app heard of it, and two tasks of one app meet in every order.
"""

import asyncio
from collections.abc import Coroutine
from contextvars import Context, ContextVar, copy_context
from random import Random
from typing import Any, TypeVar

Made = TypeVar("Made")

_RUNS: ContextVar["Power | None"] = ContextVar("_RUNS", default=None)
_GIVES_WAY = 0.2


class Power:
    """The life of one app from its start to its end."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._steps_left: int | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self.is_on = True

    def go_out_after(self, steps: int | None) -> None:
        """The app ends at the so-manieth step from now; None: it goes on."""
        self._steps_left = steps

    def go_out(self) -> None:
        """Ends the app here and now."""
        self.is_on = False
        for task in list(self._tasks):
            task.cancel()

    def start(self, work: Coroutine[Any, Any, Made]) -> "asyncio.Task[Made]":
        """Runs work as this app's own; whatever tasks it makes are its too."""
        context = copy_context()
        context.run(_RUNS.set, self)
        return asyncio.get_running_loop().create_task(work, context=context)

    async def step(self) -> None:
        """One step of the app. Errors: CancelledError once it has ended."""
        if self._steps_left is not None:
            self._steps_left -= 1
            if self._steps_left <= 0:
                self.go_out()
        if not self.is_on:
            raise asyncio.CancelledError
        if self._random.random() < _GIVES_WAY:
            await asyncio.sleep(0)

    def owns(self, task: "asyncio.Task[Any]") -> None:
        """Remembers a task as long as it runs."""
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def watch_tasks(loop: asyncio.AbstractEventLoop) -> None:
    """From now on every task of this loop belongs to the app that made it."""

    def make(
        loop: asyncio.AbstractEventLoop, work: Coroutine[Any, Any, Any], **how: Any
    ) -> "asyncio.Task[Any]":
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, **how)
        power = (how.get("context") or copy_context()).get(_RUNS)
        if power is not None:
            power.owns(task)
        return task

    loop.set_task_factory(make)


def apart() -> Context:
    """A context that belongs to no app: for what goes on when the app that caused it has ended."""
    return Context()
