"""Actions: the last wish wins, other wishes never wait, and nothing that went wrong is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import FirstbellError, StorageFull
from views.action import Actions

Run = Callable[[Awaitable[Any]], Any]


def nothing(error: FirstbellError) -> None:
    raise AssertionError(error)


class Gate:
    """Work that goes on when it is let through."""

    def __init__(self, written: list[str]) -> None:
        self.open = asyncio.Event()
        self._written = written

    def writing(self, word: str) -> Callable[[], Awaitable[None]]:
        async def work() -> None:
            await self.open.wait()
            self._written.append(word)

        return work


def test_of_three_quick_taps_on_one_step_the_first_and_the_last_are_written(run: Run) -> None:
    async def show() -> None:
        written: list[str] = []
        gate, actions = Gate(written), Actions()
        for word in ("done", "none", "skipped"):
            actions.start("step-1", gate.writing(word), nothing)
            await asyncio.sleep(0)
        gate.open.set()
        await actions.settle()
        assert written == ["done", "skipped"]

    run(show())


def test_one_step_never_waits_for_another(run: Run) -> None:
    async def show() -> None:
        written: list[str] = []
        slow, quick, actions = Gate(written), Gate(written), Actions()
        quick.open.set()
        actions.start("step-1", slow.writing("slow"), nothing)
        actions.start("step-2", quick.writing("quick"), nothing)
        for _ in range(5):
            await asyncio.sleep(0)
        assert written == ["quick"]
        assert actions.is_busy("step-1")
        assert not actions.is_busy("step-2")
        slow.open.set()
        await actions.settle()
        assert not actions.is_busy("step-1")

    run(show())


def test_a_write_that_did_not_work_is_heard_by_the_one_who_asked(run: Run) -> None:
    async def show() -> None:
        heard: list[str] = []

        async def full() -> None:
            raise StorageFull

        actions = Actions()
        actions.start("step-1", full, lambda error: heard.append(error.code))
        await actions.settle()
        assert heard == ["storage_full"]

    run(show())


def test_a_surprise_is_told_and_the_next_wish_still_runs(run: Run) -> None:
    async def show() -> None:
        surprises: list[Exception] = []
        written: list[str] = []
        gate = Gate(written)
        gate.open.set()

        async def broken() -> None:
            raise ZeroDivisionError

        actions = Actions(surprised=surprises.append)
        actions.start("step-1", broken, nothing)
        await asyncio.sleep(0)
        actions.start("step-1", gate.writing("after"), nothing)
        await actions.settle()
        assert [type(each) for each in surprises] == [ZeroDivisionError]
        assert written == ["after"]

    run(show())
