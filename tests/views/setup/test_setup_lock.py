"""The lock that set-up asks for: how it is chosen, a card, a full disk, and that it is seen nowhere."""

from collections.abc import Callable
from typing import Any

import pytest

from services.desk.answers import NewLock
from services.vault.vault_state import LockKind
from tests.views.setup.household import CARD, Household
from views.lock.new_lock_model import Choosing, Entering, OfferingCard
from views.setup.setup_model import SetupPage

Run = Callable[[Any], Any]


def test_back_walks_out_of_the_lock_question_by_question() -> None:
    house = Household()
    house.answer_up_to_lock()
    house.choose_pin()
    lock = house.model.new_lock
    assert isinstance(lock.state, OfferingCard)
    house.model.back()
    assert lock.state == Entering(LockKind.PIN)
    house.model.back()
    assert isinstance(lock.state, Choosing)
    house.model.back()
    assert house.model.state.page is SetupPage.LEAVING


@pytest.mark.feature("S2")
def test_a_pin_with_a_card_shows_the_card_before_today(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.answer_up_to_lock()
        house.choose_pin()
        house.model.new_lock.take_card(with_card=True)
        await house.actions.settle()
        assert house.made[0][1] == NewLock(LockKind.PIN, "258036", with_card=True)
        assert house.model.state.page is SetupPage.CARD
        assert house.model.state.card == CARD
        assert house.happened == []
        house.model.back()
        assert house.model.state.page is SetupPage.CARD, "what is made is made"
        house.model.finish()
        assert house.happened == ["done"]
        assert house.model.state.card is None

    run(story())


def test_a_full_disk_keeps_every_answer_and_the_next_try_works(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.answer_up_to_lock()
        house.choose_pin()
        house.fill_disk()
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert house.model.state.page is SetupPage.LOCK
        assert house.model.state.error == "storage_full"
        assert house.model.state.name == " Sam "
        assert house.happened == []
        house.fill_disk(is_full=False)
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert house.made[0][1] == NewLock(LockKind.PIN, "258036")
        assert house.happened == ["done"]

    run(story())


def test_a_browser_offers_six_digits_first_and_a_phone_offers_no_pin_first() -> None:
    browser, phone = (Household(is_web=is_web).model.new_lock.state for is_web in (True, False))
    assert isinstance(browser, Choosing)
    assert isinstance(phone, Choosing)
    assert browser.kinds[:2] == (LockKind.PIN, LockKind.PASSPHRASE)
    assert phone.kinds[0] is LockKind.NONE
    assert set(browser.kinds) == set(phone.kinds) == set(LockKind)


def test_in_a_browser_a_pin_has_six_digits() -> None:
    house = Household(is_web=True)
    house.answer_up_to_lock()
    house.model.next()
    for digit in "2580":
        house.model.new_lock.secret.press(digit)
    house.model.new_lock.secret.submit()
    assert house.model.new_lock.secret.state.problem is not None
    assert not house.model.new_lock.secret.state.is_again


def test_the_secret_is_in_no_state_and_no_representation(run: Run) -> None:
    async def story() -> None:
        house = Household()
        seen: list[str] = []
        house.model.subscribe(lambda: seen.append(repr(house.model.state)))
        house.model.new_lock.subscribe(lambda: seen.append(repr(house.model.new_lock.state)))
        house.answer_up_to_lock()
        house.choose_pin()
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert seen
        assert "258036" not in " ".join(seen)
        assert "258036" not in repr(house.made)

    run(story())
