"""Keeping a copy: what is asked again, the words chosen twice, and the file that stands ready."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import StorageFull, VaultLocked
from services.vault.vault_state import LockKind
from tests.views.copies.copying_house import WORDS, CopyingHouse
from tests.views.lock.locked_house import PIN
from views.copies import keep_copy_model as keeping
from views.lock import ask_again_model as asking
from views.lock.secret_rules import SecretProblem

Run = Callable[[Awaitable[Any]], Any]


def test_without_a_lock_nothing_is_asked(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        house.keep.begin()
        await house.settle()
        assert house.keep.state == keeping.ChoosingWords()

    run(story())


def test_a_disk_that_does_not_answer_is_told_and_nothing_is_shown(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun(LockKind.PIN, PIN)
        house.keep.begin()
        await house.settle()
        house.store.fill_disk()
        for digit in PIN:
            house.keep.ask.secret.press(digit)
        await house.settle()
        assert house.keep.ask.state == asking.Refused(StorageFull.code)
        assert house.keep.state == keeping.AskingAgain()

    run(story())


def test_words_are_chosen_twice_and_a_file_stands_ready(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        content = await house.keeps()
        assert isinstance(house.keep.state, keeping.Ready)
        assert house.keep.state.day == "2026-09-14"
        assert "content" not in repr(house.keep.state)
        assert len((await house.copies.read(content, WORDS)).planners) == 1
        house.keep.begin()
        assert house.keep.state == keeping.AskingAgain()

    run(story())


def test_easy_words_are_asked_for_anew_and_back_goes_one_question_back(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        house.keep.begin()
        await house.settle()
        house.keep.secret.write("short")
        house.keep.secret.submit()
        assert house.keep.secret.state.problem is SecretProblem.TOO_SHORT
        house.keep.secret.write(WORDS)
        house.keep.secret.submit()
        assert house.keep.secret.state.is_again
        assert house.keep.back()
        assert not house.keep.secret.state.is_again
        assert not house.keep.back()

    run(story())


def test_a_planner_that_was_locked_meanwhile_gives_no_copy(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        house.keep.begin()
        await house.settle()
        house.vault.lock()
        for _ in range(2):
            house.keep.secret.write(WORDS)
            house.keep.secret.submit()
        await house.settle()
        assert house.keep.state == keeping.ChoosingWords(VaultLocked.code)

    run(story())
