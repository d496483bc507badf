"""Pause: the third state, beside done and not done. It counts neither way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from services.planner import reading
from services.planner.day import Day
from services.planner.ids import PauseId, RoutineId, StepId
from services.planner.record import Record
from services.planner.words import PauseReason

EVERYTHING = "all"


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause over days. Shape: `what` is "all", a routine or a step; `to` is its last day, None is open."""

    id: PauseId
    what: str
    from_: date
    to: date | None
    reason: PauseReason | None

    def covers(self, day: date) -> bool:
        """Whether this day is inside it."""
        return self.from_ <= day and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True)
class PausedBy:
    """What pauses something on a day. `pause` is None when the day itself is paused.

    Shape: `until` is the last day of a range, if it has one.
    """

    what: str
    pause: PauseId | None
    reason: PauseReason | None
    until: date | None = None


def read_pause(record: Record) -> Pause | None:
    """The pause of a record, or None if it does not say what or since when."""
    what = reading.text(record.fields, "what")
    from_ = reading.day(record.fields, "from")
    if what is None or from_ is None:
        return None
    return Pause(
        id=PauseId(record.id),
        what=what,
        from_=from_,
        to=reading.day(record.fields, "to"),
        reason=reading.word(record.fields, "reason", PauseReason),
    )


def find_pause(
    day_by_date: Mapping[date, Day],
    pauses: Iterable[Pause],
    on: date,
    routine: RoutineId,
    step: StepId | None = None,
) -> PausedBy | None:
    """The widest thing that pauses this step, or with no step this routine, on this day."""
    day = day_by_date.get(on)
    if day is not None and day.is_paused:
        return PausedBy(EVERYTHING, None, day.pause_reason)
    covering = sorted((pause for pause in pauses if pause.covers(on)), key=lambda pause: pause.id)
    for what in (EVERYTHING, routine, step):
        for pause in covering:
            if pause.what == what:
                return PausedBy(pause.what, pause.id, pause.reason, pause.to)
    return None
