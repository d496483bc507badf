"""One target: rating it, changing it, putting it away. On a real desk over a real vault in memory."""

import asyncio
from datetime import date

import pytest

from services.planner.errors import InputRejected, StorageFull
from services.planner.ids import TargetId
from services.planner.words import Role
from tests.views.pupil.pupil_house import MONDAY, PupilHouse, pupil_house
from views.pupil.rate_model import RateDraft
from views.pupil.target_model import TargetModel
from views.pupil.target_review import ReviewChoice
from views.pupil.target_state import Shown

pytestmark = pytest.mark.feature("P6")


async def opened() -> tuple[PupilHouse, TargetModel]:
    house = await pupil_house()
    model = TargetModel(house.desk, await house.target(), house.actions)
    model.subscribe(lambda: None)
    return house, model


def rate(model: TargetModel, score: int, words: str = "") -> None:
    model.draft_rating(RateDraft(score, words))
    model.keep_rating()


def pupil_scores(model: TargetModel) -> list[int]:
    return [p.score for line in model.state.chart.lines if line.role is Role.PUPIL for p in line.points]


def test_a_rating_shows_before_it_is_saved_and_stays_when_it_is() -> None:
    async def story() -> None:
        house, model = await opened()
        rate(model, 3, " Mum helped ")
        assert model.state.rated_today is not None
        assert model.state.rated_today.score == 3
        await house.settle()
        assert pupil_scores(model) == [3]
        assert [(r.score, r.words, r.date) for r in house.desk.planner.ratings] == [(3, "Mum helped", MONDAY)]

    asyncio.run(story())


def test_rating_again_the_same_day_replaces_the_number() -> None:
    async def story() -> None:
        house, model = await opened()
        rate(model, 3)
        await house.settle()
        model.rate_again()
        assert model.state.rate == RateDraft(3)
        rate(model, 6)
        assert pupil_scores(model) == [6]
        await house.settle()
        assert pupil_scores(model) == [6]
        assert len(house.desk.planner.ratings) == 1

    asyncio.run(story())


def test_three_days_of_numbers_make_a_line() -> None:
    async def story() -> None:
        house, model = await opened()
        for score in (3, 5, 6):
            rate(model, score)
            await house.settle()
            house.days_pass(1)
        assert pupil_scores(model) == [3, 5, 6]
        (line,) = model.state.chart.lines
        assert line.before is not None
        assert (line.before.score, line.latest.score) == (5, 6)
        assert model.state.chart.still_to_come == (Role.PARENT, Role.MENTOR)

    asyncio.run(story())


def test_a_number_that_finds_no_room_is_taken_back_and_can_be_tried_again() -> None:
    async def story() -> None:
        house, model = await opened()
        house.store.fill_disk()
        rate(model, 4, "hard")
        assert pupil_scores(model) == [4]
        await house.settle()
        assert pupil_scores(model) == []
        assert isinstance(model.state.problem, StorageFull)
        assert model.state.rate == RateDraft(4, "hard")
        house.store.fill_disk(False)
        model.keep_rating()
        await house.settle()
        assert pupil_scores(model) == [4]
        assert model.state.problem is None

    asyncio.run(story())


def test_of_quick_changes_the_last_number_counts() -> None:
    async def story() -> None:
        house, model = await opened()
        for score in (2, 7, 5):
            rate(model, score)
        assert pupil_scores(model) == [5]
        await house.settle()
        assert pupil_scores(model) == [5]
        assert [r.score for r in house.desk.planner.ratings] == [5]

    asyncio.run(story())


def test_a_target_is_changed_in_one_go_and_shows_at_once() -> None:
    async def story() -> None:
        house, model = await opened()
        model.show(Shown.FORM)
        form = model.state.form
        assert form.words == "Bag ready the night before"
        form = form.with_words("Bag ready by eight").with_goal(None).with_helper_turned("Mum")
        model.change(form.with_helper_typed(" Nan ").with_review(ReviewChoice.IN_TWO_WEEKS, MONDAY))
        model.keep_form()
        assert model.state.shown is Shown.NOTHING
        assert model.state.target is not None
        assert model.state.target.words == "Bag ready by eight"
        await house.settle()
        (kept,) = house.desk.planner.targets
        assert (kept.words, kept.goal, kept.helpers) == ("Bag ready by eight", None, ("Nan",))
        assert kept.review_on == date(2026, 9, 28)

    asyncio.run(story())


def test_a_target_without_words_is_not_kept() -> None:
    async def story() -> None:
        house, model = await opened()
        model.show(Shown.FORM)
        model.change(model.state.form.with_words("  "))
        model.keep_form()
        await house.settle()
        assert model.state.needs_words
        assert model.state.shown is Shown.FORM
        assert house.desk.planner.targets[0].words == "Bag ready the night before"

    asyncio.run(story())


def test_a_change_that_finds_no_room_opens_the_form_again_with_what_was_typed() -> None:
    async def story() -> None:
        house, model = await opened()
        model.show(Shown.FORM)
        model.change(model.state.form.with_words("Bag ready by eight"))
        house.store.fill_disk()
        model.keep_form()
        await house.settle()
        assert model.state.shown is Shown.FORM
        assert model.state.form.words == "Bag ready by eight"
        assert isinstance(model.state.problem, StorageFull)
        assert model.state.target is not None
        assert model.state.target.words == "Bag ready the night before"

    asyncio.run(story())


def test_a_target_put_away_keeps_its_numbers_and_can_be_worked_on_again() -> None:
    async def story() -> None:
        house, model = await opened()
        rate(model, 5)
        model.close(is_reached=False)
        assert not model.state.is_open
        await house.settle()
        assert house.desk.planner.targets[0].closed_on == MONDAY
        assert pupil_scores(model) == [5]
        model.reopen()
        await house.settle()
        assert model.state.is_open

    asyncio.run(story())


def test_a_target_that_was_done_says_so() -> None:
    async def story() -> None:
        house, model = await opened()
        model.close(is_reached=True)
        await house.settle()
        assert house.desk.planner.targets[0].is_reached
        model.reopen()
        await house.settle()
        assert not house.desk.planner.targets[0].is_reached

    asyncio.run(story())


def test_with_three_open_a_put_away_target_stays_put_away() -> None:
    async def story() -> None:
        house, model = await opened()
        model.close(is_reached=False)
        await house.settle()
        for words in ("One", "Two", "Three"):
            await house.target(words)
        assert not model.state.may_reopen
        model.reopen()
        await house.settle()
        assert not model.state.is_open
        assert isinstance(model.state.problem, InputRejected)

    asyncio.run(story())


def test_the_day_to_look_again_is_noticed_when_it_comes() -> None:
    async def story() -> None:
        house, model = await opened()
        assert model.state.target is not None
        await house.desk.change_target(model.state.target.id, review_on=date(2026, 9, 21))
        assert not model.state.is_review_due
        house.days_pass(7)
        model.draft_rating(RateDraft())
        assert model.state.is_review_due

    asyncio.run(story())


def test_a_target_that_is_not_there_is_said_to_be_gone() -> None:
    async def story() -> None:
        house = await pupil_house()
        model = TargetModel(house.desk, TargetId("nowhere"), house.actions)
        assert model.state.target is None
        rate(model, 4)
        model.keep_form()
        model.close(is_reached=False)
        model.reopen()
        await house.settle()
        assert house.desk.planner.ratings == ()

    asyncio.run(story())
