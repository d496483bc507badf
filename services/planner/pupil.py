"""Whose planner it is: as the pupil says, and until they have joined, as an adult calls them."""

from dataclasses import dataclass

from services.planner.planner import Planner
from services.planner.words import AgeBand, Role


@dataclass(frozen=True, slots=True)
class Pupil:
    """The pupil of a planner. `has_joined`: a device of the pupil's own is in the planner."""

    name: str
    picture: str
    age_band: AgeBand | None
    has_joined: bool


def pupil_of(planner: Planner) -> Pupil:
    """The pupil's own word wins over what an adult wrote before there was one."""
    own = next((person for person in planner.people.values() if person.role is Role.PUPIL), None)
    if own is not None:
        return Pupil(own.name, own.picture, own.age_band, has_joined=True)
    prefs = planner.prefs
    return Pupil(prefs.pupil_name, prefs.pupil_picture, prefs.pupil_age, has_joined=False)
