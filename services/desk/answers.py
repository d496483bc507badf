"""What people answered in set-up, and the lock they chose."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.planner.words import AgeBand, Part, Role
from services.vault.vault_state import LockKind


@dataclass(frozen=True, slots=True)
class NewLock:
    """How the vault shall open. Privacy: `secret` never shows in a representation."""

    kind: LockKind
    secret: str | None = field(default=None, repr=False)
    with_card: bool = False


@dataclass(frozen=True, slots=True)
class PupilAnswers:
    """What set-up was told of a pupil. Units: `leave_at_minute` minutes after local midnight.

    Privacy: the name is in no representation.
    """

    name: str = field(repr=False)
    picture: str
    age_band: AgeBand | None
    zone: str
    packs: Sequence[Part]
    leave_at_minute: int | None


@dataclass(frozen=True, slots=True)
class AdultAnswers:
    """What a parent or mentor told set-up of themselves. Privacy: the name is in no representation."""

    role: Role
    name: str = field(repr=False)
    picture: str
