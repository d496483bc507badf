"""Set-up without a screen: one question at a time, and nothing made before the last answer."""

from collections.abc import Callable
from typing import Any

import pytest

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.errors import StorageFull
from services.planner.words import AgeBand, Part, Role
from services.vault.vault_state import LockKind
from views.action import Actions
from views.lock.new_lock_model import Choosing, Entering, OfferingCard
from views.setup.setup_model import ADULT_BEGINS, LEAVE_USUAL, SetupModel, SetupPage, SetupProblem

Run = Callable[[Any], Any]
CARD = "0108-1G81-860W-40J2-GB1G-6GW3-RG="


class Household:
    """What set-up asks of the app. `fill_disk` is its weather."""

    def __init__(self, is_web: bool = False) -> None:
        self.made: list[tuple[PupilAnswers, NewLock]] = []
        self.happened: list[str] = []
        self.is_full = False
        self.actions = Actions()
        self.model = SetupModel(
            self.begin,
            self.actions,
            zone="Europe/London",
            is_web=is_web,
            on_done=lambda: self.happened.append("done"),
            on_leave=lambda: self.happened.append("left"),
        )

    def fill_disk(self, is_full: bool = True) -> None:
        self.is_full = is_full

    async def begin(
        self, answers: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None
    ) -> str | None:
        if self.is_full:
            raise StorageFull
        assert lock is not None
        self.made.append((answers, lock))
        return CARD if lock.with_card else None

    def answer_up_to_lock(self) -> None:
        self.model.set_name(" Sam ")
        self.model.next()
        self.model.choose_age(AgeBand.FROM_8_TO_11)
        while self.model.state.page is not SetupPage.LOCK:
            self.model.next()

    def choose_pin(self, pin: str = "258036") -> None:
        self.model.new_lock.choose(LockKind.PIN)
        self.model.next()
        for digit in pin + pin:
            self.model.new_lock.secret.press(digit)


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


def test_back_walks_out_of_the_lock_question_by_question() -> None:
    house = Household()
    house.answer_up_to_lock()
    house.choose_pin()
    lock = house.model.new_lock
    assert isinstance(lock.state, OfferingCard)
    house.model.back()
    assert lock.state == Entering(LockKind.PIN)
    house.model.back()
    assert isinstance(lock.state, Choosing)
    house.model.back()
    assert house.model.state.page is SetupPage.LEAVING


def test_when_home_is_left_is_asked_only_for_a_morning() -> None:
    with_morning, without = Household().model, Household().model
    without.toggle_part(Part.MORNING)
    assert SetupPage.LEAVING in with_morning.state.questions
    assert SetupPage.LEAVING not in without.state.questions


