"""What was there when a backup was brought back is put by: it can be gone back to, or thrown away."""

import pytest

from services.planner.errors import InputRejected, VaultLocked
from services.vault.vault_state import Absent, LockKind
from tests.vault.copying import all_ticked, backup_of, begun, copies_of
from tests.vault.homes import Home, tick


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
