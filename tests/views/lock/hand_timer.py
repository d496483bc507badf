"""A timer that a test turns by hand."""

from collections.abc import Callable


class HandTimer:
    """Keeps every wish until it rings."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, Callable[[], None]]] = []

    def after(self, wait_ms: int, fn: Callable[[], None]) -> Callable[[], None]:
        """Keep a wish."""
        entry = (wait_ms, fn)
        self.waiting.append(entry)

        def stop() -> None:
            if entry in self.waiting:
                self.waiting.remove(entry)

        return stop

    def ring(self) -> None:
        """The time of the last wish has come."""
        self.waiting.pop()[1]()
