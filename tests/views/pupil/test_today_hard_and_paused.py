"""A hard day, and a pause: less is enough, and nothing that was done is lost."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.planner.words import Outcome, Part, PauseReason, Size
from tests.views.pupil.today_house import MONDAY, TodayHouse, at, today_house
from views.pupil.pause_draft import PauseDraft, PauseSpan, PauseWhat
from views.pupil.today_state import DayPaused, Finished, RoutinePaused, StepsShown
from views.pupil.undo import Changed

Run = Callable[[Awaitable[Any]], Any]


def body(house: TodayHouse) -> StepsShown:
    shown = house.today.state.body
    assert isinstance(shown, StepsShown)
    return shown


def draft(house: TodayHouse, what: PauseWhat, span: PauseSpan = PauseSpan.today) -> PauseDraft:
    fresh = PauseDraft.of(house.today.state.date, house.routine(Part.MORNING), house.step("teeth"))
    return fresh.with_what(what).with_span(span)


@pytest.mark.feature("P2")
def test_today_is_hard_goes_down_step_by_step_and_keeps_what_is_done(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.press(house.step("toilet_and_wash"))
        usual = len(body(house).steps)
        house.today.make_smaller()
        assert body(house).size is Size.SHORT
        assert len(body(house).steps) < usual
        line = house.today.state.line(house.step("toilet_and_wash"))
        assert line is not None
        assert line.outcome is Outcome.DONE
        house.today.make_smaller()
        assert body(house).size is Size.TINY
        assert body(house).smaller is None
        await house.settle()
        assert (
            house.desk.planner.day_by_date[MONDAY].size_by_routine[house.routine(Part.MORNING)] is Size.TINY
        )

    run(story())


@pytest.mark.feature("P2")
def test_the_smaller_size_done_is_done(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.make_smaller()
        for line in body(house).steps:
            house.today.press(line.id)
        await house.settle()
        done = house.today.state.body
        assert isinstance(done, Finished)
        assert done.size is Size.SHORT

    run(story())


@pytest.mark.feature("P2")
def test_there_is_a_way_back_to_the_usual_size(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        before = body(house).steps
        house.today.make_smaller()
        assert body(house).larger is Size.USUAL
        house.today.make_larger()
        await house.settle()
        assert body(house).steps == before
        house.today.make_smaller()
        assert house.today.state.undo is not None
        assert house.today.state.undo.changed is Changed.size
        house.today.undo()
        await house.settle()
        assert body(house).steps == before

    run(story())


@pytest.mark.feature("P2")
def test_a_size_that_asks_for_nothing_less_is_not_offered(run: Run) -> None:
    async def story() -> None:
        house = await today_house(parts=())
        routine = await house.desk.add_routine(Part.MORNING, "Mine", "star", range(7))
        for title in ("One", "Two"):
            await house.desk.add_step(routine, title, "star", sizes=tuple(Size))
        house.reopened()
        assert body(house).smaller is None

    run(story())


@pytest.mark.feature("P3")
def test_today_can_be_paused_half_way_through_with_a_reason_and_taken_up_again(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.press(house.step("alarm"))
        house.today.pause(draft(house, PauseWhat.everything).with_reason(PauseReason.ILL))
        assert house.today.state.body == DayPaused(PauseReason.ILL, None)
        await house.settle()
        assert house.today.state.body == DayPaused(PauseReason.ILL, None)
        house.today.take_up(house.routine(Part.MORNING))
        await house.settle()
        line = body(house).steps[0]
        assert (line.step.starter, line.outcome) == ("alarm", Outcome.DONE)

    run(story())


@pytest.mark.feature("P3")
def test_a_paused_routine_leaves_the_others_alone(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.pause(draft(house, PauseWhat.routine, PauseSpan.open_end))
        await house.settle()
        paused = house.today.state.body
        assert isinstance(paused, RoutinePaused)
        assert (paused.reason, paused.until) == (None, None)
        house.today.choose_routine(house.routine(Part.EVENING))
        assert isinstance(house.today.state.body, StepsShown)

    run(story())


@pytest.mark.feature("P3")
def test_a_paused_step_is_not_asked_for_and_one_press_takes_it_up(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.today.pause(draft(house, PauseWhat.step, PauseSpan.open_end))
        await house.settle()
        teeth = house.step("teeth")
        assert house.today.state.line(teeth).is_paused
        assert teeth not in [line.id for line in body(house).coming]
        house.clock.move_to(at("2026-09-15 07:42"))
        house.reopened()
        assert house.today.state.line(teeth).is_paused
        house.today.press(teeth)
        await house.settle()
        assert not house.today.state.line(teeth).is_paused
        assert house.today.state.line(teeth).outcome is Outcome.NONE

    run(story())


@pytest.mark.feature("P3")
def test_a_range_of_days_begins_and_ends_by_itself(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        days = draft(house, PauseWhat.everything, PauseSpan.days).first_moved(1).last_moved(1)
        assert (days.from_, days.to) == (date(2026, 9, 15), date(2026, 9, 16))
        house.today.pause(days.with_reason(PauseReason.HOLIDAY))
        await house.settle()
        assert isinstance(house.today.state.body, StepsShown)
        for day, is_paused in ((15, True), (16, True), (17, False)):
            house.clock.move_to(at(f"2026-09-{day} 07:42"))
            shown = house.reopened().state.body
            assert isinstance(shown, DayPaused) is is_paused
            if isinstance(shown, DayPaused):
                assert (shown.reason, shown.until) == (PauseReason.HOLIDAY, date(2026, 9, 16))

    run(story())


@pytest.mark.feature("P3")
@pytest.mark.parametrize("what", list(PauseWhat))
@pytest.mark.parametrize("span", list(PauseSpan))
def test_undo_takes_a_pause_back_at_once_or_later(run: Run, what: PauseWhat, span: PauseSpan) -> None:
    async def story() -> None:
        house = await today_house()
        before = house.today.state.body
        for waits in (False, True):
            house.today.pause(draft(house, what, span))
            assert house.today.state.body != before
            if waits:
                await house.settle()
            house.today.undo()
            assert house.today.state.body == before
            await house.settle()
            assert house.today.state.body == before
            assert house.reopened().state.body == before

    run(story())


@pytest.mark.feature("P3")
def test_taking_up_by_mistake_can_be_undone(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        days = draft(house, PauseWhat.everything, PauseSpan.days).last_moved(4)
        house.today.pause(days.with_reason(PauseReason.ILL))
        await house.settle()
        paused = house.today.state.body
        house.today.take_up(house.routine(Part.MORNING))
        await house.settle()
        assert isinstance(house.today.state.body, StepsShown)
        house.today.undo()
        await house.settle()
        assert house.today.state.body == paused

    run(story())


@pytest.mark.feature("P3")
def test_a_pause_that_cannot_be_saved_was_never_there(run: Run) -> None:
    async def story() -> None:
        house = await today_house()
        house.store.fill_disk()
        house.today.pause(draft(house, PauseWhat.routine, PauseSpan.open_end))
        await house.settle()
        assert isinstance(house.today.state.body, StepsShown)
        assert house.today.state.trouble is not None
        house.store.fill_disk(False)
        house.today.retry()
        await house.settle()
        assert isinstance(house.today.state.body, RoutinePaused)

    run(story())


@pytest.mark.feature("P3")
def test_a_range_never_begins_before_today_nor_ends_before_it_begins() -> None:
    fresh = PauseDraft.of(MONDAY, "r", "s").with_span(PauseSpan.days)
    assert fresh.first_moved(-3).first == MONDAY
    assert fresh.last_moved(-3).last == MONDAY
    later = fresh.first_moved(5)
    assert later.last == later.first
    assert later.last_moved(-1).last == later.first
    assert fresh.last_moved(5000).last == date(2027, 9, 14)
    assert replace(fresh, reason=PauseReason.ILL).with_reason(PauseReason.ILL).reason is None


@pytest.mark.feature("P3")
def test_just_today_of_everything_is_the_day_itself_and_not_a_range() -> None:
    fresh = PauseDraft.of(MONDAY, "r", None).with_what(PauseWhat.everything)
    assert fresh.is_just_this_day
    assert fresh.with_span(PauseSpan.days).is_just_this_day
    assert not fresh.with_span(PauseSpan.open_end).is_just_this_day
    assert PauseWhat.step not in fresh.choices
