"""The closed sets of words that records are written in."""

from enum import StrEnum


class Role(StrEnum):
    """Whose device it is. `parent` means carers too."""

    PUPIL = "pupil"
    PARENT = "parent"
    MENTOR = "mentor"


class Outcome(StrEnum):
    """What became of a step on a day. `none` is open: nobody has said anything."""

    NONE = "none"
    DONE = "done"
    SKIPPED = "skipped"
    NOT_NEEDED = "not_needed"


class Size(StrEnum):
    """How much of a routine is enough today. The smaller size done is done."""

    USUAL = "usual"
    SHORT = "short"
    TINY = "tiny"


class Part(StrEnum):
    """The part of the day that a routine belongs to."""

    MORNING = "morning"
    AFTER_SCHOOL = "after_school"
    EVENING = "evening"


class PauseReason(StrEnum):
    """Why something is paused, if anybody wants to say."""

    ILL = "ill"
    HOLIDAY = "holiday"
    APPOINTMENT = "appointment"
    OTHER = "other"


class AgeBand(StrEnum):
    """All that is kept of an age. Privacy: never a date of birth."""

    FROM_5_TO_7 = "5-7"
    FROM_8_TO_11 = "8-11"
    FROM_12_TO_14 = "12-14"
    FROM_15_TO_16 = "15-16"


class StepView(StrEnum):
    """How many steps Today shows: the one now; now, next and later; or all."""

    ONE = "one"
    THREE = "three"
    ALL = "all"


class ContactKind(StrEnum):
    """Who can be told."""

    KEY_ADULT = "key_adult"
    FAMILY = "family"
    HELPLINE = "helpline"
    EMERGENCY = "emergency"


class Phase(StrEnum):
    """Where mentoring stands: it begins with trust, and plans its ending."""

    TRUST = "trust"
    CAUSES = "causes"
    CHANGE = "change"
    ENDING = "ending"
