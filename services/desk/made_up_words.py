"""What made-up pupils are called and say, in the language of the one who looks around."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadeUpTarget:
    """A target and what three voices say of it. Shape: `helpers` are names."""

    words: str
    next_step: str
    helpers: tuple[str, ...]
    pupil_says: str
    carer_says: str
    mentor_says: str


@dataclass(frozen=True, slots=True)
class MadeUpPupil:
    """A pupil, who cares for them, and their targets."""

    name: str
    carer_name: str
    targets: tuple[MadeUpTarget, ...]


@dataclass(frozen=True, slots=True)
class MadeUpWords:
    """The people of the made-up planners. `others` are met by a mentor only. None of them exists."""

    mentor_name: str
    key_adult_name: str
    pupil: MadeUpPupil
    others: tuple[MadeUpPupil, ...]
