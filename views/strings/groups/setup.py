"""What set-up asks, one question at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetupSentences:
    """Set-up of a pupil's planner.

    Shape: `progress` has {step} and {steps}; `leave_earlier` and `leave_later` have {minutes};
    `glimpse` has {steps}; `ages` follow AgeBand.
    """

    progress: str
    name_title: str
    name_field: str
    name_hint: str
    name_missing: str
    picture_title: str
    age_title: str
    age_hint: str
    ages: tuple[str, str, str, str]
    age_not_said: str
    parts_title: str
    parts_hint: str
    parts_missing: str
    morning: str
    after_school: str
    evening: str
    glimpse: str
    leave_title: str
    leave_hint: str
    leave_changes: str
    leave_none: str
    leave_set: str
    leave_earlier: str
    leave_later: str
    making: str
    making_note: str
