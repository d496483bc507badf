"""What the whole app is doing now: exactly one of these."""

from dataclasses import dataclass

from services.desk.pupil import PupilDesk
from services.planner.words import Role


@dataclass(frozen=True, slots=True)
class Starting:
    """Nothing is known yet."""


@dataclass(frozen=True, slots=True)
class Doors:
    """No planner lives here: the first screen."""


@dataclass(frozen=True, slots=True)
class RoleDoor:
    """What a parent or a mentor finds behind the door today."""

    role: Role


@dataclass(frozen=True, slots=True)
class SettingUp:
    """A new planner is being made."""


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
    is_made_up: bool


Phase = Starting | Doors | RoleDoor | SettingUp | Locked | Stuck | Home
