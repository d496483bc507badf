"""What the models of all roles' screens share: one desk read, one state shown."""

from datetime import date
from typing import Generic, TypeVar

from services.desk.desk import Desk
from services.planner.planner import Planner
from services.planner.planner_day import planner_day
from views.action import Actions, OnError, Work
from views.live_model import Listener, LiveModel, Stop

State = TypeVar("State")
SomeDesk = TypeVar("SomeDesk", bound=Desk)


class DeskModel(LiveModel[State], Generic[State, SomeDesk]):
    """A model over a desk. It follows the desk only while somebody follows the model."""

    def __init__(self, desk: SomeDesk, actions: Actions) -> None:
        self._desk = desk
        self._actions = actions
        self._stop_following: Stop | None = None
        super().__init__(self._read(desk.planner))

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""
        if not self._listeners:
            self._stop_following = self._desk.subscribe(lambda _planner: self._refresh())
        stop_listening = super().subscribe(fn)
        # The desk may have changed while nobody looked.
        self._refresh()

        def stop() -> None:
            stop_listening()
            if not self._listeners and self._stop_following is not None:
                self._stop_following()
                self._stop_following = None

        return stop

    def _read(self, planner: Planner) -> State:
        """The state that this planner means, together with what only the screen knows."""
        raise NotImplementedError

    def _refresh(self) -> None:
        self.become(self._read(self._desk.planner))

    def _today(self) -> date:
        return planner_day(self._desk.now_ms(), self._desk.zone)

    def _start(self, key: str, work: Work, on_error: OnError) -> None:
        self._actions.start(key, work, on_error)
