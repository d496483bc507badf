"""The children of a parent on this device, and whose planner is open."""

from dataclasses import dataclass

from services.desk.family import FamilyDesk
from services.planner.person import Person
from services.planner.planner import Planner
from services.planner.pupil import Pupil, pupil_of
from views.live_model import Listener, LiveModel, Stop


@dataclass(frozen=True, slots=True)
class FamilyState:
    """Shape: `chosen` is a place in `pupils`; `me` the parent as the chosen planner has them."""

    pupils: tuple[Pupil, ...]
    chosen: int
    me: Person | None

    @property
    def pupil(self) -> Pupil:
        """Whose planner is open."""
        return self.pupils[self.chosen]


class FamilyModel(LiveModel[FamilyState]):
    """Follows every desk while somebody looks, so that a changed name shows everywhere."""

    def __init__(self, desks: tuple[FamilyDesk, ...]) -> None:
        assert desks, "a family has a child"
        self._desks = desks
        self._stops: list[Stop] = []
        super().__init__(_read(desks, 0))

    @property
    def desk(self) -> FamilyDesk:
        """The desk of the open planner."""
        return self._desks[self.state.chosen]

    def choose(self, number: int) -> None:
        """Open another child's planner."""
        self.become(_read(self._desks, number))

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""
        if not self._listeners:
            self._stops = [desk.subscribe(self._hear) for desk in self._desks]
        stop_listening = super().subscribe(fn)
        self.choose(self.state.chosen)

        def stop() -> None:
            stop_listening()
            if not self._listeners:
                while self._stops:
                    self._stops.pop()()

        return stop

    def _hear(self, planner: Planner) -> None:
        self.choose(self.state.chosen)


def _read(desks: tuple[FamilyDesk, ...], chosen: int) -> FamilyState:
    return FamilyState(tuple(pupil_of(desk.planner) for desk in desks), chosen, desks[chosen].planner.me)
