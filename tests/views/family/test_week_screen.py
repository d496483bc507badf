"""The week on the stage: seven days on a tablet, one at a time on a phone, in every language."""

from collections.abc import Awaitable, Callable
from typing import Any

import flet as ft
import pytest

from services.planner.words import Outcome, Part
from tests.stage import tree
from tests.stage.stage import Stage, stage
from tests.views.family.family_house import FamilyHouse, family_house
from views.design.tokens import tokens_for
from views.family.family_model import FamilyModel
from views.family.week_screen import week_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
Act = Callable[[Stage, FamilyHouse], Awaitable[None]]
PLACES = [
    pytest.param(390, 100, id="phone"),
    pytest.param(390, 200, id="phone-200"),
    pytest.param(664, 100, id="tablet"),
    pytest.param(632, 200, id="tablet-200"),
    pytest.param(1076, 100, id="desk"),
    pytest.param(1044, 200, id="desk-200"),
]


async def shown(
    house: FamilyHouse, act: Act, width: int = 390, percent: int = 100, language: Language = Language.ENGLISH
) -> None:
    family = FamilyModel((house.desk,))
    tokens = tokens_for(width=width, percent=percent)
    async with stage(lambda: week_screen(family, house.week), tokens=tokens, language=language) as here:
        await act(here, house)
        await house.settle()
        await here.settle()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("width", "percent"), PLACES)
def test_whose_week_it_is_and_what_is_planned_is_said_everywhere(
    run: Run, width: int, percent: int, language: Language
) -> None:
    said = sentences_in(language)

    async def act(here: Stage, house: FamilyHouse) -> None:
        assert here.headings()[0] == (1, said.family.week.title.format(name="Sam"))
        assert here.says(said.words.today)
        assert any(said.family.week.now in text for text in here.texts())
        await here.tap(said.family.week.later)
        assert not any(said.family.week.now in text for text in here.texts())
        await here.tap(said.family.week.this_week)

    async def story() -> None:
        await shown(await family_house(), act, width, percent, language)

    run(story())


@pytest.mark.parametrize("width", [664, 1076])
def test_seven_days_stand_side_by_side_and_a_cell_opens_its_steps(run: Run, width: int) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        cells = [name for name in here.names() if name.startswith("Getting ready for school, ")]
        assert len(cells) == 5, "a school morning has five days, and no others are said"
        assert "Getting ready for school, Today, now: 14 steps" in cells
        await here.tap("Getting ready for school, Wednesday 16 September")
        await here.tap("Change Get dressed")
        await here.tap("Wednesday")
        await here.tap("Keep changes")
        await house.settle()
        await here.settle()
        assert "Getting ready for school, Wednesday 16 September: 13 steps" in here.names()

    async def story() -> None:
        await shown(await family_house(), act, width)

    run(story())


def test_on_a_phone_one_day_is_chosen_from_the_strip(run: Run) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        assert "Change Alarm" in here.names()
        await here.tap("Saturday 19 September")
        assert "Change Alarm" not in here.names()
        assert here.says("Nothing is planned on this day.")
        await here.tap("Tuesday 15 September")
        assert here.says("Tuesday 15 September")
        chosen = [thing.name for thing in here.things() if thing.is_selected]
        assert chosen == ["Tuesday 15 September. 30 steps"]

    async def story() -> None:
        await shown(await family_house(), act)

    run(story())


def test_a_step_is_added_from_the_day(run: Run) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        add = [thing for thing in here.things() if thing.name == "Add a step"]
        assert len(add) == 2, "one for each routine"
        await here.fire(add[0].control, "click")
        await here.type("What is the step?", "Feed the cat")
        await here.tap("Add this step")
        assert any(name.startswith("Change Feed the cat") or name == "Feed the cat" for name in here.names())
        await house.settle()
        await here.settle()
        assert "Change Feed the cat" in here.names()

    async def story() -> None:
        await shown(await family_house(), act)

    run(story())


def test_the_words_of_a_step_are_one_press_further_and_it_can_be_taken_away_and_back(run: Run) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        await here.tap("Change Medicine")
        await here.tap("Words, picture, time")
        await here.type("What is the step?", "Inhaler")
        await here.tap("Keep changes")
        await house.settle()
        await here.settle()
        await here.tap("Change Inhaler")
        await here.tap("Words, picture, time")
        await here.tap("Remove this step")
        await house.settle()
        await here.settle()
        assert "Change Inhaler" not in here.names()
        await here.tap("Undo")
        await house.settle()
        await here.settle()
        assert "Change Inhaler" in here.names()

    async def story() -> None:
        await shown(await family_house(), act)

    run(story())


def test_there_is_no_tick_until_it_is_allowed_and_then_it_says_whose_it_is(run: Run) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        await here.tap("Change Feet on the floor")
        assert "Tick as done" not in here.names()
        assert here.says("Only Sam ticks.")
        await here.tap("Close")
        await (await house.sam_joins()).set_adult_ticks(True)
        await here.settle()
        await here.tap("Change Feet on the floor")
        await here.tap("Tick as done")
        await house.settle()
        await here.settle()
        assert "Change Feet on the floor. Done, says Jo" in here.names()
        await here.tap("Change Feet on the floor")
        await here.tap("Take the tick back")
        await house.settle()
        await here.settle()
        assert "Change Feet on the floor" in here.names()

    async def story() -> None:
        await shown(await family_house(), act)

    run(story())


def test_done_is_a_tick_and_a_word(run: Run) -> None:
    async def act(here: Stage, house: FamilyHouse) -> None:
        sam = await house.sam_joins()
        morning = next(one for one in house.desk.planner.routines if one.part is Part.MORNING)
        for step in morning.steps:
            await sam.set_outcome(house.week.state.today, step.id, Outcome.DONE)
        await here.settle()
        key = f"cell-{morning.id}-2026-09-14"
        done = next(control for control in here.controls() if control.key == key)
        inside = [c for c in tree.walk(done) if isinstance(c, ft.Icon | ft.Text)]
        assert any(isinstance(c, ft.Icon) for c in inside)
        assert any(isinstance(c, ft.Text) and c.value == "All done" for c in inside)

    async def story() -> None:
        await shown(await family_house(), act, 1076)

    run(story())


def test_with_two_children_a_face_at_the_top_changes_the_week(run: Run) -> None:
    async def story() -> None:
        house = await family_house()
        alex = await house.second_child()
        family = FamilyModel((house.desk, alex))
        async with stage(lambda: week_screen(family, house.week)) as here:
            assert [name for name in here.names() if name in ("Sam", "Alex")] == ["Sam", "Alex"]
            await here.tap("Alex")
            assert family.desk is alex
            assert family.state.pupil.name == "Alex"

    run(story())
