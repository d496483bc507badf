"""Ticking, skipping and taking back, as the model of Today knows it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Outcome, Part, StepView
from tests.views.pupil.today_house import MONDAY, TodayHouse, today_house
from views.pupil.today_state import Finished, StepsShown
from views.pupil.undo import Changed

Run = Callable[[Awaitable[Any]], Any]


def body(house: TodayHouse) -> StepsShown:
    shown = house.today.state.body
    assert isinstance(shown, StepsShown)
    return shown


def outcome(house: TodayHouse, starter: str) -> Outcome:
    line = house.today.state.line(house.step(starter))
    assert line is not None
    return line.outcome


def kept(house: TodayHouse, starter: str) -> Outcome:
    """What the desk has on the disk."""
    day = house.desk.planner.day_by_date.get(MONDAY)
    return (
        Outcome.NONE if day is None else day.outcome_by_step.get(house.step(starter), (Outcome.NONE, ""))[0]
    )


@pytest.mark.feature("P1")
def test_a_tick_is_seen_before_it_is_saved_and_is_there_afterwards(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.press(house.step("alarm"))
        assert outcome(house, "alarm") is Outcome.DONE
        assert kept(house, "alarm") is Outcome.NONE
        await house.settle()
        assert kept(house, "alarm") is outcome(house, "alarm") is Outcome.DONE
        assert house.reopened().state.line(house.step("alarm")).outcome is Outcome.DONE

    run(story())


@pytest.mark.feature("P1")
def test_pressing_again_takes_the_tick_away(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        for _ in range(2):
            house.today.press(house.step("alarm"))
            await house.settle()
        assert kept(house, "alarm") is Outcome.NONE
        assert body(house).now is not None
        assert body(house).now.step.starter == "alarm"

    run(story())


@pytest.mark.feature("P1")
@pytest.mark.parametrize("said", [Outcome.SKIPPED, Outcome.NOT_NEEDED])
def test_what_is_skipped_or_not_needed_steps_aside_and_can_come_back(run: Run, said: Outcome) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.set_outcome(house.step("alarm"), said)
        assert body(house).now.step.starter == "feet_on_the_floor"
        await house.settle()
        assert kept(house, "alarm") is said
        house.today.press(house.step("alarm"))
        await house.settle()
        assert kept(house, "alarm") is Outcome.NONE

    run(story())


@pytest.mark.feature("P1")
def test_undo_is_offered_for_ten_seconds_and_then_goes_by_itself(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.press(house.step("alarm"))
        offer = house.today.state.undo
        assert offer is not None
        assert (offer.changed, offer.starter) == (Changed.done, "alarm")
        house.clock.pass_s(9.9)
        assert house.today.state.undo is not None
        house.clock.pass_s(0.2)
        assert house.today.state.undo is None
        house.today.undo()
        await house.settle()
        assert kept(house, "alarm") is Outcome.DONE

    run(story())


@pytest.mark.feature("P1")
def test_undo_takes_the_last_change_back_even_while_it_is_being_saved(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.press(house.step("alarm"))
        house.today.undo()
        assert outcome(house, "alarm") is Outcome.NONE
        assert house.today.state.undo is None
        await house.settle()
        assert kept(house, "alarm") is outcome(house, "alarm") is Outcome.NONE

    run(story())


@pytest.mark.feature("P1")
def test_undo_brings_back_what_was_said_before_and_not_only_an_open_step(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.set_outcome(house.step("alarm"), Outcome.SKIPPED)
        house.today.press(house.step("alarm"))
        house.today.undo()
        await house.settle()
        assert kept(house, "alarm") is Outcome.SKIPPED

    run(story())


@pytest.mark.feature("P1")
def test_a_quick_hand_on_many_steps_loses_none_of_them(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        for line in body(house).steps[:6]:
            house.today.press(line.id)
        await house.settle()
        day = house.desk.planner.day_by_date[MONDAY]
        assert len(day.outcome_by_step) == 6

    run(story())


@pytest.mark.feature("P1")
def test_a_tick_that_cannot_be_saved_is_taken_back_with_a_sentence_and_one_more_try(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.store.fill_disk()
        house.today.press(house.step("alarm"))
        assert outcome(house, "alarm") is Outcome.DONE
        await house.settle()
        assert outcome(house, "alarm") is Outcome.NONE
        trouble = house.today.state.trouble
        assert trouble is not None
        assert (trouble.code, trouble.may_retry) == ("storage_full", True)
        assert house.today.state.undo is None

        house.store.fill_disk(False)
        house.today.retry()
        assert outcome(house, "alarm") is Outcome.DONE
        await house.settle()
        assert kept(house, "alarm") is Outcome.DONE
        assert house.today.state.trouble is None

    run(story())


@pytest.mark.feature("P1")
def test_the_view_of_one_three_or_all_steps_is_remembered(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        assert house.today.state.view is StepView.THREE
        house.today.choose_view(StepView.ONE)
        assert house.today.state.view is StepView.ONE
        await house.settle()
        assert house.reopened().state.view is StepView.ONE

    run(story())


@pytest.mark.feature("P1")
def test_a_finished_routine_has_one_warm_moment_and_then_gets_out_of_the_way(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        stop = house.today.subscribe(lambda: None)
        for line in body(house).steps:
            house.today.press(line.id)
        await house.settle()
        done = house.today.state.body
        assert isinstance(done, Finished)
        assert done.is_fresh
        assert done.next_up is not None
        assert done.next_up.part is Part.AFTER_SCHOOL
        house.clock.pass_s(61)
        later = house.today.state.body
        assert isinstance(later, Finished)
        assert not later.is_fresh
        stop()

    run(story())


@pytest.mark.feature("P1")
def test_a_finished_routine_can_be_looked_back_at_and_a_tick_taken_away(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        for line in body(house).steps:
            house.today.press(line.id)
        await house.settle()
        house.today.look_back(house.routine(Part.MORNING))
        assert body(house).is_looking_back
        house.today.press(house.step("alarm"))
        await house.settle()
        assert not body(house).is_looking_back
        assert body(house).now.step.starter == "alarm"

    run(story())


@pytest.mark.feature("P1")
def test_nobody_is_woken_by_a_screen_that_nobody_looks_at(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        stop = house.today.subscribe(lambda: None)
        assert not house.clock.is_idle
        stop()
        assert house.clock.is_idle

    run(story())
