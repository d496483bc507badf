"""What a mentor keeps about a pupil, while it is changed. Frozen; every change is a new form."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from services.planner.case import Case
from services.planner.words import Phase

FIRST_TIME_MINUTE = 11 * 60
TIME_STEP_MINUTES = 15
EARLIEST_MINUTE, LATEST_MINUTE = 7 * 60, 18 * 60
LONGEST_AHEAD_DAYS = 365


@dataclass(frozen=True, slots=True)
class CaseForm:
    """Units: `minute` minutes after midnight, if the meeting has a time. Privacy: no name is printed."""

    name: str = field(default="", repr=False)
    phase: Phase | None = None
    meeting_on: date | None = None
    minute: int | None = None

    @property
    def meeting_at(self) -> str | None:
        """The time as a case keeps it."""
        if self.minute is None or self.meeting_on is None:
            return None
        return f"{self.minute // 60:02}:{self.minute % 60:02}"

    def with_name(self, name: str) -> "CaseForm":
        """What the mentor calls the pupil."""
        return replace(self, name=name)

    def with_phase(self, phase: Phase) -> "CaseForm":
        """Where mentoring stands; choosing the same once more takes it away."""
        return replace(self, phase=None if phase is self.phase else phase)

    def with_day(self, on: date | None) -> "CaseForm":
        """The day of the next meeting, or none."""
        return replace(self, meeting_on=on, minute=self.minute if on else None)

    def moved(self, days: int, today: date) -> "CaseForm":
        """The day so much later or earlier; never before today."""
        on = (self.meeting_on or today) + timedelta(days=days)
        return self.with_day(min(max(on, today), today + timedelta(days=LONGEST_AHEAD_DAYS)))

    def with_time(self, has_time: bool) -> "CaseForm":
        """Whether the meeting has a time."""
        return replace(self, minute=FIRST_TIME_MINUTE if has_time else None)

    def at_later(self, minutes: int) -> "CaseForm":
        """The time so much later or earlier, in the hours of a school."""
        minute = FIRST_TIME_MINUTE if self.minute is None else self.minute + minutes
        return replace(self, minute=min(max(minute, EARLIEST_MINUTE), LATEST_MINUTE))


def form_of_case(case: Case, today: date) -> CaseForm:
    """The form of what is kept; a meeting that was is not the next one."""
    is_next = case.meeting_on is not None and case.meeting_on >= today
    minute = None
    if is_next and case.meeting_at:
        hours, minutes = case.meeting_at.split(":")
        minute = int(hours) * 60 + int(minutes)
    return CaseForm(case.name, case.phase, case.meeting_on if is_next else None, minute)
