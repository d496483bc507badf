"""A pupil's target as a mentor meets it: rated in three voices, and written together."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest

from services.planner.words import Role
from tests.stage.stage import stage
from tests.views.mentor.mentor_house import MONDAY, mentor_house
from tests.views.mentor.mentor_seen import LANGUAGES, WIDTHS, Went
from views.design.tokens import tokens_for
from views.mentor.mentor_frame import mentor_frame
from views.mentor.mentor_place import MentorPlace
from views.mentor.mentor_target_screens import mentor_new_target_screen, mentor_target_screen
from views.pupil.new_target_model import NewTargetModel
from views.pupil.target_model import TargetModel
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.feature("M7")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_target_has_three_voices_is_rated_and_says_what_helped(
    run: Run, width: int, language: Language
) -> None:
    said = sentences_in(language)
    adult = said.mentor.targets

    async def story() -> None:
        house, went = await mentor_house(), Went()
        await house.pupil_joins()
        target = await house.desk().add_target("Bag ready", "backpack")
        await house.pupil_rates(target, MONDAY - timedelta(days=1), 3, "The list helps.")
        page, model = house.page_model(), TargetModel(house.desk(), target, house.actions)

        def draw() -> Any:
            return mentor_frame(
                MentorPlace.PUPILS, lambda: mentor_target_screen(page, model, went.append), went.append
            )

        async with stage(draw, tokens=tokens_for(width=width), language=language, role=Role.MENTOR) as here:
            assert here.says("Sam")
            assert here.says(adult.rate.title)
            assert here.says("The list helps.")
            await here.tap(adult.rate.number.format(score=6, face=adult.rate.faces[6]))
            await here.type(adult.rate.words_field, "Four evenings.")
            await here.tap(adult.rate.keep.format(score=6))
            await house.settle()
            await here.settle()
            assert here.says("Four evenings.")
            assert here.says(adult.chart.you_once.format(score=6, day=adult.days.today))
            await here.tap(adult.chart.show_table)
            await here.tap(adult.one.back)
            assert went == [f"/pupil/{house.desk().planner_id}"]
        voices = {rating.voice: rating.score for rating in house.desk().planner.ratings}
        assert voices == {Role.PUPIL: 3, Role.MENTOR: 6}

    run(story())


@pytest.mark.feature("M7")
def test_a_target_is_written_with_the_pupil_and_its_page_opens(run: Run) -> None:
    async def story() -> None:
        house, went = await mentor_house(), Went()
        page, model = house.page_model(), NewTargetModel(house.desk(), house.actions)

        def draw() -> Any:
            return mentor_frame(
                MentorPlace.PUPILS, lambda: mentor_new_target_screen(page, model, went.append), went.append
            )

        async with stage(draw, role=Role.MENTOR) as here:
            assert here.says("What would the pupil like to be easier?")
            await here.tap("Bag ready the night before")
            await here.tap("Next")
            await here.tap("Next")
            await here.tap("Keep this target")
            await house.settle()
            await here.settle()
        [target] = house.desk().planner.targets
        assert went == [f"/pupil/{house.desk().planner_id}/{target.id}"]

    run(story())
