"""Taking everything along: asked for again, three files stand ready, and are forgotten after."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import VaultLocked
from services.vault.vault_state import LockKind
from tests.views.copies.copying_house import CopyingHouse
from tests.views.lock.locked_house import PIN
from views.copies import take_all_model as taking
from views.lock import ask_again_model as asking

Run = Callable[[Awaitable[Any]], Any]


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
