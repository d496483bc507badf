"""In front of a locked planner, without a screen: the real vault, on a device in memory."""

from collections.abc import Callable
from typing import Any

import pytest

from services.vault.vault_state import LockKind
from tests.views.lock.locked_house import PIN, LockedHouse
from views.lock.secret_rules import SecretProblem
from views.lock.unlock_model import UnlockModel
from views.lock.unlock_state import (
    Asking,
    AskingCard,
    CardProblem,
    ChoosingAnew,
    Deleting,
    Elsewhere,
    Forgotten,
    Resting,
    ShowingCard,
    Stuck,
)

Run = Callable[[Any], Any]
WRONG_PIN = "258037"


async def looked(house: LockedHouse) -> UnlockModel:
    model = house.unlock_model()
    model.look()
    await house.settle()
    return model


async def tried(house: LockedHouse, model: UnlockModel, pin: str) -> None:
    for digit in pin:
        model.secret.press(digit)
    await house.settle()


@pytest.mark.feature("S2")
def test_the_right_pin_opens(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        assert model.state == Asking(LockKind.PIN, has_card=False)
        await tried(house, model, PIN)
        assert house.happened == ["open"]
        assert house.vault.is_open

    run(story())


@pytest.mark.feature("S2")
def test_without_a_pin_it_opens_by_itself(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.NONE, None)
        await looked(house)
        assert house.happened == ["open"]

    run(story())


@pytest.mark.parametrize(
    ("kind", "secret"),
    [(LockKind.PICTURE_PIN, "03-11-00-07"), (LockKind.PASSPHRASE, "three brown teapots")],
)
def test_pictures_and_passphrases_open_too(kind: LockKind, secret: str, run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(kind, secret)
        model = await looked(house)
        assert model.state == Asking(kind, has_card=False)
        if kind is LockKind.PICTURE_PIN:
            for picture in secret.split("-"):
                model.secret.pick(int(picture))
        else:
            model.secret.write(secret)
            model.secret.submit()
        await house.settle()
        assert house.happened == ["open"]

    run(story())


def test_a_wrong_pin_is_asked_for_again_and_opens_nothing(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        await tried(house, model, WRONG_PIN)
        assert model.secret.state.problem is SecretProblem.WRONG
        assert not house.vault.is_open
        await tried(house, model, PIN)
        assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
def test_after_five_wrong_ones_there_is_a_rest_with_a_time_on_the_wall(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        for _ in range(6):
            if isinstance(model.state, Asking):
                await tried(house, model, WRONG_PIN)
        assert model.state == Resting(LockKind.PIN, has_card=False, until="07:43")
        assert [wait for wait, _ in house.timer.waiting] == [30_000]
        house.clock_ms += 30_000
        house.timer.ring()
        await house.settle()
        assert isinstance(model.state, Asking), "the rest is over without anybody touching the screen"
        await tried(house, model, PIN)
        assert house.happened == ["open"]

    run(story())


def test_a_rest_goes_on_after_the_app_was_closed(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        for _ in range(6):
            if isinstance(model.state, Asking):
                await tried(house, model, WRONG_PIN)
        await house.vault.close()
        house.vault = house.fresh_vault()
        again = await looked(house)
        assert isinstance(again.state, Resting)

    run(story())


@pytest.mark.feature("S2")
def test_a_forgotten_pin_and_a_card_lead_to_a_new_pin(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        card = await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = await looked(house)
        model.forgot()
        assert model.state == AskingCard(may_go_back=True)
        model.try_card(card.lower().replace("-", " "))
        await house.settle()
        assert model.state == ChoosingAnew()
        assert house.happened == [], "first a lock that will be known tomorrow"
        model.new_lock.choose(LockKind.PIN)
        model.new_lock.go_on()
        for _ in range(2):
            for digit in WRONG_PIN:
                model.new_lock.secret.press(digit)
        model.new_lock.take_card(with_card=True)
        await house.settle()
        assert isinstance(model.state, ShowingCard)
        new_card = model.state.characters
        assert new_card != card
        assert new_card not in repr(model.state)
        model.go_on()
        assert house.happened == ["open"]
        house.vault = house.fresh_vault()
        later = await looked(house)
        await tried(house, later, PIN)
        assert later.secret.state.problem is SecretProblem.WRONG, "the old PIN opens nothing"
        await tried(house, later, WRONG_PIN)
        assert house.happened == ["open", "open"]

    run(story())


@pytest.mark.parametrize(("typed", "problem"), [("", CardProblem.EMPTY), ("0108-1G81", CardProblem.WRONG)])
def test_a_card_that_is_not_right_says_so_kindly(typed: str, problem: CardProblem, run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = await looked(house)
        model.forgot()
        model.try_card(typed)
        await house.settle()
        assert model.state == AskingCard(may_go_back=True, problem=problem)
        model.go_back()
        await house.settle()
        assert isinstance(model.state, Asking)

    run(story())


def test_the_card_of_somebody_else_opens_nothing(run: Run) -> None:
    async def story() -> None:
        other = LockedHouse()
        card = await other.lock_with(LockKind.PIN, PIN, with_card=True)
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = await looked(house)
        model.forgot()
        model.try_card(card)
        await house.settle()
        assert model.state == AskingCard(may_go_back=True, problem=CardProblem.WRONG)
        assert not house.vault.is_open

    run(story())


def test_without_a_card_the_truth_is_told(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        model.forgot()
        assert model.state == Forgotten(may_try=True)
        model.delete()
        assert model.state == Deleting()
        assert house.happened == [], "deleting is asked for twice"
        model.go_back()
        await house.settle()
        assert isinstance(model.state, Asking)
        model.forgot()
        model.delete()
        model.really_delete()
        assert house.happened == ["delete"]

    run(story())


def test_a_second_tab_may_look_or_try_again(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = await looked(house)
        first_tab = house.store.beside()
        assert await first_tab.claim()
        await tried(house, model, PIN)
        assert model.state == Elsewhere()
        model.go_on()
        assert house.happened == ["open"], "looking is allowed"
        await first_tab.release()
        model.try_elsewhere_again()
        await house.settle()
        assert isinstance(model.state, Asking)
        await tried(house, model, PIN)
        assert house.happened == ["open", "open"]
        assert not house.vault.is_read_only

    run(story())


def test_a_damaged_key_file_is_left_as_it_is_until_somebody_begins_anew(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        for name in ("keys.a", "keys.b"):
            content = await house.store.read(name)
            assert content
            await house.store.write(name, content[:60] + b"?" + content[61:])
        before = {name: await house.store.read(name) for name in await house.store.names()}
        model = await looked(house)
        assert model.state == Stuck("vault_damaged")
        after = {name: await house.store.read(name) for name in await house.store.names()}
        assert before == after
        model.begin_anew()
        await house.settle()
        assert house.happened == ["open"]
        kept = [name for name in await house.store.names() if name.endswith(".damaged")]
        assert kept, "nothing is thrown away"

    run(story())


def test_a_lost_key_offers_the_card(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        card = await house.lock_with(LockKind.PIN, PIN, with_card=True)
        await house.keystore.forget()
        model = await looked(house)
        if isinstance(model.state, Asking):
            await tried(house, model, PIN)
        assert model.state == Stuck("key_missing", has_card=True)
        model.forgot()
        model.try_card(card)
        await house.settle()
        assert model.state == ChoosingAnew()

    run(story())
