"""The outbox as sync changes it: wishes are taken for an entry, come back, turn out to be accepted, see more.

    [value, wall ms] or [value, wall ms, seen]      a wish, as the vault keeps it; one of each field

A wish is known again by its value and wall clock, one that had a stamp by that too. One that was taken and
then changed by its person while the entry was on its way stays: the later wish is another one.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from services.planner.edit import Wish
from services.planner.merge import RecordKey
from services.planner.stamp import Stamp
from services.sync.clocking import HAD_A_STAMP
from services.vault.layout import document_id, wishes
from services.vault.settling import Changes, Rows
from services.vault.storage import Document

FieldKey: TypeAlias = tuple[RecordKey, str]
_FIRST: Final = ("who", "pref")  # what an endpointless beginning says of itself is read before the rest


def in_order(rows: Rows) -> list[Wish]:
    """Every wish in the order in which it is pushed: who somebody is, then as they were made."""
    found = (wish for doc_id, document in rows.items() for wish in wishes(doc_id, document))
    return sorted(found, key=lambda wish: (*(wish.type != kind for kind in _FIRST), wish.wall_ms))


def as_rows(taken: Iterable[Wish]) -> dict[str, Document]:
    """Wishes in the form in which the vault keeps them."""
    rows: dict[str, Document] = {}
    for wish in taken:
        document = rows.setdefault(document_id(RecordKey(wish.record, wish.type)), {})
        document[wish.field] = [wish.value, wish.wall_ms, *([wish.seen] if wish.seen else [])]
    return rows


def without(rows: Rows, later: Rows) -> dict[str, Document]:
    """The wishes for fields that none of the later ones is about."""
    kept = {
        doc_id: {field: wish for field, wish in document.items() if field not in later.get(doc_id, {})}
        for doc_id, document in rows.items()
    }
    return {doc_id: document for doc_id, document in kept.items() if document}


class Outbox:
    """An outbox that is being changed; what was given stays as it is."""

    def __init__(self, rows: Rows) -> None:
        self._before = rows
        self._changed: dict[str, Document] = {}

    def changes(self) -> Changes:
        """The documents that are other now; None for those that are empty."""
        return {doc_id: document or None for doc_id, document in self._changed.items()}

    def holds(self, taken: Rows) -> bool:
        """Whether each of these wishes is still here, itself or a later one of its field."""
        return all(field in self._document(doc_id) for doc_id, wanted in taken.items() for field in wanted)

    def drop(self, wished: Rows) -> None:
        """Takes exactly these wishes out."""
        for doc_id, document in wished.items():
            for field, wish in document.items():
                there = self._document(doc_id).get(field, [])
                if there[:2] == wish[:2] and (there == wish or wish[1] != HAD_A_STAMP):
                    self._open(doc_id).pop(field)

    def put_back(self, wished: Rows) -> None:
        """Puts wishes back; a later one of the same field stays, having seen what they had seen."""
        for doc_id, document in wished.items():
            for field, wish in document.items():
                later = self._document(doc_id).get(field)
                if later is None:
                    self._open(doc_id)[field] = wish
                else:
                    self._see(doc_id, field, later, _seen(wish))

    def see(self, accepted: Mapping[FieldKey, Stamp]) -> None:
        """Lets the wishes of these fields come after this device's accepted stamps."""
        for (key, field), stamp in accepted.items():
            doc_id = document_id(key)
            wish = self._document(doc_id).get(field)
            if wish is not None:
                self._see(doc_id, field, wish, stamp)

    def _see(self, doc_id: str, field: str, wish: list[Any], seen: str) -> None:
        if seen > _seen(wish):
            self._open(doc_id)[field] = [*wish[:2], seen]

    def _document(self, doc_id: str) -> Document:
        changed = self._changed.get(doc_id)
        return self._before.get(doc_id, {}) if changed is None else changed

    def _open(self, doc_id: str) -> Document:
        if doc_id not in self._changed:
            self._changed[doc_id] = dict(self._before.get(doc_id, {}))
        return self._changed[doc_id]


def _seen(wish: list[Any]) -> str:
    return wish[2] if len(wish) > 2 else ""
