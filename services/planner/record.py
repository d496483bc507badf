"""A record as it is read: the values of its fields, without stamps."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.planner.canonical import Value
from services.planner.edit import DELETED, NEW
from services.planner.ids import RecordId


@dataclass(frozen=True, slots=True)
class Record:
    """One record. Privacy: never printed; its fields may be somebody's words."""

    id: RecordId
    type: str
    fields: Mapping[str, Value]

    @property
    def is_shown(self) -> bool:
        """Somebody made it and nobody took it away. A stray edit alone shows nothing."""
        return self.fields.get(NEW) is not None and self.fields.get(DELETED) is not True

    def __repr__(self) -> str:
        return f"Record(type={self.type}, fields={len(self.fields)})"
