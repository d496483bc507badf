"""Setting up, locking and opening a vault; what it says when it cannot; deleting everything."""

import asyncio

import pytest

from services.crypto import key_file
from services.planner.errors import (
    InputRejected,
    KeyMissing,
    StorageFull,
    StorageUnavailable,
    VaultDamaged,
    VaultFromNewerVersion,
    VaultLocked,
    VaultReadOnly,
    WrongPin,
)
from services.planner.words import Role
from services.vault.checksum import with_checksum
from services.vault.vault_state import Absent, Damaged, Locked, LockKind, Newer, Open
from tests.vault.homes import Home, tick, ticked

SECRETS = {
    LockKind.NONE: None,
    LockKind.PIN: "4711",
    LockKind.PICTURE_PIN: "03-11-00-07",
    LockKind.PASSPHRASE: "a long enough sentence",
}


async def set_up(home: Home, kind: LockKind = LockKind.NONE, with_card: bool = False) -> str:
    vault = home.vault()
    card = await vault.create(kind, SECRETS[kind], with_card)
    journal = await vault.add_planner(role=Role.PUPIL)
    await journal.write([tick()])
    await vault.close()
    return card.printed() if card else ""


def files(home: Home) -> dict[str, bytes]:
    return dict(home.memory.content_by_name)


def circle(home: Home, slot: str) -> str:
    return next(name for name in files(home) if len(name) == 34 and name.endswith(slot))


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


