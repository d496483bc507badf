"""The sentence and the picture of whom a ticket is for."""

from typing import assert_never

from services.sync.pairing_port import Guest
from views.strings.groups.pairing import ForEachGuest

PICTURE_BY_GUEST = {
    Guest.PUPIL: "backpack",
    Guest.PARENT: "family",
    Guest.MENTOR: "mentor",
    Guest.MINE: "phone",
}


def for_guest(said: ForEachGuest, guest: Guest) -> str:
    """The one that is meant."""
    match guest:
        case Guest.PUPIL:
            return said.pupil
        case Guest.PARENT:
            return said.parent
        case Guest.MENTOR:
            return said.mentor
        case Guest.MINE:
            return said.mine
        case _:
            assert_never(guest)
