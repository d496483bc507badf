"""The waits after wrong PINs: how they grow, what ends them, and that nothing is ever wiped."""

import pytest

from services.planner.errors import PinMustWait, WrongPin
from services.vault.attempts import CEILING, LONGEST_FROM
from services.vault.vault_state import NEVER_MS, Locked, LockKind
from tests.vault.homes import Home, ticked
from tests.vault.wrong_pins import HOUR_MS, with_pin, wrong


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


def test_the_longest_wait_is_an_hour() -> None:
    assert LONGEST_FROM == 9
