"""Today when something stands in the way, or nothing is asked; in both languages and every size."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Outcome, Part, PauseReason, StepView
from tests.stage.stage import Stage
from tests.views.pupil.today_house import MONDAY, TodayHouse, today_house
from tests.views.pupil.today_seen import WIDTHS, seen
from views.strings.catalogue import Language

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.feature("P1")
def test_what_could_not_be_saved_is_said_kindly_with_one_more_try(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        house.store.fill_disk()
        await here.tap("Alarm, now, not done yet. Tick")
        await house.settle()
        await here.settle()
        assert here.says("Not saved yet.")
        assert "Alarm, now, not done yet. Tick" in here.names()
        house.store.fill_disk(False)
        await here.tap("Try again")
        await house.settle()
        await here.settle()
        assert "Feet on the floor, now, not done yet. Tick" in here.names()
        assert not here.says("Not saved yet.")

    async def story() -> None:
        await seen(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_a_second_tab_shows_the_ticks_and_offers_no_change(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.thing("Alarm, Done").is_off
        assert here.thing("Feet on the floor").is_off
        assert "Today is hard" not in here.names()
        assert not [name for name in here.names() if "Tick" in name]

    async def story() -> None:
        house = await today_house()
        await house.desk.set_outcome(MONDAY, house.step("alarm"), Outcome.DONE)
        await house.desk.set_view(StepView.ALL)
        other = await house.second_tab()
        await seen(other, act)

    run(story())


@pytest.mark.feature("P1")
def test_in_school_hours_a_calm_line_is_there_and_nothing_is_pressed(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.says("School time.")
        assert not here.says("Now")
        assert not here.says("by 7:")

    async def story() -> None:
        house = await today_house("2026-09-14 09:30")
        await house.desk.change_step(house.step("alarm"), at="07:00")
        await seen(house, act)

    run(story())


@pytest.mark.feature("P1")
def test_after_midnight_it_says_which_day_this_still_is(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.headings()[0] == (1, "Good evening, Sam")
        assert here.says("This still belongs to Monday.")

    async def story() -> None:
        await seen(await today_house("2026-09-15 00:30"), act)

    run(story())


@pytest.mark.feature("P1")
def test_a_day_without_routines_has_a_picture_and_a_sentence(run: Run) -> None:
    async def empty(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("Add a routine")
        await here.tap("Evening")
        await here.type("What is it called?", "Swimming")
        await here.tap("Make this routine")
        await house.settle()
        made = house.routine(Part.EVENING)
        assert _went == [f"/routine/{made}"]

    async def weekend(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.says("Nothing is planned for today.")

    async def story() -> None:
        await seen(await today_house(parts=()), empty)
        await seen(await today_house("2026-09-19 09:00", parts=(Part.MORNING,)), weekend)

    run(story())


@pytest.mark.feature("P1")
def test_a_tick_by_somebody_else_says_whose_it_is(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert "Alarm, done, says Mum. Untick" in here.names()

    async def story() -> None:
        house = await today_house()
        await house.desk.set_view(StepView.ALL)
        await house.ticked_by("Mum", "alarm")
        await seen(house, act)

    run(story())


@pytest.mark.feature("P1", "P2", "P3")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_every_state_of_the_day_can_be_drawn(run: Run, width: int, percent: int, language: Language) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        assert here.headings()
        assert all(name.strip() for name in here.names())
        assert not [text for text in here.texts() if "{" in text]

    async def story() -> None:
        for view in StepView:
            house = await today_house()
            await house.desk.set_view(view)
            await house.desk.set_outcome(MONDAY, house.step("alarm"), Outcome.SKIPPED)
            await seen(house, act, width=width, percent=percent, language=language)
        await house.desk.pause_today(MONDAY, PauseReason.APPOINTMENT)
        await seen(house, act, width=width, percent=percent, language=language)

    run(story())


@pytest.mark.feature("P3")
def test_the_sheet_of_a_paused_step_offers_to_take_it_up_again(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        await here.tap("More choices for Brush my teeth")
        assert "Done" not in here.names()
        await here.tap("Take up again")
        await house.settle()
        await here.settle()
        assert "Brush my teeth, not done yet. Tick" in here.names()

    async def story() -> None:
        house = await today_house()
        await house.desk.set_view(StepView.ALL)
        await house.desk.pause(house.step("teeth"), MONDAY)
        await seen(house, act)

    run(story())


@pytest.mark.feature("P1")
def test_nothing_on_the_screen_is_red_or_counts_against_anybody(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse, _went: list[str]) -> None:
        words = " ".join(here.texts()).lower()
        for banned in ("%", "streak", "missed", "failed", "overdue", "late"):
            assert banned not in words.replace("later", ""), banned

    async def story() -> None:
        house = await today_house("2026-09-14 08:20")
        for view in StepView:
            await house.desk.set_view(view)
            await seen(house, act)

    run(story())
