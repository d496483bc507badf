"""A backup is brought back: the same person, another device, and what was there is kept."""

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.planner.canonical import decode, encode
from services.planner.edit import Change
from services.planner.errors import (
    FirstbellError,
    InputRejected,
    StorageFull,
    StorageUnavailable,
    VaultDamaged,
    VaultFromNewerVersion,
    VaultLocked,
    VaultReadOnly,
)
from services.planner.ids import RecordId, who_record
from services.vault.backup import Backup, backup_text, read_backup
from services.vault.brought_back import LONG_AGO_MS, brought_back
from services.vault.schema import CURRENT, Schema
from services.vault.vault_state import Absent, LockKind
from tests.vault.copying import WORDS, all_ticked, backup_of, begun, copies_of, say_who, who_says
from tests.vault.homes import Home, seeded, tick, ticked

OLD, NEW = "0a" * 16, "0b" * 16
STAMP = "019943f1a2c0000000000001"


def tables(**parts: Any) -> Any:
    """Tables of a planner, some of them said."""
    planner = {"planner": {"kind": "shared", "role": "pupil", "made_ms": 5, "id": "0c" * 16}}
    return {"base": {}, "meta": planner, "odd": {}, "outbox": {}, "raw": {}} | parts


def wishes(vault: Any) -> dict[str, Any]:
    return asyncio.run(vault.journals()[0].settled_tables())["outbox"]


def test_on_a_new_phone_the_ticks_are_there_and_the_same_person_goes_on(run) -> None:
    async def story() -> None:
        old = Home()
        backup = await backup_of(old, await begun(old, "s1", "s2"))
        phone = Home(keystore=type(old.keystore)(seeded(9)), crypto=type(old.crypto)(11))
        vault = phone.vault()
        await vault.create(LockKind.NONE)
        await copies_of(phone, vault).bring_back(backup)
        assert all_ticked(vault) == [{"s1", "s2"}]
        assert who_says(vault, vault.journals()[0])["person"] == "p-sam"
        assert vault.device_hex != backup.device_hex
        await vault.journals()[0].write([tick("s3")])
        await vault.close()
        again = phone.vault()
        await again.open_()
        assert all_ticked(again) == [{"s1", "s2", "s3"}]
        assert copies_of(phone, again).formers() == ()

    run(story())


