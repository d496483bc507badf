"""Keeping, taking along, bringing back, going back: what each shows and when it asks."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import (
    HeaderUnknown,
    StorageFull,
    VaultDamaged,
    VaultFromNewerVersion,
    VaultLocked,
)
from services.vault.vault_state import LockKind
from tests.vault.homes import tick, ticked
from tests.vault.test_backup_file import changed
from tests.views.copies.copying_house import WORDS, CopyingHouse, ticked_day
from tests.views.lock.locked_house import PIN
from views.copies import bring_back_state as bringing
from views.copies import keep_copy_model as keeping
from views.copies import take_all_model as taking
from views.copies.copies_model import Said
from views.lock import ask_again_model as asking
from views.lock.new_lock_model import Choosing as ChoosingKind
from views.lock.secret_rules import SecretProblem

Run = Callable[[Awaitable[Any]], Any]


# -- asked again -------------------------------------------------------------------------------------------


def test_without_a_lock_nothing_is_asked(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        house.keep.begin()
        await house.settle()
        assert house.keep.state == keeping.ChoosingWords()

    run(story())


def test_a_wrong_pin_goes_no_further_and_after_five_it_rests(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun(LockKind.PIN, PIN)
        house.take.begin()
        await house.settle()
        for _ in range(5):
            assert house.take.ask.state == asking.Asking()
            for digit in "111111":
                house.take.ask.secret.press(digit)
            await house.settle()
        assert house.take.ask.state == asking.Resting("07:43")
        assert house.take.state == taking.AskingAgain()
        house.clock_ms += 60_000
        house.take.begin()
        await house.settle()
        for digit in PIN:
            house.take.ask.secret.press(digit)
        await house.settle()
        assert isinstance(house.take.state, taking.Written)

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


# -- keeping -----------------------------------------------------------------------------------------------


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


# -- taking along ------------------------------------------------------------------------------------------


def test_three_files_stand_ready_and_are_forgotten_when_somebody_leaves(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        await house.begun()
        house.take.begin()
        await house.settle()
        state = house.take.state
        assert isinstance(state, taking.Written)
        assert all(b"Sam" in each for each in (state.page, state.table, state.machine))
        assert "Sam" not in repr(state)
        house.take.forget()
        assert house.take.state == taking.AskingAgain()

    run(story())


def test_a_locked_planner_is_not_written_down(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        house.take.begin()
        await house.settle()
        assert house.take.state == taking.Stopped(VaultLocked.code)

    run(story())


# -- bringing back -----------------------------------------------------------------------------------------


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


# -- what was put by ---------------------------------------------------------------------------------------


def test_what_was_put_by_can_be_gone_back_to_or_thrown_away(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        house.hub.look()
        assert not house.hub.state.is_here
        await house.begun()
        backup = await house.copies.read(await house.copy(), WORDS)
        await house.vault.journals()[0].write([tick("s2")])
        await house.bring_back(backup, None)
        house.hub.look()
        (former,) = house.hub.state.formers
        house.hub.go_back(former)
        await house.settle()
        assert house.happened == ["changed"]
        assert ticked(house.vault.journals()[0]) == {"_new", "s1", "s2"}
        house.hub.look()
        (former,) = house.hub.state.formers
        house.hub.ask_to_throw(former)
        house.hub.keep_it()
        house.hub.really_throw()
        await house.settle()
        assert house.hub.state.formers == (former,)
        house.hub.ask_to_throw(former)
        house.store.fill_disk()
        house.hub.really_throw()
        await house.settle()
        assert house.hub.state.error == StorageFull.code
        assert house.hub.state.formers == (former,)
        house.store.fill_disk(False)
        house.hub.ask_to_throw(former)
        house.hub.really_throw()
        await house.settle()
        assert (house.hub.state.formers, house.hub.state.said) == ((), Said.THROWN_AWAY)

    run(story())
