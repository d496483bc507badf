"""Deleting everything: no byte is left, nobody opens what is half gone, and a new start is possible."""

import pytest

from services.planner.errors import KeyMissing, StorageUnavailable
from services.vault.vault_state import Absent, LockKind
from tests.vault.homes import Home
from tests.vault.locked_home import files, set_up


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