def test_no_key_travels_in_a_backup(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        text = backup_text(
            vault.device_hex, 1, [await vault.journals()[0].settled_tables()], CURRENT
        ).decode()
        body = vault.body
        device = body["device"]
        assert isinstance(device, dict)
        for key in (body["vault_key"], *device.values()):
            assert str(key) not in text

    run(story())


def test_brought_back_twice_it_is_two_devices_and_never_a_clone(run) -> None:
    async def story() -> None:
        old = Home()
        vault = await begun(old, "s1")
        backup = await backup_of(old, vault)
        names = {vault.device_hex}
        for seed in (21, 22):
            phone = Home(crypto=type(old.crypto)(seed))
            other = phone.vault()
            await other.create(LockKind.NONE)
            await copies_of(phone, other).bring_back(backup)
            names.add(other.device_hex)
        assert len(names) == 3

    run(story())


def test_over_a_planner_that_is_there_the_lock_stays_and_what_was_there_is_put_by(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1", lock=LockKind.PIN, pin="480212")
        before = vault.device_hex
        backup = await backup_of(home, vault)
        await vault.journals()[0].write([tick("later")])
        old_journal = vault.journals()[0]
        copies = copies_of(home, vault)
        await copies.bring_back(backup)
        assert all_ticked(vault) == [{"s1"}]
        with pytest.raises(VaultLocked):
            await old_journal.write([tick("too late")])
        await vault.close()
        again = home.vault()
        await again.open_("480212")
        assert all_ticked(again) == [{"s1"}]
        copies = copies_of(home, again)
        (former,) = copies.formers()
        await copies.go_back(former)
        assert all_ticked(again) == [{"s1", "later"}]
        assert again.device_hex == before
        (other,) = copies.formers()
        await copies.go_back(other)
        assert all_ticked(again) == [{"s1"}]

    run(story())


def test_a_second_copy_brought_back_puts_the_first_one_by_and_loses_neither(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        first = await backup_of(home, vault)
        await vault.journals()[0].write([tick("s2")])
        second = await backup_of(home, vault)
        await vault.journals()[0].write([tick("s3")])
        copies = copies_of(home, vault)
        await copies.bring_back(first)
        home.clock.pass_ms(60_000)
        await copies.bring_back(second)
        assert all_ticked(vault) == [{"s1", "s2"}]
        latest, oldest = copies.formers()
        assert latest.at_ms > oldest.at_ms
        await copies.go_back(oldest)
        assert all_ticked(vault) == [{"s1", "s2", "s3"}]
        assert len(copies.formers()) == 2

    run(story())


def test_a_new_pin_opens_what_was_put_by_and_the_old_one_nothing(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1", lock=LockKind.PIN, pin="480212")
        backup = await backup_of(home, vault)
        await vault.journals()[0].write([tick("s2")])
        await copies_of(home, vault).bring_back(backup)
        await vault.change_lock(LockKind.PIN, "909090", current="480212")
        await vault.close()
        again = home.vault()
        await again.open_("909090")
        copies = copies_of(home, again)
        await copies.go_back(copies.formers()[0])
        assert all_ticked(again) == [{"s1", "s2"}]

    run(story())


def test_what_was_put_by_can_be_thrown_away_and_its_files_go(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        files_before = set(home.memory.content_by_name)
        copies = copies_of(home, vault)
        await copies.bring_back(await backup_of(home, vault))
        (former,) = copies.formers()
        await copies.throw_away(former)
        assert copies.formers() == ()
        left = {name for name in home.memory.content_by_name if len(name) > 30}
        assert left
        assert not left & files_before
        with pytest.raises(InputRejected):
            await copies.go_back(former)
        assert all_ticked(vault) == [{"s1"}]

    run(story())


def test_deleting_everything_takes_what_was_put_by_along(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        await copies_of(home, vault).bring_back(await backup_of(home, vault))
        await vault.erase()
        assert home.memory.content_by_name == {}
        assert isinstance(await home.vault().look(), Absent)

    run(story())


def test_a_planner_stays_the_same_one_for_whoever_keeps_something_about_it(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        first = vault.journals()[0].planner_id
        assert first == vault.journals()[0].file_id
        for _ in range(2):
            await copies_of(home, vault).bring_back(await backup_of(home, vault))
            assert vault.journals()[0].planner_id == first
            assert vault.journals()[0].file_id != first
        await vault.close()
        again = home.vault()
        await again.open_()
        assert again.journals()[0].planner_id == first

    run(story())


def test_several_planners_come_back_together_with_their_roles(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        home.clock.pass_ms(10)
        second = await vault.add_planner("private")
        await second.write([tick("quiet")])
        backup = await backup_of(home, vault)
        await copies_of(home, vault).bring_back(backup)
        assert [(one.kind, ticked(one)) for one in vault.journals()] == [
            ("shared", {"s1"}),
            ("private", {"quiet"}),
        ]

    run(story())


def test_a_tab_that_only_looks_brings_nothing_back_and_deletes_nothing(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        backup = await backup_of(home, vault)
        await copies_of(home, vault).bring_back(backup)
        beside = Home(home.memory.beside(), home.keystore, home.clock, home.crypto)
        other = beside.vault()
        await other.open_()
        assert other.is_read_only
        contents = dict(home.memory.content_by_name)
        copies = copies_of(beside, other)
        for verb in (copies.bring_back(backup), copies.go_back(copies.formers()[0])):
            with pytest.raises(VaultReadOnly):
                await verb
        assert await copies.make(WORDS)
        assert home.memory.content_by_name == contents

    run(story())


def test_a_locked_vault_gives_no_backup(run) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1", lock=LockKind.PIN, pin="480212")
        vault.lock()
        with pytest.raises(VaultLocked):
            await copies_of(home, vault).make(WORDS)

    run(story())


@pytest.mark.parametrize("nth", range(1, 12))
def test_where_a_disk_says_no_everything_is_as_before_and_asking_again_works(run, nth: int) -> None:
    async def story() -> None:
        home = Home()
        vault = await begun(home, "s1")
        backup = await backup_of(home, vault)
        await vault.journals()[0].write([tick("later")])
        copies = copies_of(home, vault)
        device = vault.device_hex
        home.memory.fail_at(nth)
        try:
            await copies.bring_back(backup)
        except (StorageFull, StorageUnavailable):
            assert vault.device_hex == device
            assert all_ticked(vault) == [{"s1", "later"}]
            await vault.journals()[0].write([tick("after")])
            await copies.bring_back(backup)
        assert all_ticked(vault) == [{"s1"}]
        assert len(copies.formers()) == 1

    run(story())


# -- what becomes of the tables ----------------------------------------------------------------------------


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


# -- what is taken for a backup ----------------------------------------------------------------------------


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
