"""The week without a screen: looking through it, shaping its steps, ticking where that is allowed."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta

from services.planner.words import Outcome, Part, PauseReason, Size
from tests.views.family.family_house import FamilyHouse, family_house
from tests.views.pupil.today_house import at
from views.family.week_model import WeekModel
from views.family.week_state import WeekCell
from views.family.week_words import as_of, day_standing, is_all_done, span, standing
from views.pupil.step_draft import StepDraft
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

MONDAY = date(2026, 9, 14)
SAID = sentences_in(Language.ENGLISH)


def morning(model: WeekModel, on: date = MONDAY) -> WeekCell:
    return next(cell for cell in model.state.cells_on(on) if cell.today.routine.part is Part.MORNING)


def followed(house: FamilyHouse) -> WeekModel:
    house.week.subscribe(lambda: None)
    return house.week


def test_the_week_begins_on_monday_with_today_and_the_part_of_now_marked() -> None:
    async def story() -> None:
        state = followed(await family_house("2026-09-16 07:42")).state
        assert (state.monday, state.today, state.day) == (MONDAY, date(2026, 9, 16), date(2026, 9, 16))
        now = [cell.today.routine.part for line in state.lines for cell in line.cells if cell and cell.is_now]
        assert now == [Part.MORNING]
        assert span(SAID, state) == "14 to 20 September"

    asyncio.run(story())


def test_a_week_over_the_end_of_a_month_names_both() -> None:
    async def story() -> None:
        state = followed(await family_house("2026-09-30 07:42")).state
        assert span(SAID, state) == "28 September to 4 October"

    asyncio.run(story())


def test_one_looks_a_week_back_and_on_and_comes_back_to_today() -> None:
    async def story() -> None:
        model = followed(await family_house())
        model.choose_day(MONDAY + timedelta(days=2))
        model.move_week(1)
        assert (model.state.monday, model.state.day) == (date(2026, 9, 21), date(2026, 9, 23))
        assert not model.state.is_this_week
        model.move_week(-2)
        assert model.state.monday == date(2026, 9, 7)
        model.this_week()
        assert (model.state.monday, model.state.day) == (MONDAY, MONDAY)

    asyncio.run(story())


def test_the_day_follows_the_clock_while_somebody_looks() -> None:
    async def story() -> None:
        house = await family_house("2026-09-20 23:30")
        model = followed(house)
        assert model.state.today == date(2026, 9, 20)
        house.clock.move_to(at("2026-09-21 03:59"))
        assert model.state.today == date(2026, 9, 20), "the evening belongs to the day it began"
        house.clock.move_to(at("2026-09-21 04:01"))
        assert (model.state.today, model.state.monday) == (date(2026, 9, 21), date(2026, 9, 21))

    asyncio.run(story())


def test_changed_weekdays_show_at_once_and_stay() -> None:
    async def story() -> None:
        house = await family_house()
        model, step = followed(house), house.step("dressed")
        cell = morning(model)
        line = next(line for line in cell.lines if line.id == step)
        before = StepDraft.of(line.step, "Get dressed")
        model.change_step(cell.today.routine.id, step, before, replace(before, days=frozenset({1})))
        assert model.state.line(step, MONDAY) is None
        assert model.state.line(step, MONDAY + timedelta(days=1)) is not None
        await house.settle()
        found = next(s for r in house.desk.planner.routines for s in r.steps if s.id == step)
        assert found.days == {1}

    asyncio.run(story())


def test_a_change_that_finds_no_room_is_taken_back_and_can_be_tried_again() -> None:
    async def story() -> None:
        house = await family_house()
        model, step = followed(house), house.step("dressed")
        cell = morning(model)
        line = next(line for line in cell.lines if line.id == step)
        before = StepDraft.of(line.step, "Get dressed")
        house.store.fill_disk()
        model.change_step(cell.today.routine.id, step, before, replace(before, days=frozenset({1})))
        await house.settle()
        assert model.state.line(step, MONDAY) is not None
        assert model.state.trouble is not None
        house.store.fill_disk(is_full=False)
        model.retry()
        await house.settle()
        assert model.state.line(step, MONDAY) is None
        assert model.state.trouble is None

    asyncio.run(story())


def test_a_parent_ticks_only_while_the_pupil_allows_it_and_it_bears_the_parents_name() -> None:
    async def story() -> None:
        house = await family_house()
        model, step = followed(house), house.step("alarm")
        sam = await house.sam_joins()
        model.tick(step, MONDAY, Outcome.DONE)
        await house.settle()
        assert house.desk.planner.day_by_date == {}
        await sam.set_adult_ticks(True)
        assert model.state.may_tick
        model.tick(step, MONDAY, Outcome.DONE)
        line = model.state.line(step, MONDAY)
        assert line is not None
        assert (line.outcome, line.by) == (Outcome.DONE, "Jo")
        await house.settle()
        model.undo()
        await house.settle()
        line = model.state.line(step, MONDAY)
        assert line is not None
        assert line.outcome is Outcome.NONE
        model.tick(step, MONDAY + timedelta(days=1), Outcome.DONE)
        await house.settle()
        assert MONDAY + timedelta(days=1) not in house.desk.planner.day_by_date, (
            "tomorrow is not ticked today"
        )

    asyncio.run(story())


def test_what_the_pupil_ticks_is_theirs_and_a_gap_stays_quiet() -> None:
    async def story() -> None:
        house = await family_house("2026-09-15 07:42")
        model, sam = followed(house), await house.sam_joins()
        await sam.set_outcome(MONDAY, house.step("alarm"), Outcome.DONE)
        cell = morning(model)
        assert cell.lines[0].by is None
        assert standing(SAID, cell, model.state.today) == "1 done"
        evening = next(one for one in model.state.cells_on(MONDAY) if one.today.routine.part is Part.EVENING)
        assert standing(SAID, evening, model.state.today) == "16 steps", "nothing done is not told"
        assert day_standing(SAID, model.state, MONDAY) == "1 done"
        assert day_standing(SAID, model.state, MONDAY + timedelta(days=5)) == SAID.family.week.nothing

    asyncio.run(story())


def test_the_smaller_size_done_is_all_done_and_a_pause_is_its_own_word() -> None:
    async def story() -> None:
        house = await family_house()
        model, sam = followed(house), await house.sam_joins()
        routine = morning(model).today.routine.id
        await sam.set_size(MONDAY, routine, Size.TINY)
        assert standing(SAID, morning(model), MONDAY).startswith("Tiny: ")
        for line in morning(model).lines:
            await sam.set_outcome(MONDAY, line.id, Outcome.DONE)
        assert is_all_done(morning(model))
        assert standing(SAID, morning(model), MONDAY) == "Tiny: All done"
        await sam.pause_today(MONDAY, PauseReason.ILL)
        assert standing(SAID, morning(model), MONDAY) == "Ill"
        await sam.pause_today(MONDAY)
        assert standing(SAID, morning(model), MONDAY) == "Paused"

    asyncio.run(story())


def test_when_it_was_last_heard_is_said_only_once_something_is_shared() -> None:
    async def story() -> None:
        house = await family_house()
        assert as_of(SAID, followed(house).state) == ""
        shared = WeekModel(house.desk, house.actions, house.clock, lambda: at("2026-09-15 08:40"))
        assert as_of(SAID, shared.state) == "As of 8:40, Tuesday"

    asyncio.run(story())


def test_nobody_who_left_is_followed_any_more() -> None:
    async def story() -> None:
        house = await family_house()
        stop = house.week.subscribe(lambda: None)
        assert not house.clock.is_idle
        stop()
        assert house.clock.is_idle

    asyncio.run(story())
