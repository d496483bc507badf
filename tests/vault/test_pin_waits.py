"""Wrong PINs: counted before the key is stretched, in two places, and never a reason to wipe anything."""

import pytest

from services.planner.errors import (
    InputRejected,
    KeyMissing,
    PinMustWait,
    StorageFull,
    StorageUnavailable,
    WrongPin,
)
from services.vault.attempts import CEILING, LONGEST_FROM, attempts_from_bytes
from services.vault.keystore_memory import MemoryKeystore
from services.vault.try_counter import ATTEMPTS_NAME
from services.vault.vault_state import NEVER_MS, Locked, LockKind
from tests.vault.homes import Home, tick, ticked

HOUR_MS = 3_600_000


async def with_pin(home: Home, with_card: bool = True) -> str:
    vault = home.vault()
    card = await vault.create(LockKind.PIN, "480212", with_card=with_card)
    journal = await vault.add_planner()
    await journal.write([tick()])
    await vault.close()
    return card.printed() if card else ""


async def wrong(home: Home, times: int = 1) -> list[int]:
    waits = []
    for _ in range(times):
        with pytest.raises(WrongPin) as caught:
            await home.vault().open_("000000")
        waits.append(caught.value.wait_ms)
        home.clock.pass_ms(caught.value.wait_ms % NEVER_MS)
    return waits


def test_five_wrong_pins_are_free_then_waits_grow_and_the_right_one_still_opens(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        assert await wrong(home, 10) == [
            0, 0, 0, 0, 30_000, 60_000, 300_000, 900_000, HOUR_MS, HOUR_MS,
        ]  # fmt: skip
        vault = home.vault()
        await vault.open_("480212")
        assert ticked(vault.journals()[0]) == {"s1"}
        await vault.close()
        assert await wrong(home, 5) == [0, 0, 0, 0, 30_000]

    run(story())


def test_while_a_wait_runs_not_even_the_right_pin_is_looked_at(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        await wrong(home, 4)
        with pytest.raises(WrongPin):
            await home.vault().open_("000000")
        stretched = home.crypto.stretched
        home.clock.pass_ms(12_000)
        with pytest.raises(PinMustWait) as caught:
            await home.vault().open_("480212")
        assert caught.value.wait_ms == 18_000
        assert home.crypto.stretched == stretched
        assert await home.vault().look() == Locked(LockKind.PIN, 18_000, has_card=True)
        home.clock.pass_ms(18_000)
        await home.vault().open_("480212")

    run(story())


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


def test_pulling_the_plug_during_a_try_wins_nothing(run) -> None:
    class Unplugged(BaseException):
        pass

    def unplug() -> None:
        raise Unplugged

    async def story() -> None:
        home = Home()
        await with_pin(home)
        home.crypto.on_stretch = unplug
        for _ in range(5):
            with pytest.raises(Unplugged):
                await home.vault().open_("000000")
        home.crypto.on_stretch = lambda: None
        with pytest.raises(PinMustWait) as caught:
            await home.vault().open_("480212")
        assert caught.value.wait_ms == 30_000

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


def test_turning_the_clock_back_makes_the_wait_begin_again_and_it_ends(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        await wrong(home, 6)
        with pytest.raises(WrongPin):
            await home.vault().open_("000000")
        home.clock.pass_ms(-10 * HOUR_MS)
        with pytest.raises(PinMustWait) as caught:
            await home.vault().open_("480212")
        assert caught.value.wait_ms == 300_000
        home.clock.pass_ms(300_000)
        await home.vault().open_("480212")

    run(story())


def test_after_fifty_wrong_ones_only_the_card_opens_and_nothing_is_lost(run) -> None:
    async def story() -> None:
        home = Home()
        card = await with_pin(home)
        waits = await wrong(home, CEILING)
        assert waits[-1] == NEVER_MS
        home.clock.pass_ms(10_000 * HOUR_MS)
        found = await home.vault().look()
        assert isinstance(found, Locked)
        assert found.is_card_only
        with pytest.raises(PinMustWait):
            await home.vault().open_("480212")
        vault = home.vault()
        await vault.open_with_card(card)
        assert ticked(vault.journals()[0]) == {"s1"}
        await vault.change_lock(LockKind.PIN, "777777")
        await vault.close()
        await home.vault().open_("777777")

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


def test_asking_again_counts_like_opening(run) -> None:
    async def story() -> None:
        home = Home()
        await with_pin(home)
        vault = home.vault()
        await vault.open_("480212")
        for _ in range(5):
            with pytest.raises(WrongPin):
                await vault.check_secret("000000")
        with pytest.raises(PinMustWait):
            await vault.check_secret("480212")
        assert ticked(vault.journals()[0]) == {"s1"}
        home.clock.pass_ms(30_000)
        await vault.check_secret("480212")

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


def test_the_longest_wait_is_an_hour() -> None:
    assert LONGEST_FROM == 9
