"""The parent's week of one pupil: looking through it, shaping its steps, ticking where that is allowed."""

from collections.abc import Callable
from datetime import date, timedelta

from services.desk.family import FamilyDesk
from services.planner.ids import StepId
from services.planner.planner import Planner
from services.planner.planner_day import part_now
from services.planner.pupil import pupil_of
from services.planner.week import DAYS, monday_of
from services.planner.words import Outcome
from views.action import Actions
from views.family.week_reading import lines_of
from views.family.week_state import WeekState
from views.live_model import Listener, Stop
from views.pupil import hopes
from views.pupil.hopeful_model import WayBack
from views.pupil.routine_edits_model import RoutineEdits
from views.pupil.undo import Changed, Undoable
from views.timer import Timer

LOOK_AGAIN_MS = 30_000

AsOf = Callable[[], int | None]


class WeekModel(RoutineEdits[WeekState, FamilyDesk]):
    """One pupil's week. `as_of` says when it was last heard from the others; None while nothing is shared."""

    def __init__(self, desk: FamilyDesk, actions: Actions, timer: Timer, as_of: AsOf = lambda: None) -> None:
        self._as_of = as_of
        self._weeks_away = 0
        self._day: date | None = None
        self._stop_looking: Stop | None = None
        super().__init__(desk, actions, timer)

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after every change; the clock is followed only while somebody looks."""
        stop_listening = super().subscribe(fn)
        if self._stop_looking is None:
            self._look_again()

        def stop() -> None:
            stop_listening()
            if not self._listeners and self._stop_looking is not None:
                self._stop_looking()
                self._stop_looking = None

        return stop

    def move_week(self, by: int) -> None:
        """So many weeks later, or earlier; the same weekday stays chosen."""
        self._weeks_away += by
        self._day = self.state.day + timedelta(days=DAYS * by)
        self._refresh()

    def this_week(self) -> None:
        """Back to today."""
        self._weeks_away, self._day = 0, None
        self._refresh()

    def choose_day(self, day: date) -> None:
        """The day that a phone shows."""
        self._day = day
        self._refresh()

    def tick(self, step: StepId, on: date, outcome: Outcome) -> None:
        """Say what became of a step, in one's own name."""
        line = self.state.line(step, on)
        if line is None or line.outcome is outcome or not self.state.may_tick or on > self.state.today:
            return
        before = line.outcome
        changed = Changed.done if outcome is Outcome.DONE else Changed.opened
        self._wish(
            f"tick:{on}:{step}",
            lambda planner: hopes.with_outcome(planner, on, step, outcome),
            lambda: self._desk.set_outcome(on, step, outcome),
            WayBack(
                Undoable(changed, line.step.title, line.step.starter),
                lambda: self.tick(step, on, before),
            ),
        )

    def _look_again(self) -> None:
        self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look_again)
        self._refresh()

    def _look(self, planner: Planner) -> WeekState:
        now_ms, zone, today = self._desk.now_ms(), planner.prefs.zone, self._today()
        monday = monday_of(today) + timedelta(days=DAYS * self._weeks_away)
        part = part_now(now_ms, zone)
        day = self._day
        if day is None or not monday <= day < monday + timedelta(days=DAYS):
            day = today if self._weeks_away == 0 else monday
        return WeekState(
            pupil=pupil_of(planner),
            monday=monday,
            day=day,
            today=today,
            part=part,
            lines=lines_of(planner, monday, today, part),
            has_routines=bool(planner.routines),
            may_tick=planner.prefs.adult_ticks,
            is_read_only=self._desk.is_read_only,
            zone=zone,
            as_of_ms=self._as_of(),
            undo=self._undo.offer,
            trouble=self._trouble,
        )
