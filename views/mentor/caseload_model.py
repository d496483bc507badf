"""All pupils of a mentor: who needs me first, and why. Nothing moves under a hand: the order waits.

The order is made when somebody comes to the list and when they sort, narrow or search; in between a row may
say something new, and stays in its place.
"""

from collections.abc import Callable
from dataclasses import replace

from services.desk.caseload import Caseload
from services.planner.ids import PlannerId
from services.planner.planner_day import planner_day
from services.planner.zone import DEFAULT_ZONE
from views.live_model import Listener, LiveModel, Stop
from views.mentor.caseload_reading import CaseloadReading, LastSync, kind_of, never_synced, sort_key
from views.mentor.caseload_state import ROWS_AT_ONCE, CaseloadRow, CaseloadState, Only, Order, Tools


class CaseloadModel(LiveModel[CaseloadState]):
    """Follows every pupil's planner while somebody looks."""

    def __init__(
        self, caseload: Caseload, now_ms: Callable[[], int], last_sync: LastSync = never_synced
    ) -> None:
        self._caseload = caseload
        self._reading = CaseloadReading(caseload, last_sync)
        self._tools = Tools()
        self._chosen: PlannerId | None = None
        self._now_ms = now_ms
        self._stop_following: Stop | None = None
        self._placed: tuple[PlannerId, ...] = ()
        self._kinds: tuple[Only, ...] = ()
        self._place()
        super().__init__(self._read())

    def choose(self, planner: PlannerId | None) -> None:
        """Show this pupil's page beside the list."""
        self._chosen = planner
        self._refresh()

    def sort(self, order: Order) -> None:
        """Another order."""
        self._use(replace(self._tools, order=order, page=0))

    def narrow(self, only: Only | None) -> None:
        """Only those with this kind of reason; None is everybody."""
        self._use(replace(self._tools, only=only, page=0))

    def search(self, text: str) -> None:
        """Only those whose name has this in it."""
        self._use(replace(self._tools, search=text, page=0))

    def turn(self, page: int) -> None:
        """Other rows of a long list."""
        self._use(replace(self._tools, page=page))

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called."""
        if not self._listeners:
            self._stop_following = self._caseload.subscribe(self._refresh)
            self._place()
        stop_listening = super().subscribe(fn)
        self._refresh()

        def stop() -> None:
            stop_listening()
            if not self._listeners and self._stop_following is not None:
                self._stop_following()
                self._stop_following = None

        return stop

    def _use(self, tools: Tools) -> None:
        self._tools = tools
        self._place()
        self._refresh()

    def _refresh(self) -> None:
        self.become(self._read())

    def _place(self) -> None:
        """Decides who is in the list, and where."""
        rows = self._reading.rows().values()
        fitting = [row for row in rows if _fits(row, self._tools)]
        self._placed = tuple(
            row.planner for row in sorted(fitting, key=lambda row: sort_key(row, self._tools.order))
        )
        there = {kind_of(row.reason) for row in rows}
        self._kinds = tuple(kind for kind in Only if kind in there or kind is self._tools.only)

    def _read(self) -> CaseloadState:
        rows, first = self._reading.rows(), self._tools.page * ROWS_AT_ONCE
        desks = self._caseload.desks
        return CaseloadState(
            today=planner_day(self._now_ms(), desks[0].zone if desks else DEFAULT_ZONE),
            rows=tuple(rows[one] for one in self._placed[first : first + ROWS_AT_ONCE]),
            found=len(self._placed),
            total=len(rows),
            tools=self._tools,
            kinds=self._kinds,
            chosen=self._chosen,
            is_read_only=self._caseload.is_read_only,
        )


def _fits(row: CaseloadRow, tools: Tools) -> bool:
    is_kind = tools.only is None or kind_of(row.reason) is tools.only
    return is_kind and tools.search.strip().casefold() in row.name.casefold()
