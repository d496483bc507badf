"""One pupil's page: what went well, targets in three voices, four weeks of routines, and the case.

Whoever opens it has looked, and the planner says so. The reason stays on the page that was opened for it.
"""

import logging
from dataclasses import replace
from datetime import date

from services.desk.caseload import Caseload
from services.desk.mentor import MentorDesk
from services.planner.errors import FirstbellError
from services.planner.four_weeks import FourWeeks, four_weeks
from services.planner.planner import Planner
from services.planner.pupil import pupil_of
from services.planner.reason import NothingNow, Reason, ReviewDue, reason_to_look
from services.planner.strengths import Strengths, strengths
from services.planner.target import MAX_OPEN_TARGETS
from services.planner.words import Role
from views.action import Actions
from views.live_model import Listener, Stop
from views.mentor.case_form import CaseForm, form_of_case
from views.mentor.caseload_reading import LastSync, never_synced
from views.mentor.page_state import PageAside, PupilPage, target_voices
from views.pupil.desk_model import DeskModel

log = logging.getLogger("firstbell.mentor")


class PupilPageModel(DeskModel[PupilPage, MentorDesk]):
    """A pupil of the caseload."""

    def __init__(
        self, caseload: Caseload, desk: MentorDesk, actions: Actions, last_sync: LastSync = never_synced
    ) -> None:
        self._caseload = caseload
        self._last_sync = last_sync
        self._aside = PageAside()
        self._opened_for: Reason = NothingNow()
        self._stop_cases: Stop | None = None
        self._told: tuple[Planner, date, Strengths, FourWeeks] | None = None
        super().__init__(desk, actions)

    def subscribe(self, fn: Listener) -> Stop:
        """Call `fn` after each change, until the returned stop is called. Who listens has looked."""
        if not self._listeners:
            self._opened_for = self._reason(self._desk.planner)
            self._stop_cases = self._caseload.subscribe_cases(self._refresh)
        stop_desk = super().subscribe(fn)

        def stop() -> None:
            stop_desk()
            if not self._listeners and self._stop_cases is not None:
                self._stop_cases()
                self._stop_cases = None

        return stop

    @property
    def zone(self) -> str:
        """The time zone of the planner."""
        return self._desk.zone

    def turn_table(self) -> None:
        """Routines as a table, or as pictures."""
        self._set(is_table=not self._aside.is_table)

    def turn_put_away(self) -> None:
        """Show or hide the targets put away."""
        self._set(shows_put_away=not self._aside.shows_put_away)

    # the case

    def start_changing(self) -> None:
        """Open phase and meeting for changing."""
        self._set(form=form_of_case(self.state.case, self.state.today), problem=None)

    def stop_changing(self) -> None:
        """Leave them as they were."""
        self._set(form=None, problem=None)

    def change(self, form: CaseForm) -> None:
        """Put what was typed or chosen into the form."""
        self._set(form=form, problem=None)

    def keep(self) -> None:
        """Keep name, phase and meeting."""
        form = self._aside.form
        if form is None:
            return

        async def keep() -> None:
            await self._caseload.change_case(
                self._desk.planner_id,
                name=form.name,
                phase=form.phase,
                meeting_on=form.meeting_on,
                meeting_at=form.meeting_at,
            )
            self._set(form=None, problem=None)

        self._start(f"case:{self._desk.planner_id}", keep, self._complain)

    def set_adult_ticks(self, may_tick: bool) -> None:
        """Whether adults may tick; shown at once."""
        self._set(wished_ticks=may_tick, problem=None)

        async def keep() -> None:
            await self._desk.set_adult_ticks(may_tick)
            self._set(wished_ticks=None)

        def take_back(error: FirstbellError) -> None:
            self._set(wished_ticks=None, problem=error)

        self._start(f"ticks:{self._desk.planner_id}", keep, take_back)

    # what is shown

    def _refresh(self) -> None:
        super()._refresh()
        if self._listeners:
            self._look()

    def _look(self) -> None:
        """What comes while the page is open has been seen."""
        if self._caseload.is_read_only:
            return
        which, today = self._desk.planner_id, self._today()

        async def look() -> None:
            await self._caseload.look(which, today)

        def leave_it(error: FirstbellError) -> None:
            # The page is there all the same; what is new stays new, and the next look is written.
            log.warning("a look was not written: %s", error.code)

        self._start(f"look:{which}", look, leave_it)

    def _complain(self, error: FirstbellError) -> None:
        self._set(problem=error)

    def _set(self, **changes: object) -> None:
        self._aside = replace(self._aside, **changes)  # type: ignore[arg-type]  # each name is a field of PageAside
        super()._refresh()

    def _reason(self, planner: Planner) -> Reason:
        which = self._desk.planner_id
        now_ms = self._desk.now_ms()
        return reason_to_look(
            planner, self._caseload.case(which), self._today(), now_ms, self._last_sync(which)
        )

    def _read(self, planner: Planner) -> PupilPage:
        which, today, aside = self._desk.planner_id, self._today(), self._aside
        case, pupil, reason = self._caseload.case(which), pupil_of(planner), self._opened_for
        due = planner.target(reason.target) if isinstance(reason, ReviewDue) else None
        closed = [(target.closed_on, target) for target in planner.targets if target.closed_on is not None]
        wished = aside.wished_ticks
        told, weeks = self._tell(planner, today)
        return PupilPage(
            planner=which,
            pupil=pupil,
            name=case.name or pupil.name,
            case=case,
            reason=reason,
            about=due.words if due else "",
            today=today,
            strengths=told,
            weeks=weeks,
            targets=tuple(target_voices(planner, target, today) for target in planner.open_targets),
            put_away=tuple(target for _, target in sorted(closed, key=lambda pair: pair[0], reverse=True)),
            may_add=len(planner.open_targets) < MAX_OPEN_TARGETS,
            me=planner.me,
            people=tuple(sorted(planner.people.values(), key=lambda one: list(Role).index(one.role))),
            adult_ticks=planner.prefs.adult_ticks if wished is None else wished,
            is_read_only=self._desk.is_read_only,
            aside=aside,
        )

    def _tell(self, planner: Planner, today: date) -> tuple[Strengths, FourWeeks]:
        """What takes long to count is counted once for each planner."""
        if self._told is None or self._told[0] is not planner or self._told[1] != today:
            self._told = (planner, today, strengths(planner, today), four_weeks(planner, today))
        return self._told[2:]
