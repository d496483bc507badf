"""Which edits of an opened entry a device takes: those that the rules let their author make.

A forbidden edit, or one whose known field got a value that does not fit, is dropped alone and counted; every
device drops the same ones. What no rule knows is kept, unread. Who the author is, and whether adults may
tick, is read from the merged state at the entry's place, with what this entry itself says of it: the first
push of a planner brings both.
"""

from collections.abc import Iterable
from typing import NamedTuple

from services.planner.access import Author, circle_of, may_write
from services.planner.edit import Edit
from services.planner.fitting import fits
from services.planner.ids import PREF_RECORD, PersonId, who_record
from services.planner.merge import RecordKey, Registers, with_edits
from services.planner.words import Role

_TICKS_FIELD = "adult_ticks"


class Permitted(NamedTuple):
    """The edits to merge, and how many were dropped."""

    edits: tuple[Edit, ...]
    dropped: int


def permitted(edits: Iterable[Edit], kind: str, role: Role, device: bytes, registers: Registers) -> Permitted:
    """The edits of one entry that count, in a circle of this kind, by this device."""
    asked = tuple(edits)
    device_hex = device.hex()
    who = RecordKey(who_record(device_hex), "who")
    pref = RecordKey(PREF_RECORD, "pref")
    own = [edit for edit in asked if (edit.record, edit.type) == who]
    base = with_edits(
        {key: registers[key] for key in (who, pref) if key in registers}, filter(fits, own)
    ).registers
    person = _value(base, who, "person")
    author = Author(role, device_hex, PersonId(person) if isinstance(person, str) else None)
    switches = [edit for edit in asked if (edit.record, edit.type, edit.field) == (*pref, _TICKS_FIELD)]
    allowed = (edit for edit in switches if fits(edit) and may_write(author, edit, adult_ticks=False))
    adult_ticks = _value(with_edits(base, allowed).registers, pref, _TICKS_FIELD) is True
    kept = tuple(edit for edit in asked if _counts(edit, kind, author, adult_ticks))
    return Permitted(kept, len(asked) - len(kept))


def _counts(edit: Edit, kind: str, author: Author, adult_ticks: bool) -> bool:
    circle = circle_of(edit)
    if circle is None:
        return True
    return circle == kind and fits(edit) and may_write(author, edit, adult_ticks=adult_ticks)


def _value(registers: Registers, key: RecordKey, field: str) -> object:
    register = registers.get(key, {}).get(field)
    return register.value if register else None
