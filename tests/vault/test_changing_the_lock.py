"""Another PIN or another card: the new one opens, and the old one opens nothing any more."""

import pytest

from services.crypto import key_file
from services.planner.errors import InputRejected, KeyMissing, StorageUnavailable, WrongPin
from services.vault.vault_state import LockKind
from tests.vault.homes import Home, ticked
from tests.vault.locked_home import files, set_up


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
