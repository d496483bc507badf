"""Tables that somebody else may have written, checked as strictly as an edit that travels.

What a vault sealed itself needs none of this. A backup does: whoever made the file chose every byte in it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from services.planner import edit, stamp
from services.planner.canonical import MAX_INT
from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.words import Role
from services.vault.layout import BASE, INFLIGHT, META, OUTBOX, TABLES, document_id, record_key
from services.vault.storage import Document, Tables

_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)


def checked_tables(tables: Tables) -> Tables:
    """The same tables. Errors: InputRejected when a planner could not have been kept so."""
    if set(tables) != set(TABLES):
        raise InputRejected("tables")
    for doc_id, document in tables[BASE].items():
        for field, kept in _fields(doc_id, document):
            if len(kept) != 2:
                raise InputRejected("register")
            _check_stamp(kept[1])
            edit.check(_change(doc_id, field, kept[0]))
    for doc_id, document in (*_flying(tables).items(), *tables[OUTBOX].items()):
        for field, kept in _fields(doc_id, document):
            if len(kept) not in (2, 3) or not _is_ms(kept[1]):
                raise InputRejected("wish")
            if len(kept) == 3:
                _check_stamp(kept[2])
            edit.check(_change(doc_id, field, kept[0]))
    _check_planner(tables[META].get("planner"))
    return tables


def _flying(tables: Tables) -> Mapping[str, Document]:
    """The wishes of an entry that was on its way."""
    match tables[META].get(INFLIGHT, {"wishes": {}}):
        case {"wishes": dict(wishes)} if all(isinstance(one, dict) for one in wishes.values()):
            return wishes
        case _:
            raise InputRejected("inflight")


def _fields(doc_id: str, document: Document) -> Iterable[tuple[str, list[Any]]]:
    if document_id(record_key(doc_id)) != doc_id:
        raise InputRejected("document")
    for field, kept in document.items():
        if not isinstance(kept, list):
            raise InputRejected("field")
        yield field, kept


def _change(doc_id: str, field: str, value: Any) -> Change:
    key = record_key(doc_id)
    return Change(key.record, key.type, field, value)


def _check_stamp(text: object) -> None:
    if not isinstance(text, str):
        raise InputRejected("stamp")
    stamp.parse(text)


def _check_planner(planner: Document | None) -> None:
    match planner:
        case {"kind": str(kind), "role": str(role), "made_ms": made_ms, "id": str(own)}:
            is_ours = kind.isascii() and kind.isalpha() and _ID.fullmatch(own)
            if is_ours and role in set(Role) and _is_ms(made_ms):
                return
        case _:
            pass
    raise InputRejected("planner")


def _is_ms(value: object) -> bool:
    return type(value) is int and 0 <= value <= MAX_INT
