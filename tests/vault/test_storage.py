"""TinyDB over our own storage: all of its ways of writing, and a text that is always the right one."""

import json
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st
from tinydb import Query
from tinydb.table import Document

from services.planner import canonical
from services.vault.storage import RecordTable, VaultStorage, VaultTables

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
DOCUMENTS = st.dictionaries(st.text(max_size=6), VALUES, max_size=4)
NAMES = st.sampled_from(["base", "meta", "odd", "outbox", "raw"])
STEPS = st.lists(st.tuples(NAMES, st.dictionaries(st.text(max_size=5), DOCUMENTS, max_size=4)), max_size=8)


def storage(tables: VaultTables) -> VaultStorage:
    return cast(VaultStorage, tables.storage)


def table(tables: VaultTables, name: str) -> RecordTable:
    return cast(RecordTable, tables.table(name))


@given(STEPS)
def test_the_text_is_canonical_json_after_every_change(steps: Any) -> None:
    tables = VaultTables({})
    for name, documents in steps:
        table(tables, name).put(documents)
        assert storage(tables).text() == canonical.encode(storage(tables).tables)


@given(STEPS)
def test_the_tables_of_before_are_untouched_by_what_comes_after(steps: Any) -> None:
    tables = VaultTables({"base": {"a": {"f": [1, "x"]}}})
    before = storage(tables).tables
    text = storage(tables).text()
    for name, documents in steps:
        table(tables, name).put(documents)
    storage(tables).tables = before
    assert storage(tables).text() == text


def test_every_way_in_which_tinydb_writes_reaches_the_text() -> None:
    tables = VaultTables({})
    base = table(tables, "base")
    base.insert(Document({"f": 1}, cast(Any, "day:1 day")))
    base.put({"day:2 day": {"f": 2}})
    storage(tables).text()
    base.update({"g": 3}, doc_ids=cast(Any, ["day:2 day"]))
    base.upsert(Document({"f": 9}, cast(Any, "day:1 day")))
    base.update({"h": 4}, Query().f == 2)
    assert json.loads(storage(tables).text())["base"] == {
        "day:1 day": {"f": 9},
        "day:2 day": {"f": 2, "g": 3, "h": 4},
    }
    base.remove(doc_ids=cast(Any, ["day:1 day"]))
    assert list(json.loads(storage(tables).text())["base"]) == ["day:2 day"]
    tables.drop_table("base")
    assert json.loads(storage(tables).text()) == {}


def test_tinydbs_update_does_not_reach_into_the_tables_of_before() -> None:
    tables = VaultTables({"base": {"a": {"f": 1}}})
    before = storage(tables).tables
    table(tables, "base").update({"f": 2})
    assert before == {"base": {"a": {"f": 1}}}


def test_a_record_is_found_by_its_own_id() -> None:
    tables = VaultTables({})
    table(tables, "outbox").put({"day:2026-09-14 day": {"f": 1}})
    assert table(tables, "outbox").get(doc_id=cast(Any, "day:2026-09-14 day")) == {"f": 1}
    assert table(tables, "outbox").rows() == {"day:2026-09-14 day": {"f": 1}}
