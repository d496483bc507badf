"""What is taken for a backup: a whole one is, and whatever else it may be gets an answer of ours."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.canonical import decode, encode
from services.planner.edit import Change
from services.planner.errors import FirstbellError, VaultDamaged, VaultFromNewerVersion
from services.planner.ids import RecordId, who_record
from services.vault.backup import Backup, read_backup
from services.vault.schema import CURRENT, Schema
from services.vault.vault_state import LockKind
from tests.vault.backup_tables import OLD, STAMP, tables
from tests.vault.copying import copies_of, say_who
from tests.vault.homes import Home


def text_of(*planners: Any, **parts: Any) -> bytes:
    return encode({"device": OLD, "made_ms": 5, "planners": list(planners)} | parts)


def planner(**parts: Any) -> dict[str, Any]:
    return {"schema": 1, "tables": tables(**parts)}


GOOD = planner(
    base={"day:2026-09-14 day": {"t.s1": [["done", "p1"], STAMP]}},
    outbox={"r1 routine": {"title": ["Bore da", 9], "order": ["b", 9, STAMP]}},
)


def test_a_whole_one_is_read() -> None:
    backup = read_backup(text_of(GOOD, GOOD), CURRENT)
    assert backup == Backup(OLD, 5, (GOOD["tables"], GOOD["tables"]))
    assert "Bore da" not in repr(backup)


PLANNER = tables()["meta"]["planner"]
BROKEN: dict[str, bytes] = {
    "no json": b"{",
    "no planner": text_of(),
    "another device": text_of(GOOD, device="0A" * 16),
    "a made-up member": text_of(GOOD, more=1),
    "no time": text_of(GOOD, made_ms=-1),
    "schema none": text_of({"schema": 0, "tables": tables()}),
    "no tables": text_of({"schema": 1, "tables": {}}),
    "a table that is a list": text_of(planner(base=[])),
    "a document that is a list": text_of(planner(base={"r1 routine": []})),
    "an id of one word": text_of(planner(base={"r1": {"f": [1, STAMP]}})),
    "an id of three words": text_of(planner(base={"r1 routine x": {"f": [1, STAMP]}})),
    "a strange record": text_of(planner(base={"r/1 routine": {"f": [1, STAMP]}})),
    "a strange type": text_of(planner(base={"r1 Routine": {"f": [1, STAMP]}})),
    "a strange field": text_of(planner(base={"r1 routine": {"=f": [1, STAMP]}})),
    "no stamp": text_of(planner(base={"r1 routine": {"f": [1]}})),
    "a bad stamp": text_of(planner(base={"r1 routine": {"f": [1, "x"]}})),
    "a stamp that is a number": text_of(planner(base={"r1 routine": {"f": [1, 5]}})),
    "no list": text_of(planner(outbox={"r1 routine": {"f": 1}})),
    "no wall": text_of(planner(outbox={"r1 routine": {"f": [1]}})),
    "a wall that is true": text_of(planner(outbox={"r1 routine": {"f": [1, True]}})),
    "a wall before time": text_of(planner(outbox={"r1 routine": {"f": [1, -5]}})),
    "four parts": text_of(planner(outbox={"r1 routine": {"f": [1, 5, STAMP, 1]}})),
    "a huge value": text_of(planner(outbox={"r1 routine": {"f": ["x" * 9000, 5]}})),
    "a deep value": text_of(planner(outbox={"r1 routine": {"f": [[[[[1]]]], 5]}})),
    "no planner in meta": text_of(planner(meta={})),
    "another role": text_of(planner(meta={"planner": {**PLANNER, "role": "king"}})),
    "another kind": text_of(planner(meta={"planner": {**PLANNER, "kind": "../x"}})),
    "no id": text_of(planner(meta={"planner": {"kind": "shared", "role": "pupil", "made_ms": 5}})),
    "another id": text_of(planner(meta={"planner": {**PLANNER, "id": "keys"}})),
}


@pytest.mark.parametrize("why", BROKEN)
def test_one_that_could_not_have_been_kept_so_is_damaged(why: str) -> None:
    with pytest.raises(VaultDamaged):
        read_backup(BROKEN[why], CURRENT)


def test_tables_of_a_newer_app_are_told_as_such() -> None:
    with pytest.raises(VaultFromNewerVersion):
        read_backup(text_of({"schema": 2, "tables": tables()}), CURRENT)


def test_tables_of_an_older_app_are_brought_up_first() -> None:
    def step(old: Any) -> Any:
        return {**old, "base": {"r9 routine": {"f": [1, STAMP]}}}

    backup = read_backup(text_of(planner()), Schema(2, (step,)))
    assert backup.planners[0]["base"] == {"r9 routine": {"f": [1, STAMP]}}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
@settings(max_examples=400)
def test_whatever_stands_at_any_place_only_our_own_answers_come(data: st.DataObject) -> None:
    whole: Any = decode(text_of(GOOD))
    at: Any = whole
    while True:
        key = data.draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
        inside = at[key]
        if not inside or not isinstance(inside, dict | list) or data.draw(st.booleans()):
            break
        at = inside
    at[key] = data.draw(JSON)
    try:
        backup = read_backup(encode(whole), CURRENT)
    except FirstbellError:
        return
    asyncio.run(_is_usable(backup))


async def _is_usable(backup: Backup) -> None:
    """What was taken can be brought back, read and written to."""
    home = Home()
    vault = home.vault()
    await vault.create(LockKind.NONE)
    await copies_of(home, vault).bring_back(backup)
    journal = vault.journals()[0]
    await say_who(vault, journal)
    await journal.write([Change(RecordId("r1"), "routine", "title", "x")])
    await vault.close()
    again = home.vault()
    await again.open_()
    assert who_record(again.device_hex) in again.journals()[0].records
