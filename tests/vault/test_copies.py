"""A backup is brought back: the same person on another device, and all or nothing of it."""

import pytest

from services.planner.errors import StorageFull, StorageUnavailable, VaultLocked, VaultReadOnly
from services.vault.backup import backup_text
from services.vault.schema import CURRENT
from services.vault.vault_state import LockKind
from tests.vault.copying import WORDS, all_ticked, backup_of, begun, copies_of, who_says
from tests.vault.homes import Home, seeded, tick, ticked


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
