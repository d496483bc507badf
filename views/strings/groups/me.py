"""What the pupil's own page says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeSentences:
    """Me, and the names of the four places of a pupil."""

    place_today: str
    place_targets: str
    place_me: str
    place_help: str
    title: str
    change: str
    change_title: str
    name_field: str
    name_hint: str
    name_missing: str
    picture_title: str
    keep: str
    leave: str
    mine: str
    mine_note: str
    lock: str
    lock_note: str
    copies: str
    copies_note: str
    about: str
    about_note: str
    delete: str
    delete_note: str
    kept_note: str
    adult_ticks: str
    adult_ticks_note: str
    another: str
    another_note: str
    other_person: str
    other_person_note: str
