"""The first screen, and the doors of parent and mentor."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FirstSentences:
    """What somebody reads before anything is set up."""

    promise: str
    scene: str
    pupil_door: str
    pupil_note: str
    parent_door: str
    parent_note: str
    mentor_door: str
    mentor_note: str
    look_around: str
    kept: str
    language: str
    text_size: str
    about: str
    parent_title: str
    parent_now: str
    mentor_title: str
    mentor_now: str
    parent_begin: str
    mentor_begin: str
    on_their_phone: str
