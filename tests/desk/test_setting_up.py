"""Beginning a planner: all of it or nothing, on a real vault in memory."""

import os
from collections.abc import Callable
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from services.desk.answers import NewLock, PupilAnswers
from services.desk.setting_up import set_up_pupil
from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import AgeBand, Part
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import Absent, LockKind

Run = Callable[[Any], Any]
ANSWERS = PupilAnswers(
    name="Sam",
    picture="fox",
    age_band=AgeBand.FROM_8_TO_11,
    zone="Europe/London",
    packs=(Part.MORNING, Part.EVENING),
    leave_at_minute=8 * 60 + 15,
)
MONDAY_0742_MS = 1_789_368_120_000


def vault_on(store: MemoryStore) -> Vault:
    return Vault(store, MemoryKeystore(os.urandom), NativeCrypto(), lambda: MONDAY_0742_MS)


async def set_up(vault: Vault, answers: PupilAnswers = ANSWERS, lock: NewLock | None = None) -> Any:
    lock = lock or NewLock(LockKind.NONE)
    return await set_up_pupil(vault, answers, lock, random=os.urandom, now_ms=lambda: MONDAY_0742_MS)


def test_the_answers_become_a_planner_with_routines(run: Run) -> None:
    async def story() -> None:
        vault = vault_on(MemoryStore())
        desk, card = await set_up(vault)
        assert card is None
        assert desk.planner.me is not None
        assert desk.planner.me.name == "Sam"
        assert {routine.part for routine in desk.planner.routines} == {Part.MORNING, Part.EVENING}
        assert all(routine.steps for routine in desk.planner.routines)

    run(story())


@pytest.mark.parametrize("n", range(1, 12))
def test_a_disk_that_gives_up_at_any_write_leaves_nothing_half_made(n: int, run: Run) -> None:
    async def story() -> None:
        store = MemoryStore()
        vault = vault_on(store)
        store.fail_at(n)
        try:
            await set_up(vault)
        except FirstbellError:
            assert await vault.look() == Absent()
            desk, _ = await set_up(vault)
            assert desk.planner.me is not None, "the next try begins from nothing"

    run(story())


def test_an_answer_that_cannot_be_used_leaves_nothing_behind(run: Run) -> None:
    async def story() -> None:
        vault = vault_on(MemoryStore())
        with pytest.raises(InputRejected):
            await set_up(vault, PupilAnswers("\0", "fox", None, "Europe/London", (Part.MORNING,), None))
        assert await vault.look() == Absent()

    run(story())


def test_a_planner_that_is_there_is_never_set_up_over(run: Run) -> None:
    async def story() -> None:
        vault = vault_on(MemoryStore())
        desk, _ = await set_up(vault)
        with pytest.raises(InputRejected):
            await set_up(vault)
        assert desk.planner.me is not None
        assert vault.journals()[0].records

    run(story())


def test_a_set_up_that_was_cut_off_makes_room_for_the_next(run: Run) -> None:
    async def story() -> None:
        vault = vault_on(MemoryStore())
        await vault.create(LockKind.NONE)
        await vault.add_planner()
        desk, _ = await set_up(vault)
        assert desk.planner.me is not None
        assert len(vault.journals()) == 1

    run(story())


def test_the_secret_and_the_name_are_in_no_representation() -> None:
    assert "258036" not in repr(NewLock(LockKind.PIN, "258036"))
    assert "Sam" not in repr(ANSWERS)
