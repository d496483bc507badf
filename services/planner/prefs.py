"""Prefs: how one planner is set, the same for everybody in it."""

from dataclasses import dataclass

from services.planner import reading
from services.planner.record import Record
from services.planner.words import AgeBand, StepView
from services.planner.zone import DEFAULT_ZONE


@dataclass(frozen=True, slots=True)
class Prefs:
    """Shape: `zone` is a name of the time zone database. `adult_ticks` lets adults tick for the pupil.

    `pupil_name`, `pupil_picture` and `pupil_age` are what an adult calls the pupil until the pupil has
    joined; services/planner/pupil.py says who wins.
    """

    zone: str = DEFAULT_ZONE
    view: StepView = StepView.THREE
    adult_ticks: bool = False
    pupil_name: str = ""
    pupil_picture: str = ""
    pupil_age: AgeBand | None = None


def read_prefs(record: Record) -> Prefs:
    """The prefs of the `pref` record; what it does not say is as usual."""
    return Prefs(
        zone=reading.text(record.fields, "zone") or DEFAULT_ZONE,
        view=reading.word(record.fields, "view", StepView) or StepView.THREE,
        adult_ticks=reading.is_on(record.fields, "adult_ticks"),
        pupil_name=reading.text(record.fields, "pupil_name") or "",
        pupil_picture=reading.text(record.fields, "pupil_picture") or "",
        pupil_age=reading.word(record.fields, "pupil_age", AgeBand),
    )
