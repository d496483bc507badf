"""Targets as a person meets them: names, words and presses, on a phone and a tablet, in both languages."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import flet.canvas as cv
import pytest

from services.planner.ids import TargetId
from tests.stage.stage import Stage, stage
from tests.views.pupil.pupil_house import MONDAY, PupilHouse, pupil_house
from views.design.tokens import tokens_for
from views.pupil.new_target_model import NewTargetModel
from views.pupil.new_target_screen import new_target_screen
from views.pupil.target_model import TargetModel
from views.pupil.target_screen import target_screen
from views.pupil.targets_model import TargetsModel
from views.pupil.targets_screen import targets_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

pytestmark = pytest.mark.feature("P6")

Run = Callable[[Awaitable[Any]], Any]
Act = Callable[[Stage], Awaitable[None]]

WIDTHS = (390, 768, 1180)
LANGUAGES = tuple(Language)


async def list_seen(house: PupilHouse, act: Act, went: list[str], width: int = 390, **around: Any) -> None:
    """Draw the list of targets and let a person act."""
    model = TargetsModel(house.desk, house.actions)
    tokens = tokens_for(width=width)
    async with stage(lambda: targets_screen(model, went.append), tokens=tokens, **around) as here:
        await act(here)
        await house.settle()


async def target_seen(
    house: PupilHouse, target: TargetId, act: Act, *, width: int = 390, percent: int = 100, **around: Any
) -> None:
    """Draw one target and let a person act."""
    model = TargetModel(house.desk, target, house.actions)
    tokens = tokens_for(width=width, percent=percent)
    async with stage(lambda: target_screen(model, lambda _: None), tokens=tokens, **around) as here:
        await act(here)
        await house.settle()


async def writing_seen(house: PupilHouse, act: Act, went: list[str], **around: Any) -> None:
    """Draw the writing of a target and let a person act."""
    model = NewTargetModel(house.desk, house.actions)
    async with stage(lambda: new_target_screen(model, went.append), **around) as here:
        await act(here)
        await house.settle()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_target_there_is_one_thing_to_do(run: Run, width: int, language: Language) -> None:
    said = sentences_in(language).targets.all

    async def story() -> None:
        went: list[str] = []

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, said.title)
            assert here.says(said.empty_title)
            assert here.names() == [said.empty_add]
            await here.tap(said.empty_add)

        await list_seen(await pupil_house(), act, went, width, language=language)
        assert went == ["/targets/new"]

    run(story())


def test_a_card_says_the_words_the_next_step_and_the_last_number_and_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await pupil_house(), list[str]()
        target = await house.target()
        await house.desk.rate(target, MONDAY, 5)

        async def act(here: Stage) -> None:
            name = here.names()[0]
            for part in ("Bag ready the night before", "Next: Bag by the door", "You said 5 today"):
                assert part in name
            await here.tap(name)

        await list_seen(house, act, went)
        assert went == [f"/targets/{target}"]

    run(story())


def test_with_three_open_there_is_no_way_to_a_fourth(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        for words in ("One", "Two", "Three"):
            await house.target(words)

        async def act(here: Stage) -> None:
            assert here.says("Three is plenty.")
            assert not any("A new target" in name for name in here.names())

        await list_seen(house, act, [])

    run(story())


def test_put_away_targets_are_one_press_further(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        await house.desk.close_target(await house.target("Up by seven"), MONDAY, is_reached=True)

        async def act(here: Stage) -> None:
            assert not here.says("Up by seven")
            await here.tap("Put away (1)")
            assert here.says("Up by seven")
            assert here.says("We did this today")
            await here.tap("Hide what is put away")
            assert not here.says("Up by seven")

        await list_seen(house, act, [])

    run(story())


def test_a_target_is_written_in_three_questions_and_its_page_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await pupil_house(), list[str]()

        async def act(here: Stage) -> None:
            await here.tap("Next")
            assert here.says("Pick an idea or write a few words first.")
            await here.tap("Bag ready the night before")
            assert here.thing("My target").control.value == "Bag ready the night before"
            await here.type("My target", "Bag ready by eight")
            await here.tap("Next")
            await here.type("My next step", "Bag by the door")
            await here.tap("Next")
            await here.tap("A friend")
            await here.type("Somebody else", "Nan")
            await here.tap("Add")
            await here.tap("In two weeks")
            assert here.says("We look at it again on Monday 28 September.")
            await here.tap("Choose a number")
            await here.tap("One more")
            assert here.says("8 out of 10")
            await here.tap("Keep my target")
            await house.settle()

        await writing_seen(house, act, went)
        (target,) = house.desk.planner.targets
        assert went == [f"/targets/{target.id}"]
        assert (target.words, target.next_step) == ("Bag ready by eight", "Bag by the door")
        assert (target.helpers, target.goal, target.picture) == (("A friend", "Nan"), 8, "backpack")
        assert target.review_on == date(2026, 9, 28)

    run(story())


def test_a_date_of_ones_own_moves_by_days_and_weeks(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            await here.type("My target", "Up by seven")
            await here.tap("Next")
            await here.tap("Next")
            await here.tap("A date")
            await here.tap("A week later")
            await here.tap("A day sooner")
            assert here.says("We look at it again on Sunday 27 September.")

        await writing_seen(await pupil_house(), act, [])

    run(story())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_is_rated_with_a_face_and_read_back(run: Run, width: int, language: Language) -> None:
    said = sentences_in(language).targets

    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            assert here.headings()[0] == (1, "Bag ready the night before")
            assert here.says(said.chart.none)
            await here.tap(said.rate.number.format(score=3, face=said.rate.faces[3]))
            await here.tap(said.rate.one_more)
            await here.type(said.rate.words_field, "Mum helped")
            await here.tap(said.rate.keep.format(score=4))
            assert here.says(said.rate.said_title.format(score=4))
            assert here.says("Mum helped")
            assert here.says(said.chart.you_once.format(score=4, day=said.days.today))

        await target_seen(house, target, act, width=width, language=language)
        assert [(r.score, r.words) for r in house.desk.planner.ratings] == [(4, "Mum helped")]

    run(story())


def test_three_days_make_a_line_a_sentence_and_a_table(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        for score in (3, 5, 6):
            await house.desk.rate(target, date(2026, 9, 14 + len(house.desk.planner.ratings)), score)
        house.days_pass(2)

        async def act(here: Stage) -> None:
            assert here.says("You said 5 yesterday, 6 today.")
            canvas = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize)
            assert canvas.shapes == []
            await here.fire(canvas, "resize", {"w": 300.0, "h": 260.0})
            drawn = next(c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize).shapes
            circles = [shape for shape in drawn if isinstance(shape, cv.Circle)]
            assert len(circles) == 6, "a rim and a mark each"
            numbers = [shape.value for shape in drawn if isinstance(shape, cv.Text)]
            assert {"3", "5", "6", "14 Sep", "16 Sep"} <= set(numbers)
            await here.tap("Show as a table")
            assert not [c for c in here.controls() if isinstance(c, cv.Canvas) and c.on_resize]
            for day in ("Today", "Yesterday", "Monday 14 September"):
                assert here.says(day)
            await here.tap("Show as a picture")

        await target_seen(house, target, act)

    run(story())


def test_voices_that_have_not_joined_are_named_as_still_to_come(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        await house.desk.rate(target, MONDAY, 5)

        async def act(here: Stage) -> None:
            assert here.says("My carer: when they join")
            assert here.says("My mentor: when they join")
            assert here.says("A carer or mentor who joins later can see targets too.")

        await target_seen(house, target, act)

    run(story())


def test_a_target_is_changed_in_a_sheet(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            await here.tap("Change this target")
            await here.type("My target", "Bag ready by eight")
            await here.tap("Keep changes")
            assert here.headings()[0] == (1, "Bag ready by eight")
            await here.tap("Change this target")
            await here.type("My target", "Something else")
            await here.close_sheet()
            assert here.headings()[0] == (1, "Bag ready by eight")

        await target_seen(house, target, act)

    run(story())


def test_a_target_is_finished_and_worked_on_again(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()

        async def act(here: Stage) -> None:
            await here.tap("Finish this target")
            await here.tap("We did this")
            assert "Finish this target" not in here.names()
            assert here.says("We did this")
            await house.settle()
            assert house.desk.planner.targets[0].is_reached
            await here.tap("Work on it again")
            assert "Finish this target" in here.names()

        await target_seen(house, target, act)

    run(story())


def test_a_full_device_says_so_in_place_and_the_same_press_tries_again(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        house.store.fill_disk()

        async def act(here: Stage) -> None:
            await here.tap("5, in the middle")
            await here.tap("Keep 5 for today")
            await house.settle()
            await here.settle()
            assert here.says("This device has no room left")
            house.store.fill_disk(False)
            await here.tap("Keep 5 for today")
            await house.settle()
            await here.settle()
            assert not here.says("This device has no room left")
            assert here.says("Today: 5")

        await target_seen(house, target, act)

    run(story())


def test_a_target_that_is_gone_leads_back_to_the_list(run: Run) -> None:
    async def story() -> None:
        async def act(here: Stage) -> None:
            assert here.says("This target is not here")
            assert here.names() == ["My targets"]

        await target_seen(await pupil_house(), TargetId("nowhere"), act)

    run(story())


def test_what_was_said_is_read_newest_first_and_the_day_somebody_looked_is_told(run: Run) -> None:
    async def story() -> None:
        house = await pupil_house()
        target = await house.target()
        for day in range(9, 15):
            await house.desk.rate(target, date(2026, 9, day), 4, f"Note {day}")
        await house.mentor_looks(MONDAY)

        async def act(here: Stage) -> None:
            assert [text for text in here.texts() if text.startswith("Note ")][:2] == ["Note 14", "Note 14"]
            assert not here.says("Note 10")
            await here.tap("Show what was said before")
            assert here.says("Note 9")
            assert here.says("Ms Ali looked today.")

        await target_seen(house, target, act)

    run(story())
