"""Writing a target: three questions, and only words are needed."""

import asyncio
from datetime import date

import pytest

from services.planner.errors import StorageFull
from services.planner.ids import TargetId
from services.planner.words import ContactKind
from tests.views.pupil.pupil_house import MONDAY, PupilHouse, pupil_house
from views.pupil.new_target_model import NewTargetModel, Question
from views.pupil.target_review import ReviewChoice

pytestmark = pytest.mark.feature("P6")


async def begun() -> tuple[PupilHouse, NewTargetModel, list[TargetId]]:
    house = await pupil_house()
    model = NewTargetModel(house.desk, house.actions)
    model.subscribe(lambda: None)
    return house, model, []


def test_a_target_begins_from_an_idea_and_is_made_ones_own() -> None:
    async def story() -> None:
        house, model, kept = await begun()
        idea = model.state.ideas[1]
        model.change(model.state.form.began_from(idea.key, "Bag ready the night before", idea.picture))
        model.change(model.state.form.with_words("Bag ready by eight"))
        assert model.state.form.idea == idea.key
        model.forward()
        model.change(model.state.form.with_next_step("Bag by the door"))
        model.forward()
        form = model.state.form.with_helper_turned("Mum").with_helper_typed("Nan").with_helper_added()
        model.change(form.with_review(ReviewChoice.IN_A_WEEK, MONDAY).with_goal(8))
        assert model.state.is_last
        model.keep(kept.append)
        await house.settle()
        (target,) = house.desk.planner.targets
        assert kept == [target.id]
        assert (target.words, target.picture) == ("Bag ready by eight", idea.picture)
        assert (target.next_step, target.helpers) == ("Bag by the door", ("Mum", "Nan"))
        assert (target.review_on, target.goal) == (date(2026, 9, 21), 8)

    asyncio.run(story())


def test_only_words_are_needed() -> None:
    async def story() -> None:
        house, model, kept = await begun()
        model.forward()
        assert model.state.needs_words
        assert model.state.question is Question.WHAT
        model.change(model.state.form.with_words("Up by seven"))
        assert not model.state.needs_words
        model.keep(kept.append)
        await house.settle()
        assert [target.words for target in house.desk.planner.targets] == ["Up by seven"]

    asyncio.run(story())


def test_going_back_keeps_what_was_written() -> None:
    async def story() -> None:
        _, model, _ = await begun()
        model.change(model.state.form.with_words("Up by seven"))
        model.forward()
        assert model.back()
        assert model.state.form.words == "Up by seven"
        assert not model.back()

    asyncio.run(story())


def test_pressing_twice_makes_one_target() -> None:
    async def story() -> None:
        house, model, kept = await begun()
        model.change(model.state.form.with_words("Up by seven"))
        model.keep(kept.append)
        model.keep(kept.append)
        await house.settle()
        assert len(house.desk.planner.targets) == len(kept) == 1

    asyncio.run(story())


def test_without_room_nothing_is_lost_and_the_same_press_tries_again() -> None:
    async def story() -> None:
        house, model, kept = await begun()
        model.change(model.state.form.with_words("Up by seven"))
        house.store.fill_disk()
        model.keep(kept.append)
        await house.settle()
        assert kept == []
        assert isinstance(model.state.problem, StorageFull)
        assert model.state.form.words == "Up by seven"
        house.store.fill_disk(False)
        model.keep(kept.append)
        await house.settle()
        assert len(kept) == 1

    asyncio.run(story())


def test_a_fourth_target_is_not_begun() -> None:
    async def story() -> None:
        house, model, _ = await begun()
        for words in ("One", "Two", "Three"):
            assert model.state.may_add
            await house.target(words)
        assert not model.state.may_add

    asyncio.run(story())


def test_people_of_the_help_page_are_offered_by_name() -> None:
    async def story() -> None:
        house, model, _ = await begun()
        await house.desk.add_contact(ContactKind.KEY_ADULT, "Mr Cole")
        assert [person.name for person in model.state.people] == ["Mr Cole"]

    asyncio.run(story())


def test_choosing_the_same_day_again_means_no_day_and_a_moved_day_is_ones_own() -> None:
    async def story() -> None:
        _, model, _ = await begun()
        form = model.state.form.with_review(ReviewChoice.IN_A_WEEK, MONDAY)
        assert form.with_review(ReviewChoice.IN_A_WEEK, MONDAY).review_on is None
        moved = form.with_review_moved(1, MONDAY)
        assert (moved.review, moved.review_on) == (ReviewChoice.ON_A_DATE, date(2026, 9, 22))
        assert form.with_review(ReviewChoice.ON_A_DATE, MONDAY).review_on == date(2026, 9, 21)

    asyncio.run(story())
