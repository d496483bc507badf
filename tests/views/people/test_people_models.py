"""What the models of the people's pages do, without a screen."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from services.planner.errors import EndpointUnreachable
from services.planner.ids import PlannerId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.concern import Concern
from services.sync.pairing_port import Guest
from services.sync.people import Company
from services.vault.vault_state import LockKind
from tests.views.lock.locked_house import PIN
from tests.views.people.people_house import DAD, MUM, SAM, WELL, PeopleHouse, somebody
from views.people import grave_model, leave_model, out_model, people_state
from views.people.grave_model import GraveModel
from views.people.needs_model import NeedsModel
from views.people.sharing_now import SharingNow

Run = Callable[[Awaitable[Any]], Any]


async def does(house: PeopleHouse, grave: GraveModel) -> None:
    grave.agree()
    await house.settle()


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        (Company(), people_state.Alone()),
        (Company(Standing.LIVE), people_state.Unread()),
        (Company(Standing.REMOVED), people_state.Apart(Standing.REMOVED, may_begin_anew=False)),
        (Company(Standing.LIVE, (SAM,)), people_state.Here((SAM,), is_steward=False, may_self_add=True)),
    ],
)
def test_the_page_says_how_this_device_stands(
    run: Run, company: Company, expected: people_state.PeopleState
) -> None:
    async def story() -> None:
        house = PeopleHouse(company)
        house.rooms.page.begin()
        await house.settle()
        assert house.rooms.page.state == expected

    run(story())


def test_who_is_on_the_page_is_followed_and_nobody_is_asked_once_it_is_left(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        house.rooms.page.begin()
        await house.settle()
        house.people.company = Company(Standing.REMOVED)
        house.timer.ring()
        await house.settle()
        assert isinstance(house.rooms.page.state, people_state.Apart)
        house.rooms.page.leave()
        assert not house.timer.waiting

    run(story())


def test_a_switch_that_did_not_reach_anybody_goes_back_and_says_so(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        page = house.rooms.page
        page.begin()
        await house.settle()
        house.people.error = EndpointUnreachable()
        page.allow_self_add(False)
        assert isinstance(page.state, people_state.Here)
        assert not page.state.may_self_add
        await house.settle()
        assert isinstance(page.state, people_state.Here)
        assert page.state.may_self_add
        assert page.state.problem == "endpoint_unreachable"

    run(story())


def test_only_others_are_taken_out_and_only_devices_of_ones_own_can_be_lost(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        house.rooms.remove.begin()
        house.rooms.lost.begin()
        await house.settle()
        out, lost = house.rooms.remove.state, house.rooms.lost.state
        assert isinstance(out, out_model.Choosing)
        assert [one.who for one in out.goers] == [SAM, MUM, DAD]
        assert isinstance(lost, out_model.Choosing)
        assert [(one.devices, one.number, one.count) for one in lost.goers] == [
            ((b"s1",), 1, 2),
            ((b"s2",), 2, 2),
            ((b"m1",), 1, 1),
            ((b"d1",), 1, 1),
            ((b"a2",), 2, 2),
        ]

    run(story())


def test_a_lost_device_of_ones_own_is_followed_by_a_ticket_of_ones_own(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        lost = house.rooms.lost
        lost.begin()
        await house.settle()
        assert isinstance(lost.state, out_model.Choosing)
        lost.choose(lost.state.goers[-1])
        assert lost.guest is Guest.MINE
        lost.choose_again()
        await house.settle()
        assert isinstance(lost.state, out_model.Choosing)
        lost.choose(lost.state.goers[0])
        assert lost.guest is Guest.PUPIL
        await does(house, lost.grave)
        assert house.people.lost == [b"s1"]
        assert isinstance(lost.grave.state, grave_model.Done)

    run(story())


def test_whoever_may_take_nobody_out_is_told_so(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse(
            Company(Standing.LIVE, (somebody("Sam", Role.PUPIL, b"s", is_me=True, may_go=False),))
        )
        house.rooms.lost.begin()
        await house.settle()
        assert isinstance(house.rooms.lost.state, out_model.Nobody)

    run(story())


def test_what_opens_the_planner_is_asked_for_before_anybody_is_out(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        await house.vault.create(LockKind.PIN, PIN)
        remove = house.rooms.remove
        remove.enter(DAD)
        remove.begin()
        await house.settle()
        assert isinstance(remove.state, out_model.Chosen)
        await does(house, remove.grave)
        assert isinstance(remove.grave.state, grave_model.AskingAgain)
        assert DAD in house.people.company.people
        for digit in PIN:
            remove.grave.ask.secret.press(digit)
        await house.settle()
        assert isinstance(remove.grave.state, grave_model.Done)
        assert [one.name for one in house.people.company.people] == ["Sam", "Mum", "Ms Ali"]

    run(story())


def test_a_lock_that_is_opened_after_somebody_stepped_back_does_nothing(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        remove = house.rooms.remove
        remove.enter(DAD)
        remove.begin()
        await house.settle()
        remove.grave.agree()
        remove.grave.step_back()
        await house.settle()
        assert isinstance(remove.grave.state, grave_model.Told)
        assert DAD in house.people.company.people

    run(story())


def test_without_a_network_nobody_is_out_and_asking_again_does_it(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        remove = house.rooms.remove
        remove.enter(DAD)
        remove.begin()
        await house.settle()
        house.people.error = EndpointUnreachable()
        await does(house, remove.grave)
        assert remove.grave.state == grave_model.Told("endpoint_unreachable")
        assert DAD in house.people.company.people
        await does(house, remove.grave)
        assert DAD not in house.people.company.people

    run(story())


def test_an_adult_who_is_the_last_leaves_the_list_to_whom_they_choose(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        leave = house.rooms.leave
        leave.begin()
        await house.settle()
        assert leave.state == leave_model.Leaving(others=1, heirs=(MUM, DAD), heir=MUM)
        leave.choose(DAD)
        await does(house, leave.grave)
        assert house.people.company.standing is Standing.LEFT

    run(story())


def test_a_pupil_is_asked_nothing_about_lists(run: Run) -> None:
    async def story() -> None:
        sam = replace(SAM, is_me=True)
        house = PeopleHouse(Company(Standing.LIVE, (sam,), heirs=(sam,), is_steward=True))
        leave = house.rooms.leave
        leave.begin()
        await house.settle()
        assert leave.state == leave_model.Leaving(others=1)
        await does(house, leave.grave)
        assert house.people.company.standing is Standing.LEFT

    run(story())


def test_after_taking_away_and_renewing_the_app_goes_on_elsewhere(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse(Company(Standing.REMOVED, may_begin_anew=True))
        await does(house, house.rooms.renew)
        await does(house, house.rooms.take_away)
        assert house.happened == ["renewed", "gone"]
        assert not house.people.is_here

    run(story())


def test_health_names_each_thing_once_and_can_be_put_away(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        house.people.health = replace(WELL, alarms={"fork": 2, "gap": 1}, odd=1, dropped=3, problem="gap")
        health = house.rooms.health
        health.begin()
        assert health.state.concerns == (Concern.FORK, Concern.GAP, Concern.ODD, Concern.DROPPED)
        health.put_away()
        await house.settle()
        assert health.state.concerns == (Concern.GAP, Concern.ODD)
        assert not health.state.may_put_away
        health.leave()
        assert not house.timer.waiting

    run(story())


def test_the_quiet_line_follows_the_first_planner_that_wants_somebody() -> None:
    house = PeopleHouse()
    now = {"a": SharingNow.WELL, "b": SharingNow.APART, "c": SharingNow.LOOK}
    needs = NeedsModel([PlannerId(one) for one in now], lambda one: now[one], house.timer)
    stop = needs.subscribe(lambda: None)
    assert needs.state is not None
    assert (needs.state.planner, needs.state.now, needs.state.count) == ("c", SharingNow.LOOK, 1)
    now["c"] = SharingNow.WELL
    house.timer.ring()
    assert needs.state is not None
    assert needs.state.now is SharingNow.APART
    now["b"] = SharingNow.ALONE
    house.timer.ring()
    assert needs.state is None
    stop()
    assert not house.timer.waiting


def test_a_device_that_is_turned_goes_on_where_it_was_and_a_door_begins_anew(run: Run) -> None:
    async def story() -> None:
        house = PeopleHouse()
        remove = house.rooms.remove
        remove.enter(DAD)
        remove.begin()
        await house.settle()
        await does(house, remove.grave)
        remove.begin()
        await house.settle()
        assert isinstance(remove.grave.state, grave_model.Done)
        remove.enter()
        remove.begin()
        await house.settle()
        assert isinstance(remove.state, out_model.Choosing)
        assert remove.grave.state == grave_model.Told()

    run(story())
