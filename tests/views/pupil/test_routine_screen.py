"""Shaping a routine: every change shows at once, is kept, and can be taken back."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Part, Size
from tests.stage.stage import Stage, stage
from tests.views.pupil.today_house import TodayHouse, today_house
from views.design.tokens import tokens_for
from views.pupil.routine_model import RoutineModel
from views.pupil.routine_screen import routine_screen
from views.strings.catalogue import Language

Run = Callable[[Awaitable[Any]], Any]
Act = Callable[[Stage, TodayHouse], Awaitable[None]]


def titles(house: TodayHouse) -> list[str | None]:
    routine = house.desk.planner.routine(house.routine(Part.MORNING))
    assert routine is not None
    return [step.title or step.starter for step in routine.steps]


async def edited(
    house: TodayHouse,
    act: Act,
    *,
    width: int = 390,
    percent: int = 100,
    went: list[str] | None = None,
    **around: Any,
) -> RoutineModel:
    """Draw the editor of the morning, let a person act, and let everything come to rest."""
    model = house.editor()
    routes = [] if went is None else went
    tokens = tokens_for(width=width, percent=percent)
    async with stage(lambda: routine_screen(model, routes.append), tokens=tokens, **around) as here:
        await act(here, house)
        await house.settle()
        await here.settle()
    return model


@pytest.mark.feature("P1")
def test_a_step_of_ones_own_joins_the_routine_with_its_picture_time_sizes_and_days(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        await here.tap("Add a step")
        await here.type("What is the step?", "  Feed the cat ")
        await here.tap("Choose another picture")
        await here.type("Find a picture", "GUIT")
        await here.tap("guitar")
        await here.type("By when? Only if it helps.", "7.15")
        await here.tap("Short")
        await here.tap("Saturday")
        await here.tap("Sunday")
        await here.tap("Add this step")
        assert "Change Feed the cat. 7:15 · Usual, Short · Only Monday to Friday" in here.names()

    async def story() -> None:
        house = await today_house()
        await edited(house, act)
        step = house.desk.planner.routines[0].steps[-1]
        assert (step.title, step.at, step.sizes) == ("Feed the cat", "07:15", {Size.USUAL, Size.SHORT})
        assert step.days == frozenset(range(5))
        assert step.picture == "guitar"

    run(story())


@pytest.mark.feature("P1")
def test_an_idea_from_the_starter_content_fills_the_sheet(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        gone = house.step("medicine")
        await house.desk.remove_step(gone)
        await here.settle()
        await here.tap("Add a step")
        await here.tap("Medicine")
        await here.tap("Add this step")

    async def story() -> None:
        house = await today_house()
        await edited(house, act)
        step = house.desk.planner.routines[0].steps[-1]
        assert (step.starter, step.title) == ("medicine", None)

    run(story())


@pytest.mark.feature("P1")
def test_a_new_name_for_a_step_wins_over_the_starters_own(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        await here.tap("Change Alarm")
        await here.type("What is the step?", "Rooster o'clock")
        await here.tap("Keep changes")
        assert here.says("Rooster o'clock")

    async def story() -> None:
        house = await today_house()
        await edited(house, act)
        assert titles(house)[0] == "Rooster o'clock"

    run(story())


@pytest.mark.feature("P1")
def test_what_cannot_be_kept_is_said_where_it_is_typed_and_changes_nothing(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        await here.tap("Change Alarm")
        await here.type("By when? Only if it helps.", "7:75")
        assert here.says("Write a time like 7:30.")
        assert here.thing("Keep changes").is_off
        await here.type("By when? Only if it helps.", "")
        await here.type("What is the step?", "   ")
        assert here.thing("Keep changes").is_off
        await here.tap("Close")

    async def story() -> None:
        house = await today_house()
        before = house.desk.planner.routines
        await edited(house, act)
        assert house.desk.planner.routines == before

    run(story())


@pytest.mark.feature("P1")
def test_steps_move_up_and_down_and_the_ends_are_ends(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        assert here.thing("Move Alarm up").is_off
        assert here.thing("Move Meet my person down").is_off
        await here.tap("Move Alarm down")
        await here.tap("Move Alarm down")
        await here.tap("Move Feet on the floor down")

    async def story() -> None:
        house = await today_house()
        model = await edited(house, act)
        assert titles(house)[:3] == ["curtains", "feet_on_the_floor", "alarm"]
        shown = model.state.routine
        assert shown is not None
        assert [step.title or step.starter for step in shown.steps] == titles(house)

    run(story())


@pytest.mark.feature("P1")
def test_a_removed_step_comes_back_to_its_place_with_undo(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        before = titles(house)
        await here.tap("Change Feet on the floor")
        await here.tap("Remove this step")
        assert here.says("Removed: Feet on the floor")
        await house.settle()
        assert titles(house) == [one for one in before if one != "feet_on_the_floor"]
        await here.settle()
        await here.tap("Undo")
        await house.settle()
        assert titles(house) == before

    async def story() -> None:
        await edited(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_a_routine_is_renamed_and_moved_to_other_days(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        await here.tap("Getting ready for school")
        await here.type("What is it called?", "My morning")
        await here.tap("Saturday")
        await here.tap("Keep changes")
        assert here.says("My morning")
        await house.settle()

    async def story() -> None:
        house = await today_house()
        await edited(house, act)
        routine = house.desk.planner.routines[0]
        assert (routine.title, routine.days) == ("My morning", frozenset(range(6)))

    run(story())


@pytest.mark.feature("P1")
def test_a_routine_is_put_away_only_after_one_more_question_and_can_come_back(run: Run) -> None:
    went: list[str] = []

    async def act(here: Stage, house: TodayHouse) -> None:
        morning = house.routine(Part.MORNING)
        await here.tap("Put this routine away")
        await here.tap("Keep it")
        await here.tap("Put this routine away")
        await here.tap("Put it away")
        assert here.says("This routine is put away")
        await house.settle()
        assert house.desk.planner.routine(morning) is None
        await here.settle()
        await here.tap("Bring it back")
        await house.settle()
        assert house.desk.planner.routine(morning) is not None
        await here.settle()
        await here.tap("Back to Today")

    async def story() -> None:
        await edited(await today_house(), act, went=went)
        assert went == ["/today"]

    run(story())


@pytest.mark.feature("P1")
def test_a_change_that_cannot_be_saved_is_taken_back_and_can_be_tried_again(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        house.store.fill_disk()
        await here.tap("Move Alarm down")
        await house.settle()
        await here.settle()
        assert here.says("Not saved yet.")
        assert titles(house)[0] == "alarm"
        assert here.thing("Move Alarm up").is_off
        house.store.fill_disk(False)
        await here.tap("Try again")
        await house.settle()
        assert titles(house)[1] == "alarm"

    async def story() -> None:
        await edited(await today_house(), act)

    run(story())


@pytest.mark.feature("P1")
def test_a_second_tab_may_look_at_a_routine_and_is_offered_no_change(run: Run) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        assert here.thing("Change Alarm").is_off
        assert "Add a step" not in here.names()

    async def story() -> None:
        house = await today_house()
        await edited(await house.second_tab(), act)

    run(story())


@pytest.mark.feature("P1")
@pytest.mark.parametrize("width", [390, 768, 1180])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", list(Language))
def test_the_editor_and_its_sheets_can_be_drawn(
    run: Run, width: int, percent: int, language: Language
) -> None:
    async def act(here: Stage, house: TodayHouse) -> None:
        await here.tap(here.names()[1])
        assert not [text for text in here.texts() if "{" in text]
        assert all(name.strip() for name in here.names())

    async def story() -> None:
        await edited(await today_house(), act, width=width, percent=percent, language=language)

    run(story())
