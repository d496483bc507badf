"""A second tab beside the first: it reads, and writes nothing until the first is closed."""

import pytest

from services.planner.errors import VaultReadOnly
from services.vault.vault_state import LockKind, Open
from tests.vault.homes import Home, tick, ticked
from tests.vault.locked_home import files, set_up


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
