"""What the whole app is doing now: exactly one of these."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from services.desk.caseload import Caseload
from services.desk.desk import Desk
from services.desk.family import FamilyDesk
from services.desk.pupil import PupilDesk
from services.planner.ids import PlannerId
from services.planner.words import Role


@dataclass(frozen=True, slots=True)
class Starting:
    """Nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Doors:
    """No planner lives here: the first screen."""


@dataclass(frozen=True, slots=True)
class RoleDoor:
    """What a parent or a mentor finds behind the door."""

    role: Role


@dataclass(frozen=True, slots=True)
class Joining:
    """Somebody who is new here has a code, or came by a link. Privacy: the link is a secret."""

    link: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody here asked by a letter, and nobody has said yes yet. `beside`: who is at home here too."""

    beside: Role | None


@dataclass(frozen=True, slots=True)
class ByCard:
    """Somebody who is new here has a recovery card on paper."""


@dataclass(frozen=True, slots=True)
class SettingUp:
    """A first planner is being made, by somebody of this role."""

    role: Role


@dataclass(frozen=True, slots=True)
class Locked:
    """A planner lives here and is not open: locked, damaged, or made by a newer app."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """The app cannot go on. Shape: `code` of services/planner/errors.py."""

    code: str


@dataclass(frozen=True, slots=True)
class Home:
    """A pupil's planner is open."""

    desk: PupilDesk
    is_made_up: bool = False


@dataclass(frozen=True, slots=True)
class FamilyHome:
    """The planners of a parent's children are open. Shape: at least one desk, in the order they came."""

    desks: tuple[FamilyDesk, ...]
    is_made_up: bool = False


@dataclass(frozen=True, slots=True)
class MentorHome:
    """A mentor's caseload is open."""

    caseload: Caseload
    is_made_up: bool = False


AnyHome: TypeAlias = Home | FamilyHome | MentorHome


@dataclass(frozen=True, slots=True)
class WhoIsHere:
    """Several people share this device: one of them is about to say who they are."""

    homes: tuple[AnyHome, ...]


@dataclass(frozen=True, slots=True)
class ErasedElsewhere:
    """Somebody had a planner erased everywhere, and it is still here. Privacy: the name is in nothing else.

    Shape: `mine` is the role of this device, `by` that of who asked, `on` the day on which they did.
    """

    planner: PlannerId
    name: str = field(repr=False)
    mine: Role
    by: Role
    on: date


Phase: TypeAlias = (
    Starting
    | Doors
    | RoleDoor
    | Joining
    | Waiting
    | ByCard
    | SettingUp
    | Locked
    | Stuck
    | ErasedElsewhere
    | WhoIsHere
    | AnyHome
)


def role_of(phase: Phase) -> Role | None:
    """Whose app it is in this phase, as far as anybody has said."""
    match phase:
        case Home():
            return Role.PUPIL
        case FamilyHome():
            return Role.PARENT
        case MentorHome():
            return Role.MENTOR
        case RoleDoor(role) | SettingUp(role) | ErasedElsewhere(mine=role) | Waiting(role):
            return role
        case ByCard():
            return Role.PUPIL
        case _:
            return None


def desks_in(phase: Phase) -> Sequence[Desk]:
    """The desks of whoever is at home."""
    match phase:
        case Home(desk=desk):
            return (desk,)
        case FamilyHome(desks=desks):
            return desks
        case MentorHome(caseload=caseload):
            return caseload.desks
        case _:
            return ()
