"""Wakes those who wait for news of a circle or of themselves, in this process."""

import asyncio
from collections.abc import Collection, Iterable
from contextlib import suppress


class Bell:
    """Rung after every commit."""

    def __init__(self) -> None:
        self._waiting: dict[bytes, set[asyncio.Event]] = {}
        self.is_closed = False
        self.rung = 0  # how often

    def ring(self, ids: Iterable[bytes]) -> None:
        """There is something new about these circles or devices."""
        self.rung += 1
        for id_ in ids:
            for event in self._waiting.get(id_, ()):
                event.set()

    @property
    def waits(self) -> bool:
        """Whether anybody waits."""
        return bool(self._waiting)

    def close(self) -> None:
        """Nobody waits from now on: the endpoint stops."""
        self.is_closed = True
        self.ring(list(self._waiting))

    async def wait(self, ids: Collection[bytes], rung: int, most_s: float) -> None:
        """Until it rings for one of these, or the time is over; not at all if it rang since `rung`."""
        if self.is_closed or self.rung != rung:
            return
        event = asyncio.Event()
        for id_ in ids:
            self._waiting.setdefault(id_, set()).add(event)
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(event.wait(), most_s)
        finally:
            for id_ in ids:
                self._waiting[id_].discard(event)
                if not self._waiting[id_]:
                    del self._waiting[id_]