def test_damaged_keys_a_wrong_pin_and_a_newer_app_are_three_answers_and_none_writes(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        whole = files(home)

        home.damage("keys.a")
        home.damage("keys.b")
        damaged = files(home)
        assert await home.vault().look() == Damaged("keys")
        with pytest.raises(VaultDamaged):
            await home.vault().open_("4711")
        assert files(home) == damaged

        newer = with_checksum(b"FBK2" + whole["keys.a"][4:-32])
        home.memory.content_by_name.update({"keys.a": newer, "keys.b": whole["keys.b"]})
        before = files(home)
        assert await home.vault().look() == Newer()
        with pytest.raises(VaultFromNewerVersion):
            await home.vault().open_("4711")
        assert files(home) == before

        home.memory.content_by_name.update(whole)
        with pytest.raises(WrongPin):
            await home.vault().open_("0000")
        after = files(home)
        assert {name for name in whole if after[name] != whole[name]} == {"attempts"}

    run(story())


def test_a_planner_of_a_newer_app_is_left_alone(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        name = circle(home, ".b")
        content = home.memory.content_by_name[name]
        newer = content[:28] + (2).to_bytes(2, "big") + content[30:-32]
        home.memory.content_by_name[name] = with_checksum(newer)
        home.memory.content_by_name.pop(circle(home, ".a"))
        before = files(home)
        assert await home.vault().look() == Newer()
        with pytest.raises(VaultFromNewerVersion):
            await home.vault().open_()
        assert files(home) == before

    run(story())


def test_a_planner_whose_bytes_were_changed_is_damaged_and_left_as_it_is(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        for slot in (".a", ".b"):
            home.damage(circle(home, slot))
        before = files(home)
        assert await home.vault().look() == Damaged("planner")
        vault = home.vault()
        with pytest.raises(VaultDamaged):
            await vault.open_()
        assert not vault.is_open
        assert files(home) == before

    run(story())


def test_bytes_forged_with_a_right_checksum_do_not_open(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        for slot in (".a", ".b"):
            name = circle(home, slot)
            body = bytearray(home.memory.content_by_name[name][:-32])
            body[-1] ^= 1
            home.memory.content_by_name[name] = with_checksum(bytes(body))
        with pytest.raises(VaultDamaged):
            await home.vault().open_()

    run(story())


def test_one_damaged_planner_does_not_keep_the_others_shut(run) -> None:
    async def story() -> None:
        home = Home()
        vault = home.vault()
        await vault.create(LockKind.NONE)
        whole = await vault.add_planner()
        lost = await vault.add_planner()
        await vault.close()
        home.damage(f"{lost.file_id}.b")
        vault = home.vault()
        assert isinstance(await vault.look(), Locked)
        await vault.open_()
        assert [journal.file_id for journal in vault.journals()] == [whole.file_id]

    run(story())


def test_a_planner_under_another_name_does_not_open(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        content = files(home)
        for slot in (".a", ".b"):
            name = circle(home, slot)
            home.memory.content_by_name["ff" * 16 + slot] = home.memory.content_by_name.pop(name)
        assert files(home) != content
        with pytest.raises(VaultDamaged):
            await home.vault().open_()

    run(story())


def test_a_damaged_vault_can_be_set_aside_and_a_new_one_begun(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        for name in ("keys.a", "keys.b"):
            home.damage(name)
        before = files(home)
        vault = home.vault()
        await vault.set_aside()
        for name in set(before) - {"attempts"}:
            assert home.memory.content_by_name[f"{name}.damaged"] == before[name]
        assert await vault.look() == Absent()
        await vault.create(LockKind.NONE)
        assert not (await vault.add_planner()).records

    run(story())


def test_a_whole_vault_is_not_set_aside(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        before = files(home)
        with pytest.raises(InputRejected):
            await home.vault().set_aside()
        assert files(home) == before

    run(story())


def test_setting_aside_twice_keeps_both(run) -> None:
    async def story() -> None:
        home = Home()
        for _ in range(2):
            await set_up(home)
            for name in ("keys.a", "keys.b"):
                home.damage(name)
            vault = home.vault()
            await vault.set_aside()
            await vault.close()
        kept = [name for name in files(home) if name.endswith(".damaged")]
        assert {"keys.a.damaged", "keys.a.2.damaged", "keys.b.damaged", "keys.b.2.damaged"} <= set(kept)

    run(story())


def test_planner_files_without_a_key_file_are_damaged_not_absent(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        for name in ("keys.a", "keys.b"):
            del home.memory.content_by_name[name]
        assert await home.vault().look() == Damaged("keys")
        with pytest.raises(InputRejected):
            await home.vault().create(LockKind.NONE)

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


def test_a_second_tab_reads_and_does_not_write_until_the_first_is_closed(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home)
        first = home.vault()
        await first.open_()
        tab = Home(home.memory.beside(), home.keystore, home.clock, home.crypto)
        second = tab.vault()
        await second.open_()
        assert await second.look() == Open(is_read_only=True)
        (journal,) = second.journals()
        assert journal.is_read_only
        assert ticked(journal) == {"s1"}
        before = files(home)
        for write in (
            journal.write([tick("s2")]),
            second.add_planner(),
            second.change_lock(LockKind.PIN, "1234"),
            second.erase(),
        ):
            with pytest.raises(VaultReadOnly):
                await write
        assert files(home) == before
        await first.close()
        second.lock()
        await second.open_()
        assert await second.look() == Open(is_read_only=False)
        await second.journals()[0].write([tick("s2")])

    run(story())


def test_a_second_tab_cannot_set_up_beside_the_first(run) -> None:
    async def story() -> None:
        home = Home()
        first = home.vault()
        await first.create(LockKind.NONE)
        tab = Home(home.memory.beside(), home.keystore)
        with pytest.raises(VaultReadOnly):
            await tab.vault().create(LockKind.NONE)

    run(story())


def test_a_new_pin_opens_and_the_old_one_opens_neither_generation(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        vault = home.vault()
        await vault.open_("4711")
        await vault.change_lock(LockKind.PIN, "909090", current="4711")
        assert ticked(vault.journals()[0]) == {"s1"}
        await vault.close()
        for slot in ("keys.a", "keys.b"):
            with pytest.raises(WrongPin):
                await key_file.open_with_device(
                    home.crypto, files(home)[slot], home.keystore.device_secret, "4711"
                )
            await key_file.open_with_device(
                home.crypto, files(home)[slot], home.keystore.device_secret, "909090"
            )

    run(story())


def test_a_lower_generation_is_never_opened_because_a_pin_was_wrong(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        old = files(home)["keys.a"]
        vault = home.vault()
        await vault.open_("4711")
        await vault.change_lock(LockKind.PIN, "909090", current="4711")
        await vault.close()
        home.memory.content_by_name["keys.b"] = old
        with pytest.raises(WrongPin):
            await home.vault().open_("4711")
        await home.vault().open_("909090")

    run(story())


def test_the_lock_changes_only_for_who_can_open_it(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        vault = home.vault()
        await vault.open_("4711")
        before = {name: files(home)[name] for name in ("keys.a", "keys.b")}
        with pytest.raises(WrongPin):
            await vault.change_lock(LockKind.NONE, current="0000")
        with pytest.raises(InputRejected):
            await vault.change_lock(LockKind.NONE)
        with pytest.raises(InputRejected):
            await vault.change_lock(LockKind.PIN, "12", current="4711")
        assert {name: files(home)[name] for name in before} == before
        await vault.change_lock(LockKind.NONE, current="4711")
        await vault.close()
        await home.vault().open_()

    run(story())


@pytest.mark.parametrize("nth", range(1, 9))
def test_a_change_of_pin_that_does_not_reach_the_disk_leaves_the_old_pin(run, nth: int) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        vault = home.vault()
        await vault.open_("4711")
        home.memory.fail_at(nth)
        try:
            await vault.change_lock(LockKind.PIN, "909090", current="4711")
        except StorageUnavailable:
            right, other = "4711", "909090"
        else:
            right, other = "909090", "4711"
        home.memory.fail_at(1000)
        await vault.close()
        with pytest.raises(WrongPin):
            await home.vault().open_(other)
        await home.vault().open_(right)

    run(story())


def test_the_card_opens_without_the_pin_and_a_new_card_ends_the_old_one(run) -> None:
    async def story() -> None:
        home = Home()
        first = await set_up(home, LockKind.PIN, with_card=True)
        vault = home.vault()
        await vault.open_with_card(first.lower().replace("-", " "))
        card = await vault.change_lock(LockKind.PIN, "2468", with_card=True)
        assert card is not None
        await vault.close()
        with pytest.raises(WrongPin):
            await home.vault().open_with_card(first)
        await home.vault().open_with_card(card.printed())
        await home.vault().open_("2468")

    run(story())


def test_changing_the_pin_without_a_new_card_leaves_the_old_card_good(run) -> None:
    async def story() -> None:
        home = Home()
        card = await set_up(home, LockKind.PIN, with_card=True)
        vault = home.vault()
        await vault.open_("4711")
        assert await vault.change_lock(LockKind.PIN, "2468", current="4711") is None
        await vault.close()
        await home.vault().open_with_card(card)

    run(story())


def test_without_a_card_no_card_opens(run) -> None:
    async def story() -> None:
        home, other = Home(), Home()
        await set_up(home, LockKind.PIN)
        card = await set_up(other, LockKind.PIN, with_card=True)
        with pytest.raises(KeyMissing):
            await home.vault().open_with_card(card)

    run(story())


def test_deleting_everything_leaves_no_byte_and_a_new_start(run) -> None:
    async def story() -> None:
        home = Home()
        card = await set_up(home, LockKind.PIN, with_card=True)
        before = files(home)
        vault = home.vault()
        await vault.open_("4711")
        await vault.erase()
        assert files(home) == {}
        assert await vault.look() == Absent()
        home.memory.content_by_name.update(before)
        with pytest.raises(KeyMissing):
            await home.vault().open_("4711")
        home.memory.content_by_name.clear()
        await home.vault().create(LockKind.NONE)
        assert card

    run(story())


def test_a_forgotten_vault_can_be_deleted_without_opening_it(run) -> None:
    async def story() -> None:
        home = Home()
        await set_up(home, LockKind.PIN)
        vault = home.vault()
        await vault.erase()
        assert files(home) == {}

    run(story())


def test_a_deletion_that_stops_halfway_opens_for_nobody_and_goes_on_when_asked_again(run) -> None:
    async def story() -> None:
        home = Home()
        card = await set_up(home, LockKind.PIN, with_card=True)
        vault = home.vault()
        await vault.open_("4711")
        home.memory.fail_at(3)
        with pytest.raises(StorageUnavailable):
            await vault.erase()
        for way in (home.vault().open_("4711"), home.vault().open_with_card(card)):
            with pytest.raises(KeyMissing):
                await way
        await vault.erase()
        assert files(home) == {}

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
