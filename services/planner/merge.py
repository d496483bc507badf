"""How edits of several devices become one state: per field, the last writer wins.

    Promise   any order, any grouping, any repetition of the same edits gives the same registers
    Rule      the greater stamp wins; equal stamps with different values are proof of tampering:
              the greater canonical bytes win, so that everybody still agrees, and an alarm is raised
    Key       a record is (id, type): an edit of another type never touches the fields of this one

docs/spec/edits.md tells the rest.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from services.planner import canonical
from services.planner.access import KNOWN_TYPES
from services.planner.canonical import Value
from services.planner.edit import Change, Edit
from services.planner.ids import RecordId
from services.planner.record import Record
from services.planner.stamp import Stamp


class RecordKey(NamedTuple):
    """What a record is found by."""

    record: RecordId
    type: str


class Register(NamedTuple):
    """One field: its value and the stamp of the edit that set it."""

    value: Value
    stamp: Stamp


Registers: TypeAlias = Mapping[RecordKey, Mapping[str, Register]]


class Merged(NamedTuple):
    """The registers after a merge, and the fields in which equal stamps carried different values."""

    registers: Registers
    tampered: frozenset[tuple[RecordKey, str]]


def winner(one: Register, other: Register) -> Register:
    """The register that stays."""
    if one.stamp != other.stamp:
        return max(one, other, key=lambda register: register.stamp)
    return max(one, other, key=lambda register: canonical.encode(register.value))


def with_edits(registers: Registers, edits: Iterable[Edit]) -> Merged:
    """The registers after these edits; what was given is left as it is."""
    after = dict(registers)
    copied: dict[RecordKey, dict[str, Register]] = {}
    tampered: set[tuple[RecordKey, str]] = set()
    for edit in edits:
        key = RecordKey(edit.record, edit.type)
        fields = copied.get(key)
        if fields is None:
            fields = copied[key] = dict(after.get(key, {}))
            after[key] = fields
        old = fields.get(edit.field)
        if old is None or edit.stamp > old.stamp:
            fields[edit.field] = Register(edit.value, edit.stamp)
        elif edit.stamp == old.stamp and not _is_same(old.value, edit.value):
            fields[edit.field] = winner(old, Register(edit.value, edit.stamp))
            tampered.add((key, edit.field))
    return Merged(after, frozenset(tampered))


def merge(one: Registers, other: Registers) -> Merged:
    """Both states as one."""
    return with_edits(one, edits_of(other))


def edits_of(registers: Registers) -> Iterable[Edit]:
    """The edits that these registers still stand for."""
    for key, fields in registers.items():
        for field, register in fields.items():
            yield Edit(key.record, key.type, field, register.value, register.stamp)


def overlay(registers: Registers, wishes: Iterable[Change]) -> dict[RecordId, Record]:
    """What a person sees: the merged state, and their own last word on top, in the order of the wishes.

    An id that two types claim shows the type we know, and of two the one that sorts first.
    """
    fields_by_key: dict[RecordKey, dict[str, Value]] = {
        key: {name: register.value for name, register in fields.items()} for key, fields in registers.items()
    }
    for wish in wishes:
        fields_by_key.setdefault(RecordKey(wish.record, wish.type), {})[wish.field] = wish.value
    records: dict[RecordId, Record] = {}
    for key, fields in sorted(fields_by_key.items(), key=lambda item: _place(item[0]), reverse=True):
        records[key.record] = Record(key.record, key.type, fields)
    return records


def _place(key: RecordKey) -> tuple[bool, str]:
    return key.type not in KNOWN_TYPES, key.type


def _is_same(one: Value, other: Value) -> bool:
    # repr tells true from 1 as the bytes do, and is quicker; only the order of keys can make it differ
    return repr(one) == repr(other) or canonical.encode(one) == canonical.encode(other)
