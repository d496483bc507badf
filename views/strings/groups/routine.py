"""What the routine editor says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StepSheet:
    """Writing a step."""

    new_title: str
    change_title: str
    ideas: str
    name: str
    name_hint: str
    name_long: str
    picture: str
    picture_choose: str
    time: str
    time_hint: str
    time_odd: str
    sizes: str
    sizes_note: str
    days: str
    remove: str
    add: str
    keep: str


@dataclass(frozen=True, slots=True)
class RoutineSentences:
    """Shape: `up`, `down` and `change_step` have {title}; `only_on` {days}."""

    title: str
    back: str
    name: str
    picture: str
    picture_choose: str
    days: str
    steps: str
    usual: str
    short: str
    tiny: str
    only_on: str
    up: str
    down: str
    change_step: str
    add_step: str
    no_steps: str
    pictures: str
    find_picture: str
    more_pictures: str
    no_picture: str
    every_day: str
    school_days: str
    face_title: str
    face_keep: str
    remove: str
    remove_sure: str
    remove_now: str
    keep_it: str
    gone_title: str
    gone_text: str
    bring_back: str
    to_today: str
    sheet: StepSheet
