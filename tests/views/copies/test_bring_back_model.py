"""Bringing a copy back: what it answers to any file, what it shows first, and when it asks for a lock."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import HeaderUnknown, StorageFull, VaultDamaged, VaultFromNewerVersion
from services.vault.vault_state import LockKind
from tests.vault.homes import tick, ticked
from tests.vault.test_backup_file import changed
from tests.views.copies.copying_house import WORDS, CopyingHouse, ticked_day
from tests.views.lock.locked_house import PIN
from views.copies import bring_back_state as bringing
from views.lock.new_lock_model import Choosing as ChoosingKind
from views.lock.secret_rules import SecretProblem

Run = Callable[[Awaitable[Any]], Any]


def test_three_kinds_of_trouble_are_three_answers_before_any_words_are_asked_for(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        raw = await house.copy()
        kept = dict(house.store.content_by_name)
        house.bring.begin()
        await house.settle()
        for file, error in (
            (b"a letter", HeaderUnknown),
            (raw[:-1], VaultDamaged),
            (changed(3, b"9", raw), VaultFromNewerVersion),
        ):
            house.bring.picked(file)
            await house.settle()
            assert house.bring.state == bringing.Choosing(error.code)
        assert house.store.content_by_name == kept

    run(story())


def test_wrong_words_ask_again_and_the_right_ones_show_what_is_inside_and_here(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        raw = await house.copy()
        await house.vault.journals()[0].write(ticked_day("s2", "2026-09-15"))
        kept = dict(house.store.content_by_name)
        await house.looks_inside(raw, "four otters over the bridge")
        assert house.bring.state == bringing.AskingWords()
        assert house.bring.secret.state.problem is SecretProblem.WRONG
        house.bring.secret.write(WORDS)
        house.bring.secret.submit()
        await house.settle()
        state = house.bring.state
        assert isinstance(state, bringing.Inside)
        assert ([each.days for each in state.in_copy], [each.days for each in state.here]) == ([1], [2])
        assert house.store.content_by_name == kept
        assert house.bring.back()
        assert house.bring.state == bringing.Choosing()
        assert not house.bring.back()

    run(story())


def test_over_a_planner_that_is_here_it_is_brought_back_with_the_lock_as_it_is(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        raw = await house.copy()
        await house.vault.journals()[0].write([tick("s2")])
        await house.looks_inside(raw)
        house.bring.bring()
        assert house.bring.state == bringing.Bringing()
        house.bring.begin()  # a screen that is drawn anew meanwhile stops nothing
        assert house.bring.state == bringing.Bringing()
        await house.settle()
        assert house.happened == ["changed"]
        assert ticked(house.vault.journals()[0]) == {"_new", "s1"}

    run(story())


def test_where_nobody_lives_a_lock_is_chosen_and_a_card_is_shown(run: Run) -> None:
    async def story() -> None:
        old = CopyingHouse()
        await old.begun()
        house = CopyingHouse()
        await house.looks_inside(await old.copy())
        house.bring.bring()
        assert house.bring.state == bringing.ChoosingLock()
        assert isinstance(house.bring.new_lock.state, ChoosingKind)
        assert house.bring.back()
        assert isinstance(house.bring.state, bringing.Inside)
        house.bring.bring()
        house.bring.new_lock.choose(LockKind.PIN)
        house.bring.new_lock.go_on()
        for _ in range(2):
            for digit in PIN:
                house.bring.new_lock.secret.press(digit)
        house.bring.new_lock.take_card(with_card=True)
        await house.settle()
        state = house.bring.state
        assert isinstance(state, bringing.ShowingCard)
        assert state.characters not in repr(state)
        assert house.happened == []
        house.bring.card_is_written()
        assert house.happened == ["changed"]
        assert ticked(house.vault.journals()[0]) == {"_new", "s1"}

    run(story())


def test_a_full_disk_is_told_beside_what_is_inside_and_asking_again_works(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        await house.looks_inside(await house.copy())
        house.store.fill_disk()
        house.bring.bring()
        await house.settle()
        assert isinstance(house.bring.state, bringing.Inside)
        assert house.bring.state.error == StorageFull.code
        house.store.fill_disk(False)
        house.bring.bring()
        await house.settle()
        assert house.happened == ["changed"]

    run(story())
