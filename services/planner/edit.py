"""The unit of change: one field of one record gets one value.

A `Change` is what a desk asks for. In the outbox it is a `Wish`, with the wall clock of the moment and the
stamp it replaced. When it is pushed it gets its stamp and is an `Edit`.

    record   1 to 160 of  A-Z a-z 0-9 _ - : .
    type     1 to 32 of   a-z _                       begins with a letter
    field    1 to 80 of   A-Z a-z 0-9 _ - .           begins with a letter or _
    value    canonical JSON, at most 8 KiB, at most 3 deep
    wire     [record, type, field, value, stamp]       of an edit; the vault keeps wishes in its own form
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from services.planner import canonical, stamp
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import RecordId
from services.planner.stamp import Stamp

VALUE_LIMIT_BYTES = 8 * 1024
VALUE_DEPTH = 3
_PLAIN_CHARACTERS = 300  # of six bytes at most
_PLAIN_ITEMS = 4
NEW = "_new"
DELETED = "_del"

_RECORD = re.compile(r"[A-Za-z0-9_\-:.]{1,160}", re.ASCII)
_TYPE = re.compile(r"[a-z][a-z_]{0,31}", re.ASCII)
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_\-.]{0,79}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Change:
    """What a desk asks for. Privacy: never printed; its value may be somebody's words."""

    record: RecordId
    type: str
    field: str
    value: Value

    def __repr__(self) -> str:
        return f"{type(self).__name__}(type={self.type})"


@dataclass(frozen=True, slots=True, repr=False)
class Wish(Change):
    """A change in the outbox. Units: `wall_ms` by this device's clock. `seen` is the stamp it replaced."""

    wall_ms: int
    seen: Stamp | None


@dataclass(frozen=True, slots=True, repr=False)
class Edit(Change):
    """A change with its stamp: what travels and what merges."""

    stamp: Stamp

    def to_wire(self) -> list[Value]:
        """The form inside an entry."""
        return [self.record, self.type, self.field, self.value, self.stamp]

    @classmethod
    def from_wire(cls, wire: Value) -> "Edit":
        """An edit that somebody sent, checked strictly. Errors: InputRejected."""
        match wire:
            case [str(record), str(kind), str(field), value, str(at)]:
                stamp.parse(at)
                edit = cls(RecordId(record), kind, field, value, Stamp(at))
                check(edit)
                return edit
            case _:
                raise InputRejected("edit", "not an edit")


def check(change: Change) -> None:
    """Returns only for a change that every device takes. Errors: InputRejected."""
    if not _RECORD.fullmatch(change.record):
        raise InputRejected("record")
    if not _TYPE.fullmatch(change.type):
        raise InputRejected("type")
    if not _FIELD.fullmatch(change.field):
        raise InputRejected("field")
    if _is_plain(change.value):
        return
    if len(canonical.encode(change.value)) > VALUE_LIMIT_BYTES:
        raise InputRejected("value", "too long")
    if _depth(change.value) > VALUE_DEPTH:
        raise InputRejected("value", "too deep")


def _is_plain(value: Value) -> bool:
    """Whether it is at a glance short and shallow enough: fifty thousand edits are read in a second."""
    if value is None or isinstance(value, bool):
        return True
    words = value if isinstance(value, list) else [value]
    if len(words) > _PLAIN_ITEMS:
        return False
    return all(isinstance(word, str) and len(word) <= _PLAIN_CHARACTERS and word.isascii() for word in words)


def _depth(value: Value) -> int:
    if isinstance(value, Mapping):
        return 1 + max((_depth(item) for item in value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((_depth(item) for item in value), default=0)
    return 0
