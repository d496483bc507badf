"""Damaged files, a newer app's files and a wrong PIN: told apart, written by nobody, and set aside whole."""

import pytest

from services.planner.errors import InputRejected, VaultDamaged, VaultFromNewerVersion, WrongPin
from services.vault.checksum import with_checksum
from services.vault.vault_state import Absent, Damaged, Locked, LockKind, Newer
from tests.vault.homes import Home
from tests.vault.locked_home import circle, files, set_up


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
