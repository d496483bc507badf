"""Setting up a vault and opening it again: what it needs, what it keeps, and what a locked one holds."""

import asyncio

import pytest

from services.planner.errors import InputRejected, KeyMissing, StorageFull, VaultLocked
from services.planner.words import Role
from services.vault.vault_state import Absent, Locked, LockKind, Open
from tests.vault.homes import Home, tick, ticked
from tests.vault.locked_home import SECRETS, files, set_up


@pytest.mark.parametrize("kind", LockKind)
def test_a_vault_opens_with_what_it_was_locked_with(run, kind: LockKind) -> None:
    async def story() -> None:
        home = Home()
        assert await home.vault().look() == Absent()
        await set_up(home, kind)
        vault = home.vault()
        assert await vault.look() == Locked(kind, 0, has_card=False)
        await vault.open_(SECRETS[kind])
        assert await vault.look() == Open(is_read_only=False)
        (journal,) = vault.journals()
        assert ticked(journal) == {"s1"}
        assert (journal.role, journal.kind) == (Role.PUPIL, "shared")

    run(story())


def test_the_device_is_the_same_one_each_time(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.NONE)
        device_hex = vault.device_hex
        assert len(device_hex) == 32
        vault.lock()
        with pytest.raises(VaultLocked):
            _ = vault.device_hex
        await vault.open_()
        assert vault.device_hex == device_hex

    run(story())


def test_an_adult_may_have_a_harder_lock_that_still_opens(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.PASSPHRASE, "a long enough sentence", is_adult=True)
        await vault.close()
        await home.vault().open_("a long enough sentence")

    run(story())


@pytest.mark.parametrize(
    ("kind", "weak"),
    [
        (LockKind.PIN, "123"),
        (LockKind.PIN, "1234567"),
        (LockKind.PIN, "abcd"),
        (LockKind.PICTURE_PIN, "03-11-00"),
        (LockKind.PICTURE_PIN, "03-12-00-07"),
        (LockKind.PASSPHRASE, "short"),
        (LockKind.PIN, None),
        (LockKind.PIN, "\ud800"),
    ],
)
def test_a_weak_secret_is_not_taken_and_nothing_is_made(run, kind: LockKind, weak: str | None) -> None:
    async def story() -> None:
        home = Home()
        with pytest.raises(InputRejected):
            await home.vault().create(kind, weak)
        assert files(home) == {}

    run(story())


def test_a_vault_that_is_there_is_never_made_over(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        before = files(home)
        with pytest.raises(InputRejected):
            await home.vault().create(LockKind.NONE)
        assert files(home) == before

    run(story())


def test_locking_drops_everything_and_what_was_under_way_is_still_saved(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.NONE)
        journal = await vault.add_planner()
        first = asyncio.create_task(journal.write([tick("s1")]))
        await asyncio.sleep(0)
        second = asyncio.create_task(journal.write([tick("s2")]))
        await asyncio.sleep(0)
        vault.lock()
        with pytest.raises(VaultLocked):
            _ = journal.records
        with pytest.raises(VaultLocked):
            await journal.write([tick("s3")])
        with pytest.raises(VaultLocked):
            vault.journals()
        await vault.open_()
        assert ticked(vault.journals()[0]) == {"s1", "s2"}
        await first
        await second

    run(story())


def test_a_locked_vault_holds_no_planner_and_no_key(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.NONE)
        journal = await vault.add_planner()
        await journal.write([tick()])
        vault.lock()
        held = [vars(vault)[name] for name in ("_keys", "_key_file", "_journals")]
        assert held == [None, None, ()]
        assert vars(journal)["_records"] == {}
        assert vars(journal)["_tables"].tables() == set()

    run(story())


def test_another_device_does_not_open_copied_files(run) -> None:
    async def story() -> None:
        home, thief = Home(), Home()
        await set_up(home)
        await thief.keystore.make()
        thief.store = home.store
        thief.keystore = Home(crypto=home.crypto).keystore
        with pytest.raises(KeyMissing):
            await thief.vault().open_()

    run(story())


def test_setting_up_on_a_full_disk_makes_nothing_and_can_be_tried_again(run) -> None:
    async def story() -> None:
        home = Home()
        home.memory.fill_disk()
        vault = home.vault()
        with pytest.raises(StorageFull):
            await vault.create(LockKind.PIN, "4711")
        assert not vault.is_open
        assert await vault.look() == Absent()
        home.memory.fill_disk(False)
        await vault.create(LockKind.PIN, "4711")
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await vault.add_planner()
        assert vault.journals() == ()
        home.memory.fill_disk(False)
        await vault.add_planner()
        assert len(vault.journals()) == 1

    run(story())


def test_a_planner_that_is_removed_is_gone_from_the_disk_and_the_others_stay(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.NONE)
        vault = home.vault()
        await vault.open_()
        (kept,) = vault.journals()
        gone = await vault.add_planner()
        await vault.remove_planner(gone)
        assert vault.journals() == (kept,)
        assert not any(name.startswith(gone.file_id) for name in files(home))
        with pytest.raises(VaultLocked):
            await gone.write([])
        await vault.close()
        again = home.vault()
        await again.open_()
        assert [journal.file_id for journal in again.journals()] == [kept.file_id]

    run(story())


def test_a_planner_that_others_made_is_here_once_also_when_it_comes_twice_at_once(run) -> None:
    async def story() -> None:
        vault = Home().vault()
        await vault.create(LockKind.NONE)
        ids = ("0c" * 16, "0c" * 16, "0d" * 16)
        first, second, other = await asyncio.gather(
            *(vault.add_planner("shared", Role.PARENT, id_) for id_ in ids)
        )
        private = await vault.add_planner("private", Role.PARENT, "0c" * 16)
        assert first is second
        assert vault.journals() == (first, other, private)

    run(story())
