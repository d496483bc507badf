"""When this window syncs: soon after a change, when it comes into sight, now and then while adults look.

    a change            3 seconds later, and up to 2 more, so that quick ticks travel together
    opened, shown       at once; and when the network is back
    adults looking      every minute
    an error            later and later, as the endpoint asks; a cut network is tried at the next change

A change that was received is not sent back. Nothing is shown here; adults read when others were last heard.
"""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from services.planner.errors import EndpointBusy, EndpointUnreachable, FirstbellError
from services.planner.ids import RecordId
from services.vault.journal import Journal
from views.action import Actions
from views.timer import Timer

AFTER_CHANGE_MS: Final = 3_000
JITTER_MS: Final = 2_000
LOOKING_MS: Final = 60_000
_KEY: Final = "syncing"
_log: Final = logging.getLogger("firstbell.syncing")


class Syncing:
    """`chance` gives a number from 0 to 1. It rests until `begin`.

    Shape: `last_error` is the code of what ended the latest round, empty when all went well.
    """

    def __init__(self, actions: Actions, timer: Timer, chance: Callable[[], float]) -> None:
        self._actions = actions
        self._timer = timer
        self._chance = chance
        self._round: Callable[[], Awaitable[None]] | None = None
        self._stop_waiting: Callable[[], None] = lambda: None
        self._stops: list[Callable[[], None]] = []
        self._failures = 0
        self._must_wait = False
        self._is_in_sight = True
        self._is_watched = False
        self.last_error = ""

    def begin(
        self, round_: Callable[[], Awaitable[None]], journals: Iterable[Journal], *, is_watched: bool
    ) -> None:
        """Follows these planners from now on. `is_watched`: an adult looks at them."""
        self.end()
        self._round, self._is_watched = round_, is_watched
        self._stops = [self._follow(journal) for journal in journals]
        self._go()

    def end(self) -> None:
        """Rests: the planner is locked, or another tab writes. A round under way ends by itself."""
        self._stop_waiting()
        for stop in self._stops:
            stop()
        self._stops.clear()
        self._round, self._failures, self._must_wait, self.last_error = None, 0, False, ""

    def shown(self) -> None:
        """The app is in sight, or the network is back."""
        self._is_in_sight = True
        if self._round is not None and not self._must_wait:
            self._go()

    def hidden(self) -> None:
        """The app is out of sight: what changed is still sent, nothing else is asked for."""
        self._is_in_sight = False

    def _follow(self, journal: Journal) -> Callable[[], None]:
        def hear(changed: frozenset[RecordId]) -> None:
            if changed and journal.kept().outbox and not self._must_wait:
                self._wait(AFTER_CHANGE_MS + int(JITTER_MS * self._chance()))

        return journal.subscribe(hear)

    def _wait(self, ms: int) -> None:
        self._stop_waiting()
        self._stop_waiting = self._timer.after(ms, self._go)

    def _go(self) -> None:
        self._stop_waiting()
        if self._round is not None:
            self._actions.start(_KEY, self._one, self._later)

    async def _one(self) -> None:
        round_ = self._round
        if round_ is None:
            return
        await round_()
        self._failures, self._must_wait, self.last_error = 0, False, ""
        if self._round is round_ and self._is_watched and self._is_in_sight:
            self._wait(LOOKING_MS)

    def _later(self, error: FirstbellError) -> None:
        if self._round is None:
            return
        from services.sync.back_off import back_off_ms

        self._failures, self.last_error = self._failures + 1, error.code
        self._must_wait = not isinstance(error, EndpointUnreachable)
        asked_ms = error.wait_ms if isinstance(error, EndpointBusy) else 0
        _log.info("a round ended early code=%s failures=%d", error.code, self._failures)
        self._wait(back_off_ms(self._failures, self._chance(), asked_ms))