@pytest.mark.feature("S2")
def test_a_pin_with_a_card_shows_the_card_before_today(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.answer_up_to_lock()
        house.choose_pin()
        house.model.new_lock.take_card(with_card=True)
        await house.actions.settle()
        assert house.made[0][1] == NewLock(LockKind.PIN, "258036", with_card=True)
        assert house.model.state.page is SetupPage.CARD
        assert house.model.state.card == CARD
        assert house.happened == []
        house.model.back()
        assert house.model.state.page is SetupPage.CARD, "what is made is made"
        house.model.finish()
        assert house.happened == ["done"]
        assert house.model.state.card is None

    run(story())


def test_a_full_disk_keeps_every_answer_and_the_next_try_works(run: Run) -> None:
    async def story() -> None:
        house = Household()
        house.answer_up_to_lock()
        house.choose_pin()
        house.fill_disk()
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert house.model.state.page is SetupPage.LOCK
        assert house.model.state.error == "storage_full"
        assert house.model.state.name == " Sam "
        assert house.happened == []
        house.fill_disk(is_full=False)
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert house.made[0][1] == NewLock(LockKind.PIN, "258036")
        assert house.happened == ["done"]

    run(story())


def test_a_browser_offers_six_digits_first_and_a_phone_offers_no_pin_first() -> None:
    browser, phone = (Household(is_web=is_web).model.new_lock.state for is_web in (True, False))
    assert isinstance(browser, Choosing)
    assert isinstance(phone, Choosing)
    assert browser.kinds[:2] == (LockKind.PIN, LockKind.PASSPHRASE)
    assert phone.kinds[0] is LockKind.NONE
    assert set(browser.kinds) == set(phone.kinds) == set(LockKind)


def test_in_a_browser_a_pin_has_six_digits() -> None:
    house = Household(is_web=True)
    house.answer_up_to_lock()
    house.model.next()
    for digit in "2580":
        house.model.new_lock.secret.press(digit)
    house.model.new_lock.secret.submit()
    assert house.model.new_lock.secret.state.problem is not None
    assert not house.model.new_lock.secret.state.is_again


def test_the_secret_is_in_no_state_and_no_representation(run: Run) -> None:
    async def story() -> None:
        house = Household()
        seen: list[str] = []
        house.model.subscribe(lambda: seen.append(repr(house.model.state)))
        house.model.new_lock.subscribe(lambda: seen.append(repr(house.model.new_lock.state)))
        house.answer_up_to_lock()
        house.choose_pin()
        house.model.new_lock.take_card(with_card=False)
        await house.actions.settle()
        assert seen
        assert "258036" not in " ".join(seen)
        assert "258036" not in repr(house.made)

    run(story())


class AdultsHousehold(Household):
    """An adult answers: first who they are and their lock, then for a pupil."""

    def __init__(self, role: Role, may_be_open: bool = True) -> None:
        super().__init__()
        self.adults: list[AdultAnswers | None] = []
        self.model = SetupModel(
            self.begin,
            self.actions,
            zone="Europe/London",
            is_web=False,
            on_done=lambda: self.happened.append("done"),
            on_leave=lambda: self.happened.append("left"),
            by=role,
            asked=ADULT_BEGINS,
            may_be_open=may_be_open,
        )

    async def begin(
        self, answers: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None
    ) -> str | None:
        card = await super().begin(answers, adult, lock)
        self.adults.append(adult)
        return card

    def answer_for_oneself(self) -> None:
        self.model.set_my_name(" Jo ")
        self.model.choose_my_picture("cat")
        self.model.next()

    def answer_for_the_pupil(self) -> None:
        self.model.set_name("Sam")
        self.model.next()
        self.model.choose_age(AgeBand.FROM_8_TO_11)
        self.model.next()
        self.model.next()


def test_an_adult_says_who_they_are_chooses_a_lock_and_answers_for_a_pupil(run: Run) -> None:
    async def story() -> None:
        house = AdultsHousehold(Role.PARENT)
        house.model.next()
        assert house.model.state.problem is SetupProblem.NAME, "an adult has a name too"
        house.answer_for_oneself()
        house.choose_pin()
        house.model.new_lock.take_card(with_card=True)
        assert house.model.state.page is SetupPage.WHO
        house.answer_for_the_pupil()
        await house.actions.settle()
        assert house.adults == [AdultAnswers(Role.PARENT, "Jo", "cat")]
        ((answers, lock),) = house.made
        assert answers.name == "Sam"
        assert lock == NewLock(LockKind.PIN, "258036", with_card=True)
        assert house.model.state.page is SetupPage.CARD
        house.model.finish()
        assert house.happened == ["done"]

    run(story())


def test_a_mentor_without_a_key_store_is_not_offered_to_go_without_a_lock() -> None:
    model = AdultsHousehold(Role.MENTOR, may_be_open=False).model
    assert isinstance(model.new_lock.state, Choosing)
    assert LockKind.NONE not in model.new_lock.state.kinds


def test_a_full_disk_brings_an_adult_back_to_the_last_question_with_every_answer(run: Run) -> None:
    async def story() -> None:
        house = AdultsHousehold(Role.PARENT)
        house.fill_disk()
        house.answer_for_oneself()
        house.model.new_lock.choose(LockKind.NONE)
        house.model.next()
        house.answer_for_the_pupil()
        await house.actions.settle()
        assert (house.model.state.page, house.model.state.error) == (SetupPage.LEAVING, StorageFull.code)
        house.fill_disk(is_full=False)
        house.model.next()
        await house.actions.settle()
        assert house.made[0][1] == NewLock(LockKind.NONE)
        assert house.happened == ["done"]

    run(story())


def test_back_from_the_pupil_leads_to_the_lock_and_then_to_oneself() -> None:
    house = AdultsHousehold(Role.PARENT)
    house.answer_for_oneself()
    house.model.new_lock.choose(LockKind.NONE)
    house.model.next()
    pages = []
    for _ in range(3):
        pages.append(house.model.state.page)
        house.model.back()
    assert pages == [SetupPage.WHO, SetupPage.LOCK, SetupPage.ME]
    assert house.happened == ["left"]
