"""A day at the desk: ticks, sizes and a pause are durable before anybody hears of them."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from services.planner.errors import InputRejected, NotPermitted, StorageFull, VaultLocked, VaultReadOnly
from services.planner.ids import RoutineId, StepId
from services.planner.words import Outcome, Part, PauseReason, Role, Size
from tests.desk.room import MONDAY, empty_room, room

Run = Callable[[Any], Any]


@pytest.mark.parametrize("outcome", [Outcome.DONE, Outcome.SKIPPED, Outcome.NOT_NEEDED])
def test_a_step_gets_an_outcome_and_loses_it_again(run: Run, outcome: Outcome) -> None:
    async def story() -> None:
        sam = await room()
        step = sam.step("dressed")
        await sam.desk.set_outcome(MONDAY, step, outcome)
        said = next(one for one in sam.today().steps if one.step.id == step)
        assert sam.desk.planner.me is not None
        assert (said.outcome, said.by) == (outcome, sam.desk.planner.me.id)
        await sam.desk.set_outcome(MONDAY, step, Outcome.NONE)
        said = next(one for one in sam.today().steps if one.step.id == step)
        assert (said.outcome, said.by) == (Outcome.NONE, None)

    run(story())


def test_a_tick_is_there_after_a_restart(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        await sam.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)
        again = await sam.reopened()
        assert again.today().done_count == 1

    run(story())


def test_many_quick_ticks_at_once_are_all_kept(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        steps = [one.step.id for one in sam.today().steps]
        await asyncio.gather(*(sam.desk.set_outcome(MONDAY, step, Outcome.DONE) for step in steps))
        assert sam.today().is_finished
        assert (await sam.reopened()).today().done_count == 14

    run(story())


def test_listeners_hear_once_it_is_durable_and_not_before(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        heard: list[tuple[int, int]] = []
        stop = sam.desk.subscribe(lambda _: heard.append((sam.today().done_count, sam.store.write_count)))
        before = sam.store.write_count
        await sam.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)
        assert heard == [(1, before + 1)]
        stop()
        await sam.desk.set_outcome(MONDAY, sam.step("teeth"), Outcome.DONE)
        assert len(heard) == 1

    run(story())


def test_with_a_full_disk_the_tick_is_not_there_and_nobody_hears_of_it(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        heard: list[object] = []
        sam.desk.subscribe(heard.append)
        before = sam.desk.planner
        sam.store.fill_disk()
        with pytest.raises(StorageFull):
            await sam.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)
        assert sam.desk.planner is before
        assert not heard

    run(story())


def test_today_is_hard_changes_the_size_and_keeps_what_is_done(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        await sam.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)
        await sam.desk.set_size(MONDAY, sam.routine().id, Size.SHORT)
        assert [one.step.starter for one in sam.today().steps] == [
            "alarm",
            "dressed",
            "eat_or_drink",
            "out_of_the_door",
        ]
        for starter in ("dressed", "eat_or_drink", "out_of_the_door"):
            await sam.desk.set_outcome(MONDAY, sam.step(starter), Outcome.DONE)
        assert sam.today().is_finished
        await sam.desk.set_size(MONDAY, sam.routine().id, Size.USUAL)
        assert sam.today().size is Size.USUAL
        assert sam.today().done_count == 4

    run(story())


@pytest.mark.parametrize("reason", [None, *PauseReason])
def test_today_is_paused_half_way_and_taken_up_again(run: Run, reason: PauseReason | None) -> None:
    async def story() -> None:
        sam = await room()
        await sam.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)
        await sam.desk.pause_today(MONDAY, reason)
        assert (sam.today().is_paused, sam.today().pause_reason) == (True, reason)
        assert (sam.today().done_count, sam.today().asked_count) == (1, 1)
        await sam.desk.resume_today(MONDAY)
        assert (sam.today().is_paused, sam.today().done_count, sam.today().asked_count) == (False, 1, 14)

    run(story())


def test_a_step_or_routine_that_is_not_there_is_named_and_nothing_is_written(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        before = sam.store.write_count
        with pytest.raises(InputRejected) as caught:
            await sam.desk.set_outcome(MONDAY, StepId("nowhere"), Outcome.DONE)
        assert caught.value.field == "step"
        with pytest.raises(InputRejected) as caught:
            await sam.desk.set_size(MONDAY, RoutineId("nowhere"), Size.TINY)
        assert caught.value.field == "routine"
        assert sam.store.write_count == before

    run(story())


@pytest.mark.parametrize("role", [Role.PARENT, Role.MENTOR])
def test_an_adult_at_the_same_verbs_is_held_to_the_table(run: Run, role: Role) -> None:
    async def story() -> None:
        theirs = await empty_room(role)
        await theirs.desk.begin("Jo", "owl", None, "UTC", ())
        routine = await theirs.desk.add_routine(Part.MORNING, "Morning", "sun", range(7))
        step = await theirs.desk.add_step(routine, "Up", "bed")
        before = theirs.desk.planner
        with pytest.raises(NotPermitted):
            await theirs.desk.set_outcome(MONDAY, step, Outcome.DONE)
        with pytest.raises(NotPermitted):
            await theirs.desk.set_size(MONDAY, routine, Size.TINY)
        with pytest.raises(NotPermitted):
            await theirs.desk.pause_today(MONDAY)
        assert theirs.desk.planner is before

    run(story())


def test_a_second_tab_reads_and_says_that_it_cannot_write(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        second = await sam.beside()
        assert second.desk.is_read_only
        assert second.desk.planner == sam.desk.planner
        with pytest.raises(VaultReadOnly):
            await second.desk.set_outcome(MONDAY, sam.step("alarm"), Outcome.DONE)

    run(story())


def test_a_locked_vault_takes_no_tick_and_a_closed_desk_knows_nobody(run: Run) -> None:
    async def story() -> None:
        sam = await room()
        step = sam.step("alarm")
        sam.vault.lock()
        with pytest.raises(VaultLocked):
            await sam.desk.set_outcome(MONDAY, step, Outcome.DONE)
        sam.desk.close()
        assert sam.desk.planner.me is None

    run(story())
