"""A pupil's page: looking is written down, the case is kept, and a change shows before it is saved."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from services.planner.errors import StorageFull
from services.planner.reason import NothingNow, SomethingNew
from services.planner.words import Phase, Role
from tests.views.mentor.mentor_house import MONDAY, SAM, MentorHouse, mentor_house
from views.mentor.case_form import EARLIEST_MINUTE, FIRST_TIME_MINUTE, CaseForm, form_of_case
from views.mentor.page_model import PupilPageModel

Run = Callable[[Awaitable[Any]], Any]


async def opened(house: MentorHouse) -> PupilPageModel:
    model = house.page_model()
    model.subscribe(lambda: None)
    await house.settle()
    return model


def test_opening_a_page_is_a_look_that_everybody_in_the_planner_can_see(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_pauses(MONDAY)
        me = house.desk().planner.me
        assert me is not None
        assert house.desk().planner.people[me.id].looked_on is None
        model = await opened(house)
        assert house.desk().planner.people[me.id].looked_on == MONDAY
        assert isinstance(model.state.reason, SomethingNew), "the reason stays on the page it opened"
        assert house.list_model().state.rows[0].reason == NothingNow()

    run(story())


def test_what_comes_while_the_page_is_open_has_been_seen(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await opened(house)
        target = await house.desk().add_target("Bag ready", "backpack")
        await house.pupil_rates(target, MONDAY, 4)
        await house.settle()
        assert house.list_model().state.rows[0].reason == NothingNow()

    run(story())


def test_a_page_that_nobody_has_open_is_no_look(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_pauses(MONDAY)
        house.page_model()
        await house.settle()
        assert isinstance(house.list_model().state.rows[0].reason, SomethingNew)

    run(story())


def test_a_look_that_finds_no_room_leaves_the_page_and_the_news(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_pauses(MONDAY)
        house.store.fill_disk()
        model = await opened(house)
        assert model.state.aside.problem is None
        assert isinstance(house.list_model().state.rows[0].reason, SomethingNew)
        house.store.fill_disk(False)
        await opened(house)
        assert house.list_model().state.rows[0].reason == NothingNow()

    run(story())


def test_phase_and_meeting_are_kept_and_stay_after_a_change_of_mind(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        model = await opened(house)
        model.start_changing()
        form = model.state.aside.form
        assert form == CaseForm()
        model.change(form.with_name("Sam, year 5").with_phase(Phase.TRUST).with_day(MONDAY).with_time(True))
        model.keep()
        await house.settle()
        assert model.state.aside.form is None
        assert model.state.name == "Sam, year 5"
        assert (model.state.case.phase, model.state.case.meeting_at) == (Phase.TRUST, "11:00")
        model.start_changing()
        model.stop_changing()
        assert model.state.case.phase is Phase.TRUST

    run(story())


def test_a_case_that_finds_no_room_keeps_the_sheet_open_and_can_be_tried_again(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        model = await opened(house)
        model.start_changing()
        model.change(CaseForm(phase=Phase.CHANGE))
        house.store.fill_disk()
        model.keep()
        await house.settle()
        assert isinstance(model.state.aside.problem, StorageFull)
        assert model.state.aside.form == CaseForm(phase=Phase.CHANGE)
        house.store.fill_disk(False)
        model.keep()
        await house.settle()
        assert model.state.case.phase is Phase.CHANGE

    run(story())


def test_adult_ticks_are_switched_at_once_and_taken_back_without_room(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        model = await opened(house)
        house.store.fill_disk()
        model.set_adult_ticks(True)
        assert model.state.adult_ticks
        await house.settle()
        assert not model.state.adult_ticks
        assert isinstance(model.state.aside.problem, StorageFull)
        house.store.fill_disk(False)
        model.set_adult_ticks(True)
        await house.settle()
        assert house.desk().planner.prefs.adult_ticks

    run(story())


def test_strengths_targets_and_four_weeks_follow_the_planner(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        await house.pupil_joins()
        model = await opened(house)
        assert model.state.strengths.times_done == 0
        await house.pupil_ticks(MONDAY)
        assert model.state.strengths.times_done > 10
        assert len(model.state.weeks.routines[0].used) == 1
        target = await house.desk().add_target("Bag ready", "backpack", review_on=MONDAY)
        await house.pupil_rates(target, MONDAY - timedelta(days=7), 2)
        await house.pupil_rates(target, MONDAY, 5)
        [voices] = model.state.targets
        assert [[point.score for point in line.points] for line in voices.lines] == [[2, 5]]
        assert (voices.silent, voices.is_review_due) == ((Role.PARENT, Role.MENTOR), True)
        assert voices.lines[0].person == SAM
        await house.desk().close_target(target, MONDAY, is_reached=True)
        assert [one.id for one in model.state.put_away] == [target]

    run(story())


def test_a_meeting_that_was_is_not_the_next_one(run: Run) -> None:
    async def story() -> None:
        house = await mentor_house()
        which = house.desk().planner_id
        await house.caseload.change_case(which, meeting_on=MONDAY, meeting_at="09:30", phase=Phase.CAUSES)
        case = house.caseload.case(which)
        assert form_of_case(case, MONDAY) == CaseForm("", Phase.CAUSES, MONDAY, 9 * 60 + 30)
        later = form_of_case(case, MONDAY + timedelta(days=1))
        assert (later.meeting_on, later.meeting_at) == (None, None)

    run(story())


def test_a_form_stays_within_the_days_and_hours_there_are() -> None:
    form = CaseForm().with_day(MONDAY).moved(-3, MONDAY)
    assert form.meeting_on == MONDAY
    assert form.moved(400, MONDAY).meeting_on == MONDAY + timedelta(days=365)
    assert form.with_time(True).minute == FIRST_TIME_MINUTE
    assert form.with_time(True).at_later(-10_000).minute == EARLIEST_MINUTE
    assert form.with_time(True).with_day(None).minute is None
    assert CaseForm(minute=600).meeting_at is None, "a time without a day is none"
    assert CaseForm().with_phase(Phase.TRUST).with_phase(Phase.TRUST).phase is None
