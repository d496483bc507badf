"""Set-up without a screen: one question at a time, and nothing made before the last answer."""

from collections.abc import Callable
from typing import Any

import pytest

from services.desk.answers import NewLock, PupilAnswers
from services.planner.words import AgeBand, Part
from services.vault.vault_state import LockKind
from tests.views.setup.household import Household
from views.lock.new_lock_model import Choosing
from views.setup.setup_model import LEAVE_USUAL, SetupPage, SetupProblem

Run = Callable[[Any], Any]


@pytest.mark.feature("P1")
def test_four_answers_make_a_planner(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.answer_up_to_lock()
        assert house.model.state.page is SetupPage.LOCK
        assert house.made == [], "nothing is made before the last answer"
        house.model.next()
        assert house.model.state.page is SetupPage.MAKING
        await house.actions.settle()
        ((answers, lock),) = house.made
        assert answers == PupilAnswers(
            name="Sam",
            picture="fox",
            age_band=AgeBand.FROM_8_TO_11,
            zone="Europe/London",
            packs=(Part.MORNING, Part.EVENING),
            leave_at_minute=LEAVE_USUAL,
        )
        assert lock == NewLock(LockKind.NONE)
        assert house.happened == ["done"]

    run(story())


def test_a_name_is_the_one_thing_that_must_be_typed() -> None:
    model = Household().model
    model.set_name("   ")
    model.next()
    assert model.state.page is SetupPage.WHO
    assert model.state.problem is SetupProblem.NAME
    model.set_name("Sam")
    assert model.state.problem is None
    model.next()
    assert model.state.page is SetupPage.AGE


def test_an_age_may_stay_unsaid(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.model.set_name("Sam")
        house.model.next()
        house.model.choose_age(None)
        assert house.model.state.page is SetupPage.ROUTINES
        for _ in range(3):
            house.model.next()
        await house.actions.settle()
        assert house.made[0][0].age_band is None

    run(story())


def test_at_least_one_part_of_the_day_is_planned() -> None:
    model = Household().model
    model.set_name("Sam")
    model.next()
    model.choose_age(None)
    model.toggle_part(Part.MORNING)
    model.toggle_part(Part.EVENING)
    model.next()
    assert model.state.page is SetupPage.ROUTINES
    assert model.state.problem is SetupProblem.ROUTINES


def test_no_time_to_leave_is_kept_without_a_morning(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.model.toggle_part(Part.MORNING)
        house.answer_up_to_lock()
        house.model.next()
        await house.actions.settle()
        assert house.made[0][0].leave_at_minute is None
        assert house.made[0][0].packs == (Part.EVENING,)

    run(story())


def test_the_time_to_leave_moves_in_steps_and_stays_in_the_day() -> None:
    model = Household().model
    model.move_leaving(-15)
    model.move_leaving(5)
    assert model.state.leave_at_minute == LEAVE_USUAL - 10
    for _ in range(200):
        model.move_leaving(-15)
    assert model.state.leave_at_minute == 5 * 60
    model.set_has_leaving_time(False)
    assert model.state.leave_at_minute is None
    model.move_leaving(5)
    assert model.state.leave_at_minute is None


def test_going_all_the_way_back_and_forth_loses_no_answer() -> None:
    house = Household()
    house.answer_up_to_lock()
    house.model.new_lock.choose(LockKind.PASSPHRASE)
    before = house.model.state
    for _ in range(4):
        house.model.back()
    assert house.model.state.page is SetupPage.WHO
    for _ in range(4):
        house.model.next()
    assert house.model.state == before
    assert isinstance(house.model.new_lock.state, Choosing)
    assert house.model.new_lock.state.chosen is LockKind.PASSPHRASE


def test_back_from_the_first_question_leaves() -> None:
    house = Household()
    house.model.back()
    assert house.happened == ["left"]


def test_when_home_is_left_is_asked_only_for_a_morning() -> None:
    with_morning, without = Household().model, Household().model
    without.toggle_part(Part.MORNING)
    assert SetupPage.LEAVING in with_morning.state.questions
    assert SetupPage.LEAVING not in without.state.questions
