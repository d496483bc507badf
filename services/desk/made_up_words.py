"""What a made-up pupil is called and says, in the language of the one who looks around."""

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
class MadeUpWords:
    """The people of the made-up planner and its two targets. None of them exists."""

    name: str
    carer_name: str
    mentor_name: str
    key_adult_name: str
    getting_up: MadeUpTarget
    staying_in: MadeUpTarget
