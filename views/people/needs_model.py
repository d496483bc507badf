"""The one quiet line of a first screen: sharing wants an adult, or a planner is apart or outside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from services.planner.ids import PlannerId
from views.live_model import Listener, LiveModel, Stop
from views.people.sharing_now import SharingNow
from views.timer import Timer

LOOK_AGAIN_MS: Final = 15_000
_TOLD: Final = (SharingNow.OUTSIDE, SharingNow.ASKED, SharingNow.LOOK, SharingNow.APART)

Now = Callable[[PlannerId], SharingNow]


@dataclass(frozen=True, slots=True)
class Need:
    """What to say: of the first planner that has something, and how many there are like it."""

    planner: PlannerId
    now: SharingNow
    count: int


class NeedsModel(LiveModel[Need | None]):
    """Looks again while somebody listens; None where all is well."""

    def __init__(self, planners: Sequence[PlannerId], now: Now, timer: Timer) -> None:
        self._planners = tuple(planners)
        self._now = now
        self._timer = timer
        self._stop_looking: Stop | None = None
        super().__init__(self._need())

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""
        stop_listening = super().subscribe(fn)
        if self._stop_looking is None:
            self._look()

        def stop() -> None:
            stop_listening()
            if not self._listeners and self._stop_looking is not None:
                self._stop_looking()
                self._stop_looking = None

        return stop

    def _look(self) -> None:
        self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look)
        self.become(self._need())

    def _need(self) -> Need | None:
        found = [(one, self._now(one)) for one in self._planners]
        for told in _TOLD:
            those = [one for one, now in found if now is told]
            if those:
                return Need(those[0], told, len(those))
        return None
