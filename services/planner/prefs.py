"""Prefs: how one planner is set, the same for everybody in it."""

from dataclasses import dataclass

from services.planner import reading
from services.planner.record import Record
from services.planner.words import StepView
from services.planner.zone import DEFAULT_ZONE


@dataclass(frozen=True, slots=True)
class Prefs:
    """Shape: `zone` is a name of the time zone database. `adult_ticks` lets adults tick for the pupil."""

    zone: str = DEFAULT_ZONE
    view: StepView = StepView.THREE
    adult_ticks: bool = False


def read_prefs(record: Record) -> Prefs:
    """The prefs of the `pref` record; what it does not say is as usual."""
    return Prefs(
        zone=reading.text(record.fields, "zone") or DEFAULT_ZONE,
        view=reading.word(record.fields, "view", StepView) or StepView.THREE,
        adult_ticks=reading.is_on(record.fields, "adult_ticks"),
    )
