"""What becomes of a planner's tables on the way from the old device to the new one."""

import asyncio
from typing import Any

from services.vault.brought_back import LONG_AGO_MS, brought_back
from tests.vault.backup_tables import NEW, OLD, STAMP, tables
from tests.vault.copying import backup_of, begun, copies_of
from tests.vault.homes import Home, tick


def wishes(vault: Any) -> dict[str, Any]:
    return asyncio.run(vault.journals()[0].settled_tables())["outbox"]


def test_who_the_old_device_was_the_new_one_says_of_itself() -> None:
    kept = brought_back(tables(outbox={f"who:{OLD} who": {"_new": ["who", 7], "name": ["Sam", 9]}}), OLD, NEW)
    assert kept["outbox"] == {f"who:{NEW} who": {"_new": ["who", LONG_AGO_MS], "name": ["Sam", LONG_AGO_MS]}}


def test_in_a_shared_planner_the_old_device_stays_known_and_the_person_moves_on() -> None:
    base = {f"who:{OLD} who": {"_new": ["who", STAMP], "person": ["p1", STAMP], "name": ["Sam", STAMP]}}
    shared = tables(base=base, outbox={f"who:{OLD} who": {"name": ["Sammy", 9, STAMP]}})
    kept = brought_back(shared, OLD, NEW)
    assert kept["base"] == base
    said = kept["outbox"].pop(f"who:{NEW} who")
    assert {field: value[0] for field, value in said.items()} == {
        "_new": "who",
        "person": "p1",
        "name": "Sammy",
    }
    assert kept["outbox"] == {}


def test_a_wish_from_a_backup_is_older_than_whatever_was_said_since() -> None:
    outbox = {"day:2026-09-14 day": {"t.s1": [["done", "p1"], 1_789_370_000_000, STAMP]}}
    kept = brought_back(tables(outbox=outbox), OLD, NEW)
    assert kept["outbox"]["day:2026-09-14 day"]["t.s1"] == [["done", "p1"], LONG_AGO_MS, STAMP]
    assert outbox["day:2026-09-14 day"]["t.s1"][1] == 1_789_370_000_000


def test_what_belongs_to_the_old_device_alone_stays_behind() -> None:
    theirs = {
        "meta": tables()["meta"] | {"cursor": {"n": 7}},
        "raw": {"1": {"entry": "AQE"}},
        "odd": {"1": {"entry": "AQE"}},
        "outbox": {f"looked:{OLD} looked": {"at": ["2026-09-14", 9]}},
    }
    assert brought_back(tables(**theirs), OLD, NEW) == tables()


def test_a_change_after_it_was_brought_back_has_todays_clock_again(run) -> None:
    home = Home()
    vault = run(begun(home, "s1"))
    run(copies_of(home, vault).bring_back(run(backup_of(home, vault))))
    run(vault.journals()[0].write([tick("s1", outcome="skipped")]))
    assert wishes(vault)["day:2026-09-14 day"]["t.s1"][1] == home.clock.now_ms
