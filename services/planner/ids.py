"""Names for the ids that travel through the house, so that one is never taken for another."""

import base64
from collections.abc import Callable
from datetime import date
from typing import NewType

RecordId = NewType("RecordId", str)
RoutineId = NewType("RoutineId", str)
StepId = NewType("StepId", str)
PauseId = NewType("PauseId", str)
TargetId = NewType("TargetId", str)
PersonId = NewType("PersonId", str)
ContactId = NewType("ContactId", str)
NoteId = NewType("NoteId", str)
FileId = NewType("FileId", str)
PlannerId = NewType("PlannerId", str)

ID_BYTES = 9

PREF_RECORD = RecordId("pref")


def new_id(random: Callable[[int], bytes]) -> str:
    """A fresh random id. Shape: 12 characters of unpadded base64url."""
    return base64.urlsafe_b64encode(random(ID_BYTES)).decode("ascii")


def day_record(day: date) -> RecordId:
    """The record of one day; two devices that know nothing of each other write the same one."""
    return RecordId(f"day:{day.isoformat()}")


def who_record(device_hex: str) -> RecordId:
    """The record in which one device says whose it is."""
    return RecordId(f"who:{device_hex}")
