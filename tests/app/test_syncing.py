"""When a window syncs, by a clock turned by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.syncing import AFTER_CHANGE_MS, JITTER_MS, LOOKING_MS, Syncing
from services.planner.errors import EndpointBusy, EndpointUnreachable, FirstbellError
from services.vault.vault_state import LockKind
from tests.journeys.app_stage import HandTimer
from tests.vault.homes import Home, tick
from views.action import Actions

Run = Callable[[Awaitable[Any]], Any]


class Window:
    """A planner that is shared, and the rounds that were asked for."""

    def __init__(self) -> None:
        self.timer, self.actions, self.rounds = HandTimer(), Actions(), 0
        self.problem: FirstbellError | None = None
        self.syncing = Syncing(self.actions, self.timer, lambda: 0.5)

    async def begin(self, *, is_watched: bool = False) -> None:
        vault = Home().vault()
        await vault.create(LockKind.NONE)
        self.journal = await vault.add_planner()
        self.syncing.begin(self._round, [self.journal], is_watched=is_watched)
        await self.settle()

    async def _round(self) -> None:
        self.rounds += 1
        if self.problem is not None:
            raise self.problem

    async def settle(self) -> None:
        await self.actions.settle()

    async def pass_ms(self, ms: int) -> None:
        self.timer.turn(ms)
        await self.settle()

    @property
    def waits_ms(self) -> list[int]:
        return [ms for ms, _ in self.timer.wishes]


def test_quick_ticks_travel_together_a_little_later(run: Run) -> None:
    async def story() -> None:
        window = Window()
        await window.begin()
        assert window.rounds == 1, "at once, when it opens"
        await window.journal.write([tick("s1")])
        await window.journal.write([tick("s2")])
        assert window.waits_ms == [AFTER_CHANGE_MS + JITTER_MS // 2]
        await window.pass_ms(AFTER_CHANGE_MS + JITTER_MS)
        assert window.rounds == 2

    run(story())


def test_adults_who_look_are_told_every_minute_and_nobody_is_out_of_sight(run: Run) -> None:
    async def story() -> None:
        window = Window()
        await window.begin(is_watched=True)
        assert window.waits_ms == [LOOKING_MS]
        window.syncing.hidden()
        await window.pass_ms(LOOKING_MS)
        assert (window.rounds, window.waits_ms) == (2, [])
        window.syncing.shown()
        await window.settle()
        assert (window.rounds, window.waits_ms) == (3, [LOOKING_MS])

    run(story())


def test_a_busy_endpoint_is_left_alone_as_long_as_it_asks(run: Run) -> None:
    async def story() -> None:
        window = Window()
        window.problem = EndpointBusy(90_000)
        await window.begin()
        assert window.waits_ms == [90_000]
        await window.journal.write([tick()])
        window.syncing.shown()
        await window.settle()
        assert (window.rounds, window.waits_ms) == (1, [90_000])

    run(story())


def test_without_a_network_the_next_tick_tries_again(run: Run) -> None:
    async def story() -> None:
        window = Window()
        window.problem = EndpointUnreachable()
        await window.begin()
        await window.pass_ms(max(window.waits_ms))
        assert window.rounds == 2
        assert window.waits_ms == [2_000], "twice as long, at half a chance"
        await window.journal.write([tick()])
        assert window.waits_ms == [AFTER_CHANGE_MS + JITTER_MS // 2]

    run(story())


def test_a_lock_ends_it(run: Run) -> None:
    async def story() -> None:
        window = Window()
        await window.begin(is_watched=True)
        window.syncing.end()
        await window.journal.write([tick()])
        window.syncing.shown()
        await asyncio.sleep(0)
        assert (window.rounds, window.waits_ms) == (1, [])

    run(story())


@pytest.mark.parametrize("is_watched", [True, False])
def test_beginning_again_follows_once(run: Run, is_watched: bool) -> None:
    async def story() -> None:
        window = Window()
        await window.begin(is_watched=is_watched)
        window.syncing.begin(window._round, [window.journal], is_watched=is_watched)
        await window.settle()
        await window.journal.write([tick()])
        assert len(window.waits_ms) == 1

    run(story())
