"""Which homes a device holds: one for each pupil, one for all children of a parent, one for a mentor."""

from collections.abc import Iterable

from services.desk.answers import AdultAnswers
from services.desk.caseload import Caseload
from services.desk.family import FamilyDesk
from services.desk.mentor import MentorDesk
from services.desk.pupil import PupilDesk
from services.desk.setting_up import CASELOAD, AnyDesk
from services.planner.words import Role
from services.vault.journal import Journal
from views.root.phases import AnyHome, FamilyHome, Home, MentorHome


def homes_of(journals: Iterable[Journal], desks: Iterable[AnyDesk]) -> tuple[AnyHome, ...]:
    """The homes that these planners make, pupils first; a planner that nobody has arrived in makes none."""
    begun = [desk for desk in desks if desk.planner.me is not None]
    homes: list[AnyHome] = [Home(desk) for desk in begun if isinstance(desk, PupilDesk)]
    family = tuple(desk for desk in begun if isinstance(desk, FamilyDesk))
    if family:
        homes.append(FamilyHome(family))
    mentored = tuple(desk for desk in begun if isinstance(desk, MentorDesk))
    caseloads = [journal for journal in journals if journal.kind == CASELOAD]
    homes.extend(MentorHome(Caseload(mentored, journal)) for journal in caseloads[:1])
    return tuple(homes)


def me_among(desks: Iterable[AnyDesk], role: Role) -> AdultAnswers | None:
    """Who sits here in this role, as they are called in a planner that is here."""
    known = (desk.planner.me for desk in desks if desk.role is role)
    me = next((person for person in known if person is not None), None)
    return None if me is None else AdultAnswers(role, me.name, me.picture)
