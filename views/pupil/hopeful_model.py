"""A model that shows a change before it is saved, and takes it back if the save does not go through.

What is hoped for is a function from planner to planner, laid over what the desk holds. It goes when the
save is done (the desk holds it by then) or when it fails (the change was never there).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Generic

from services.planner.errors import FirstbellError, VaultReadOnly
from services.planner.planner import Planner
from views.action import Actions
from views.pupil.desk_model import DeskModel, SomeDesk, State
from views.pupil.trouble import Trouble
from views.pupil.undo import Undo, Undoable
from views.timer import Timer

Hope = Callable[[Planner], Planner]
Save = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class WayBack:
    """What the quiet bar offers after a change, and what it does when taken."""

    offer: Undoable
    go_back: Callable[[], None]


class HopefulModel(DeskModel[State, SomeDesk], Generic[State, SomeDesk]):
    """Holds hopes by the key of their action: the newest hope of a key replaces the one before."""

    def __init__(self, desk: SomeDesk, actions: Actions, timer: Timer) -> None:
        self._timer = timer
        self._hope_by_key: dict[str, Hope] = {}
        self._trouble: Trouble | None = None
        self._again: Callable[[], None] | None = None
        self._undo = Undo(timer, self._refresh)
        super().__init__(desk, actions)

    def undo(self) -> None:
        """Take the last change back."""
        self._undo.take()

    def retry(self) -> None:
        """Try once more what could not be saved."""
        again = self._again
        self.put_trouble_away()
        if again is not None:
            again()

    def put_trouble_away(self) -> None:
        """The sentence was read."""
        self._trouble = self._again = None
        self._refresh()

    def _look(self, planner: Planner) -> State:
        """What is shown of this planner."""
        raise NotImplementedError

    def _read(self, planner: Planner) -> State:
        return self._look(self._hoped(planner))

    def _hoped(self, planner: Planner) -> Planner:
        for hope in self._hope_by_key.values():
            planner = hope(planner)
        return planner

    def _wish(self, key: str, hope: Hope, save: Save, way_back: WayBack | None = None) -> None:
        """Show `hope` at once and save it."""
        if self._desk.is_read_only:
            self._tell(VaultReadOnly(), None)
            return
        self._hope_by_key.pop(key, None)
        self._hope_by_key[key] = hope
        self._trouble = self._again = None
        if way_back is None:
            self._undo.withdraw()
        else:
            self._undo.offer_back(way_back.offer, way_back.go_back)
        self._refresh()

        async def save_it() -> None:
            async with _Held(lambda: self._let_go(key, hope)):
                await save()

        def take_back(error: FirstbellError) -> None:
            self._undo.withdraw()
            self._tell(error, lambda: self._wish(key, hope, save, way_back))

        self._start(key, save_it, take_back)

    def _let_go(self, key: str, hope: Hope) -> None:
        if self._hope_by_key.get(key) is hope:
            del self._hope_by_key[key]
        self._refresh()

    def _tell(self, error: FirstbellError, again: Callable[[], None] | None) -> None:
        self._trouble = Trouble.of(error)
        self._again = again if error.retry else None
        self._refresh()


class _Held:
    """Lets a hope go at the end of its save, however that ended."""

    def __init__(self, let_go: Callable[[], None]) -> None:
        self._let_go = let_go

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()
