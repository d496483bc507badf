"""Set-up by an adult: first who they are and their lock, then the answers for a pupil."""

from collections.abc import Callable
from typing import Any

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.errors import StorageFull
from services.planner.words import AgeBand, Role
from services.vault.vault_state import LockKind
from tests.views.setup.household import Household
from views.lock.new_lock_model import Choosing
from views.setup.setup_model import ADULT_BEGINS, SetupModel, SetupPage, SetupProblem

Run = Callable[[Any], Any]


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
