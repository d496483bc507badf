"""The pupil's Today: what a press changes, shown before it is saved. The pauses are in pausing_model.py."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from services.desk.pupil import PupilDesk
from services.planner.ids import RoutineId, StepId
from services.planner.planner import Planner
from services.planner.planner_day import is_school_hours, local_minute, part_now, planner_day
from services.planner.today import routine_today
from services.planner.words import Outcome, Part, Size, StepView
from views.action import Actions
from views.live_model import Listener, Stop
from views.pupil import hopes
from views.pupil.hopeful_model import WayBack
from views.pupil.pausing_model import PausingModel
from views.pupil.today_reading import Sitting, body_of, in_reach, tabs_of
from views.pupil.today_state import StepLine, StepsShown, TodayState
from views.pupil.undo import Changed, Undoable
from views.timer import LoopTimer, Timer

LOOK_AGAIN_MS = 30_000
WARM_MS = 60_000
STILL_HERE_MS = 15 * 60_000
DAY_BEGINS_MINUTE = 4 * 60

_CHANGED_BY_OUTCOME = {
    Outcome.DONE: Changed.done,
    Outcome.NONE: Changed.opened,
    Outcome.SKIPPED: Changed.skipped,
    Outcome.NOT_NEEDED: Changed.not_needed,
}


class TodayModel(PausingModel[TodayState]):
    """Today's routines of one pupil."""

    def __init__(self, desk: PupilDesk, actions: Actions, timer: Timer | None = None) -> None:
        self._sitting: Sitting | None = None
        self._touched_ms = 0
        self._stop_looking: Stop | None = None
        self._stop_warming: Stop | None = None
        super().__init__(desk, actions, timer or LoopTimer())

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

    def press(self, step: StepId) -> None:
        """The whole card is one answer: an open step is done, any other is open again."""
        line = self.state.line(step)
        if line is None:
            return
        if line.is_paused:
            self.take_up(line.step.routine, step)
        else:
            self._set(line, Outcome.DONE if line.outcome is Outcome.NONE else Outcome.NONE)

    def set_outcome(self, step: StepId, outcome: Outcome) -> None:
        """Say what became of a step today."""
        line = self.state.line(step)
        if line is not None and line.outcome is not outcome:
            self._set(line, outcome)

    def make_smaller(self) -> None:
        """Today is hard: less is enough, and what is done stays done."""
        body = self.state.body
        if isinstance(body, StepsShown) and body.smaller is not None:
            self._resize(body, body.smaller)

    def make_larger(self) -> None:
        """Back to the size before."""
        body = self.state.body
        if isinstance(body, StepsShown) and body.larger is not None:
            self._resize(body, body.larger)

    def choose_routine(self, routine: RoutineId) -> None:
        """Show another routine of the day."""
        self._sit(lambda now: replace(now, chosen=routine, fresh=None, looking_back=None))

    def choose_view(self, view: StepView) -> None:
        """Show one step, three, or all of them, from now on."""
        self._wish("view", lambda p: hopes.with_view(p, view), lambda: self._desk.set_view(view))

    def look_back(self, routine: RoutineId | None) -> None:
        """Show the steps of a finished routine, or (None) put them away again."""
        self._sit(lambda now: replace(now, chosen=routine or now.chosen, looking_back=routine, fresh=None))

    def add_routine(
        self, part: Part, title: str, picture: str, days: frozenset[int], then: Callable[[RoutineId], object]
    ) -> None:
        """One more routine; `then` hears its id once it is saved."""

        async def save() -> None:
            then(await self._desk.add_routine(part, title, picture, days))

        self._wish(f"add_routine:{part}:{title}", lambda planner: planner, save)

    def _set(self, line: StepLine, outcome: Outcome) -> None:
        on, step, before = self.state.date, line.id, line.outcome
        offer = Undoable(_CHANGED_BY_OUTCOME[outcome], line.step.title, line.step.starter)
        self._sit(lambda now: replace(now, chosen=line.step.routine))
        self._outcome(on, step, outcome, WayBack(offer, lambda: self._outcome_back(line, before)))
        self._celebrate(line.step.routine)

    def _outcome_back(self, line: StepLine, before: Outcome) -> None:
        self._sit(lambda now: replace(now, fresh=None))
        self._outcome(self.state.date, line.id, before, None)

    def _outcome(self, on: date, step: StepId, outcome: Outcome, way_back: WayBack | None) -> None:
        self._wish(
            f"outcome:{on}:{step}",
            lambda planner: hopes.with_outcome(planner, on, step, outcome),
            lambda: self._desk.set_outcome(on, step, outcome),
            way_back,
        )

    def _celebrate(self, routine: RoutineId) -> None:
        """One warm sentence for what has just been finished; then it gets out of the way."""
        today = routine_today(self._hoped(self._desk.planner), routine, self.state.date)
        if today is None or not today.is_finished or today.done_count == 0:
            return
        self._sit(lambda now: replace(now, fresh=routine))

        if self._stop_warming is not None:
            self._stop_warming()
        self._stop_warming = self._timer.after(WARM_MS, self._get_out_of_the_way)

    def _get_out_of_the_way(self) -> None:
        assert self._sitting is not None
        if self._sitting.fresh is not None:
            self._sitting = replace(self._sitting, chosen=None, fresh=None)
            self._refresh()

    def _resize(self, body: StepsShown, size: Size) -> None:
        self._sit(lambda now: replace(now, chosen=body.routine.id))
        self._size(body.routine.id, size, WayBack(Undoable(Changed.size), lambda: self._size_back(body)))

    def _size_back(self, body: StepsShown) -> None:
        self._size(body.routine.id, body.size, None)

    def _size(self, routine: RoutineId, size: Size, way_back: WayBack | None) -> None:
        on = self.state.date
        self._wish(
            f"size:{on}:{routine}",
            lambda planner: hopes.with_size(planner, on, routine, size),
            lambda: self._desk.set_size(on, routine, size),
            way_back,
        )

    def _sit(self, change: Callable[[Sitting], Sitting]) -> None:
        assert self._sitting is not None
        self._touched_ms = self._desk.now_ms()
        self._sitting = change(self._sitting)
        self._refresh()

    def _look(self, planner: Planner) -> TodayState:
        now_ms, zone = self._desk.now_ms(), self._desk.planner.prefs.zone
        sitting = self._sitting_at(now_ms)
        reach = in_reach(planner, sitting)
        return TodayState(
            me=planner.me,
            date=sitting.on,
            part=part_now(now_ms, zone),
            is_after_midnight=local_minute(now_ms, zone) < DAY_BEGINS_MINUTE,
            is_school_hours=is_school_hours(now_ms, zone),
            is_read_only=self._desk.is_read_only,
            view=planner.prefs.view,
            tabs=tabs_of(reach, sitting),
            body=body_of(planner, reach, sitting),
            undo=self._undo.offer,
            trouble=self._trouble,
        )

    def _sitting_at(self, now_ms: int) -> Sitting:
        """What was chosen holds while somebody is at it; a new part of the day begins afresh."""
        zone = self._desk.planner.prefs.zone
        on, part = planner_day(now_ms, zone), part_now(now_ms, zone)
        old = self._sitting
        is_at_it = now_ms - self._touched_ms < STILL_HERE_MS
        if old is None or old.on != on or (old.part is not part and not is_at_it):
            self._sitting = old = Sitting(on, part)
        return old

    def _look_again(self) -> None:
        self._refresh()
        self._stop_looking = self._timer.after(LOOK_AGAIN_MS, self._look_again)
