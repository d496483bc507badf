"""Which tries of a PIN count: each before the key is stretched, in two places, and the larger count wins."""

import pytest

from services.planner.errors import (
    InputRejected,
    KeyMissing,
    PinMustWait,
    StorageFull,
    StorageUnavailable,
    WrongPin,
)
from services.vault.attempts import attempts_from_bytes
from services.vault.keystore_memory import MemoryKeystore
from services.vault.try_counter import ATTEMPTS_NAME
from services.vault.vault_state import Locked, LockKind
from tests.vault.homes import Home
from tests.vault.wrong_pins import HOUR_MS, with_pin, wrong


def test_a_try_is_on_the_disk_before_the_pin_is_stretched(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        record_of_none = home.memory.content_by_name[ATTEMPTS_NAME]
        seen = []
        home.crypto.on_stretch = lambda: seen.append(home.memory.content_by_name[ATTEMPTS_NAME])
        await wrong(home)
        assert len(seen) == 1
        assert seen[0] != record_of_none

    run(story())


def test_a_try_that_cannot_be_counted_is_not_made(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await home.vault().open_("480212")
        assert home.crypto.stretched == 1
        home.memory.fill_disk(False)
        home.memory.go_read_only()
        with pytest.raises(StorageUnavailable):
            await home.vault().open_("480212")
        home.memory.go_read_only(False)
        await home.vault().open_("480212")

    run(story())


def test_a_right_pin_opens_even_if_the_count_cannot_be_cleared(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        home.memory.fail_at(2)
        vault = home.vault()
        await vault.open_("480212")
        assert vault.is_open

    run(story())


@pytest.mark.parametrize("place", ["keystore", "folder"])
def test_the_larger_of_two_counts_wins(run, place: str) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        keystore = home.keystore
        assert isinstance(keystore, MemoryKeystore)
        before = (keystore.attempts, home.memory.content_by_name[ATTEMPTS_NAME])
        await wrong(home, 5)
        if place == "keystore":
            keystore.attempts = before[0]
        else:
            home.memory.content_by_name[ATTEMPTS_NAME] = before[1]
        assert await wrong(home, 1) == [60_000]

    run(story())


@pytest.mark.parametrize("change", ["lost", "forged"])
@pytest.mark.parametrize("place", ["keystore", "folder"])
def test_a_count_that_is_lost_or_forged_is_the_longest_wait(run, place: str, change: str) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        await wrong(home, 1)
        keystore = home.keystore
        assert isinstance(keystore, MemoryKeystore)
        other = None if change == "lost" else bytes(48)
        if place == "keystore":
            keystore.attempts = other
        elif other is None:
            del home.memory.content_by_name[ATTEMPTS_NAME]
        else:
            home.memory.content_by_name[ATTEMPTS_NAME] = other
        assert await home.vault().look() == Locked(LockKind.PIN, HOUR_MS, has_card=True)
        with pytest.raises(PinMustWait) as caught:
            await home.vault().open_("480212")
        assert caught.value.wait_ms == HOUR_MS
        home.clock.pass_ms(HOUR_MS - 1)
        with pytest.raises(PinMustWait) as caught:
            await home.vault().open_("480212")
        assert caught.value.wait_ms == 1
        home.clock.pass_ms(1)
        await home.vault().open_("480212")

    run(story())


def test_wrong_cards_do_not_count(run) -> None:
    async def story() -> None:
        home, other = Home(), Home()
        await with_pin(home)
        other.crypto.random(1)
        card_of_another = await with_pin(other)
        for _ in range(10):
            with pytest.raises(WrongPin):
                await home.vault().open_with_card(card_of_another)
            with pytest.raises(InputRejected):
                await home.vault().open_with_card("no card at all")
        await home.vault().open_("480212")

    run(story())


def test_nothing_entered_is_no_try(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        for _ in range(10):
            for nothing in (None, ""):
                with pytest.raises(InputRejected):
                    await home.vault().open_(nothing)
        assert await wrong(home) == [0]

    run(story())


def test_without_the_devices_secret_no_try_is_counted(run) -> None:
    async def story() -> None:
        home = Home()
        card = await with_pin(home)
        await home.keystore.forget()
        for _ in range(10):
            with pytest.raises(KeyMissing):
                await home.vault().open_("480212")
        vault = home.vault()
        await vault.open_with_card(card)
        await vault.change_lock(LockKind.PIN, "135790")
        await vault.close()
        assert await wrong(home) == [0]
        await home.vault().open_("135790")

    run(story())


def test_the_count_says_nothing_but_a_count(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        await wrong(home, 3)
        record = home.memory.content_by_name[ATTEMPTS_NAME]
        assert len(record) == 48
        assert b"000000" not in record
        assert attempts_from_bytes(record, bytes(32)) is None

    run(story())
