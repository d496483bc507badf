"""Small sentences in the language of changes: a record made, told something, taken away, brought back."""

from collections.abc import Mapping

from services.planner.canonical import Value
from services.planner.edit import DELETED, NEW, Change
from services.planner.ids import RecordId

Fields = Mapping[str, Value]


def made(record: str, kind: str, fields: Fields) -> list[Change]:
    """A new record; a field without a value is left out."""
    said = {name: value for name, value in fields.items() if value is not None}
    return told(record, kind, {NEW: kind, **said})


def told(record: str, kind: str, fields: Fields) -> list[Change]:
    """A record told something; None empties a field."""
    return [Change(RecordId(record), kind, name, value) for name, value in fields.items()]


def taken_away(record: str, kind: str) -> list[Change]:
    """A record taken away; everything in it stays, for bringing it back."""
    return told(record, kind, {DELETED: True})


def brought_back(record: str, kind: str) -> list[Change]:
    """A record brought back."""
    return told(record, kind, {DELETED: False})
