"""Changing the lock of an open planner, without a screen: the real vault, on a device in memory."""

from collections.abc import Callable
from typing import Any

import pytest

from services.planner.errors import WrongPin
from services.vault.vault_state import LockKind
from tests.views.lock.locked_house import PIN, LockedHouse, raises
from views.lock.lock_settings_model import LockSettingsModel
from views.lock.lock_settings_state import (
    AskingNow,
    ChoosingNew,
    LockWish,
    Overview,
    Removing,
    RestingNow,
    ShowingNewCard,
)
from views.lock.secret_rules import SecretProblem

Run = Callable[[Any], Any]
NEW_PIN = "470913"


async def looked(house: LockedHouse, secret: str | None) -> LockSettingsModel:
    await house.vault.open_(secret)
    model = house.settings_model()
    model.look()
    await house.settle()
    return model


def typed(model: LockSettingsModel, pin: str) -> None:
    for digit in pin:
        model.secret.press(digit)


async def chosen(house: LockedHouse, model: LockSettingsModel, pin: str, with_card: bool) -> None:
    model.new_lock.choose(LockKind.PIN)
    model.new_lock.go_on()
    for digit in pin + pin:
        model.new_lock.secret.press(digit)
    model.new_lock.take_card(with_card)
    await house.settle()


async def opens_with(house: LockedHouse, secret: str | None) -> bool:
    """Whether the app, started again, opens with this."""
    await house.vault.close()
    house.vault = house.fresh_vault()
    return await raises(lambda: house.vault.open_(secret)) is None


@pytest.mark.feature("S2")
def test_a_planner_without_a_pin_gets_one(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.NONE, None)
        model = await looked(house, None)
        assert model.state == Overview(LockKind.NONE, has_card=False)
        model.change()
        assert model.state == ChoosingNew(), "there is nothing to ask for first"
        await chosen(house, model, NEW_PIN, with_card=False)
        assert model.state == Overview(LockKind.PIN, has_card=False, said=LockWish.CHANGE)
        assert await opens_with(house, NEW_PIN)

    run(story())


@pytest.mark.feature("S2")
def test_changing_a_pin_asks_for_the_old_one_first(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house, PIN)
        model.change()
        assert model.state == AskingNow(LockWish.CHANGE)
        typed(model, NEW_PIN)
        await house.settle()
        assert model.secret.state.problem is SecretProblem.WRONG
        typed(model, PIN)
        await house.settle()
        assert model.state == ChoosingNew()
        await chosen(house, model, NEW_PIN, with_card=False)
        assert isinstance(model.state, Overview)
        assert not await opens_with(house, PIN)
        assert await opens_with(house, NEW_PIN)

    run(story())


@pytest.mark.feature("S2")
def test_taking_the_lock_away_asks_whether_it_is_meant_and_for_the_pin(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house, PIN)
        model.remove()
        assert model.state == Removing()
        model.really_remove()
        assert model.state == AskingNow(LockWish.REMOVE)
        typed(model, PIN)
        await house.settle()
        assert model.state == Overview(LockKind.NONE, has_card=False, said=LockWish.REMOVE)
        assert await opens_with(house, None)

    run(story())


@pytest.mark.feature("S2")
def test_a_new_card_works_and_the_old_one_no_longer_does(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        old = await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = await looked(house, PIN)
        assert model.state == Overview(LockKind.PIN, has_card=True)
        model.make_card()
        typed(model, PIN)
        await house.settle()
        assert isinstance(model.state, ShowingNewCard)
        new = model.state.characters
        assert new not in repr(model.state)
        model.put_card_away()
        await house.settle()
        assert model.state == Overview(LockKind.PIN, has_card=True, said=LockWish.NEW_CARD)
        await house.vault.close()
        house.vault = house.fresh_vault()
        assert await raises(lambda: house.vault.open_with_card(old)) is WrongPin
        assert await raises(lambda: house.vault.open_with_card(new)) is None

    run(story())


def test_guessing_from_inside_has_to_rest_as_well(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house, PIN)
        model.change()
        for _ in range(6):
            if isinstance(model.state, AskingNow):
                typed(model, NEW_PIN)
                await house.settle()
        assert model.state == RestingNow("07:43")
        model.back()
        await house.settle()
        assert model.state == Overview(LockKind.PIN, has_card=False)

    run(story())


def test_a_disk_without_room_leaves_the_old_lock_on(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.NONE, None)
        model = await looked(house, None)
        model.change()
        house.store.fill_disk()
        await chosen(house, model, NEW_PIN, with_card=False)
        assert model.state == Overview(LockKind.NONE, has_card=False, error="storage_full")
        house.store.fill_disk(is_full=False)
        assert await opens_with(house, None)

    run(story())


def test_going_back_is_always_possible_and_changes_nothing(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house, PIN)
        for begin in (model.change, model.remove, model.make_card):
            begin()
            model.back()
            await house.settle()
            assert model.state == Overview(LockKind.PIN, has_card=False)
        model.back()
        assert house.happened == ["back"]
        assert await opens_with(house, PIN)

    run(story())


def test_no_secret_is_ever_in_a_state(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house, PIN)
        seen: list[str] = []
        model.subscribe(lambda: seen.append(repr(model.state)))
        model.change()
        model.new_lock.subscribe(lambda: seen.append(repr(model.new_lock.state)))
        typed(model, PIN)
        await house.settle()
        await chosen(house, model, NEW_PIN, with_card=True)
        assert seen
        assert not any(text in line for line in seen for text in (PIN, NEW_PIN))

    run(story())


def test_a_lock_that_must_stay_is_changed_and_never_taken_away(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        await house.vault.open_(PIN)
        model = house.settings_model(may_be_open=False, is_adult=True)
        model.look()
        await house.settle()
        model.remove()
        assert model.state == Overview(LockKind.PIN, has_card=False)
        model.change()
        typed(model, PIN)
        await house.settle()
        await chosen(house, model, NEW_PIN, with_card=False)
        assert await opens_with(house, NEW_PIN)

    run(story())
