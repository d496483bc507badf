"""Sharing a planner: from the first ticket to a tick on the other devices, over the real endpoint."""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from services.crypto.canonical import from_base64url
from services.planner.errors import EndpointUnreachable, InputRejected
from services.planner.words import Role
from services.sync.pairing_port import Guest
from services.sync.roster_wish import RosterWish
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in
from tests.vault.homes import ticked

Run = Callable[[Coroutine[Any, Any, None]], None]


async def mentor_of(house: SharedHouse) -> Phone:
    """A mentor's tablet with one pupil, known to the endpoint."""
    mentor = house.device(Role.MENTOR, 1, has_page=True)
    await mentor.begins()
    await mentor.makes_routine()
    assert mentor.inviting().needs_grant()
    await mentor.inviting().spend_grant(await house.grant())
    assert not mentor.inviting().needs_grant()
    return mentor


def test_a_tick_in_bed_reaches_the_mentor_and_the_parent_when_the_signal_returns(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await mentor_of(house)
            pupil, parent = house.device(Role.PUPIL, 2), house.device(Role.PARENT, 3)
            await lets_in(mentor.inviting(), Guest.PUPIL, pupil)
            await lets_in(mentor.inviting(), Guest.PARENT, parent, by_link=True)
            assert pupil.journal.planner_id == parent.journal.planner_id == mentor.journal.planner_id
            assert pupil.routines() == parent.routines() == {"r1"}
            await pupil.restarts()
            pupil.weather.is_offline = True
            await pupil.ticks("in_bed")
            with pytest.raises(EndpointUnreachable):
                await pupil.sharing.round()
            pupil.weather.is_offline = False
            await pupil.sharing.round()
            for other in (mentor, parent):
                await other.sharing.round()
                assert ticked(other.journal) == {"in_bed"}

    run(story())


def test_a_phone_that_began_alone_shares_its_planner_with_a_grant_and_its_address(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            parent, mentor = house.device(Role.PARENT, 1), house.device(Role.MENTOR, 2)
            await parent.begins()
            await parent.makes_routine()
            inviting = parent.inviting()
            assert inviting.needs_address()
            with pytest.raises(InputRejected, match="endpoint"):
                await inviting.spend_grant(await house.grant())
            with pytest.raises(InputRejected, match="grant"):
                await inviting.spend_grant("no grant", ORIGIN)
            with pytest.raises(InputRejected, match="grant"):
                await inviting.spend_grant("A" * 43, ORIGIN)
            assert inviting.needs_grant()
            await inviting.spend_grant(await house.grant(), ORIGIN)
            await lets_in(inviting, Guest.MENTOR, mentor)
            assert mentor.routines() == {"r1"}
            await parent.sharing.round()
            assert parent.inviting().guests() == (Guest.MINE,), "a mentor has taken over"

    run(story())


def test_a_grant_whose_answer_was_lost_is_taken_again(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = house.device(Role.MENTOR, 1, has_page=True)
            await mentor.begins()
            grant = await house.grant()
            await mentor.sharing.client(ORIGIN, mentor.vault.device).spend_grant(from_base64url(grant))
            await mentor.inviting().spend_grant(grant)
            assert not mentor.inviting().needs_grant()

    run(story())


def test_a_second_tablet_of_a_mentor_gets_the_caseload_and_every_pupil_in_one_go(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await mentor_of(house)
            second_pupil = await mentor.begins()
            await mentor.begins("caseload")
            tablet = house.device(Role.MENTOR, 2, has_page=True)
            await tablet.begins("caseload")
            await lets_in(mentor.inviting(), Guest.MINE, tablet)
            kept = sorted((one.kind, one.planner_id) for one in tablet.vault.journals())
            assert kept == sorted((one.kind, one.planner_id) for one in mentor.vault.journals())
            assert second_pupil.planner_id in {one.planner_id for one in tablet.joining.joined()}
            assert tablet.joining.is_own()

    run(story())


def test_a_parents_second_phone_is_added_by_the_first_one_and_writes(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await mentor_of(house)
            parent, phone = house.device(Role.PARENT, 2), house.device(Role.PARENT, 3)
            await lets_in(mentor.inviting(), Guest.PARENT, parent)
            await lets_in(parent.inviting(), Guest.MINE, phone)
            assert phone.journal.planner_id == parent.journal.planner_id
            assert not phone.joining.is_own()

    run(story())


def test_an_approval_without_a_network_adds_nobody_and_works_later(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await mentor_of(house)
            pupil, inviting = house.device(Role.PUPIL, 2), mentor.inviting()
            shown = await inviting.make_ticket(Guest.PUPIL)
            await pupil.joins(shown.code)
            await inviting.look()
            mentor.weather.is_offline = True
            with pytest.raises(EndpointUnreachable):
                await inviting.approve()
            mentor.weather.is_offline = False
            circle = await mentor.sharing.circle(mentor.journal)
            assert circle is not None
            assert RosterWish() not in circle.store.kept.wishes
            await inviting.approve()
            assert await pupil.joining.look()
            roster = circle.store.state
            assert roster is not None
            assert pupil.vault.device.id in roster.chain.roster.members

    run(story())


def test_a_phone_that_stops_after_the_welcome_goes_on_when_it_looks_again(run: Run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await mentor_of(house)
            pupil, inviting = house.device(Role.PUPIL, 2), mentor.inviting()
            shown = await inviting.make_ticket(Guest.PUPIL)
            await pupil.joins(shown.code)
            await inviting.look()
            await inviting.approve()
            pupil.weather.works_for(1)
            with pytest.raises(EndpointUnreachable):
                await pupil.joining.look()
            assert len(pupil.vault.journals()) == 1
            pupil.weather.is_offline = False
            assert await pupil.joining.look()
            assert len(pupil.vault.journals()) == 1
            assert pupil.routines() == {"r1"}

    run(story())
