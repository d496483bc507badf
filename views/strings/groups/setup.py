"""What set-up asks, one question at a time."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AboutPupil:
    """The questions about a pupil, put to the pupil or to an adult."""

    name_title: str
    name_hint: str
    name_missing: str
    picture_title: str
    age_title: str
    age_hint: str
    age_not_said: str
    parts_title: str
    leave_title: str
    making: str


@dataclass(frozen=True, slots=True)
class SetupSentences(AboutPupil):
    """Set-up of a pupil's planner; of the questions about the pupil, its own are put to the pupil.

    Shape: `progress` has {step} and {steps}; `leave_earlier` and `leave_later` have {minutes};
    `glimpse` has {steps}; `ages` follow AgeBand; `for_child` is put to a parent, `for_pupil` to a mentor.
    """

    for_child: AboutPupil
    for_pupil: AboutPupil
    progress: str
    name_field: str
    my_name_title: str
    my_name_hint: str
    my_name_missing: str
    my_picture_title: str
    mentor_lock: str
    ages: tuple[str, str, str, str]
    parts_hint: str
    parts_missing: str
    morning: str
    after_school: str
    evening: str
    glimpse: str
    leave_hint: str
    leave_changes: str
    leave_none: str
    leave_set: str
    leave_earlier: str
    leave_later: str
    making_note: str
