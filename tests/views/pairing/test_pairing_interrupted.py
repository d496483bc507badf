"""What may come between two people who pair: time, another device, no network, somebody who leaves."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.inviting import Spoilt
from services.sync.pairing_port import Guest, Offered
from services.sync.ticket import TYPED_MS
from tests.sync.circle import TABLET
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.two_devices import GUESTS, MemoryJoining
from views.pairing import invite_state, join_state
from views.pairing.join_model import JoinModel

Run = Callable[[Awaitable[Any]], Any]


def test_a_ticket_runs_out_quietly_and_another_is_made(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.shows_ticket()
        house.clock_ms += TYPED_MS
        await house.tablet_looks()
        assert house.invite.state == invite_state.Over(Spoilt.TOO_LATE)
        assert not house.timer.waiting
        house.invite.again()
        house.invite.make()
        await house.settle()
        assert isinstance(house.invite.state, invite_state.Showing)

    run(day())


def test_a_second_device_while_the_adult_compares_ends_the_ticket(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        shown = await house.shows_ticket()
        other = JoinModel(
            MemoryJoining(house.mailbox, device=TABLET), actions=house.actions, timer=house.phone_timer
        )
        for phone in (house.join, other):
            phone.begin(shown.ticket.link)
            await house.settle()
            phone.ask()
            await house.settle()
            await house.tablet_looks()
        assert house.invite.state == invite_state.Over(Spoilt.TWO_DEVICES)
        house.invite.approve()
        await house.settle()
        assert house.inviting.added == 0

    run(day())


def test_pictures_that_differ_let_nobody_in(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.compares()
        house.invite.take_back()
        await house.settle()
        assert house.invite.state == invite_state.Choosing(GUESTS, Guest.PUPIL)
        await house.phone_looks()
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem == "ticket_gone"

    run(day())


def test_the_phone_may_say_that_they_differ(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.compares()
        house.join.give_up()
        await house.settle()
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem is None
        assert not house.phone_timer.waiting

    run(day())


def test_a_network_that_goes_is_said_and_comes_back_by_itself(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.asks()
        house.mailbox.go_offline()
        await house.tablet_looks()
        await house.phone_looks()
        assert isinstance(house.invite.state, invite_state.Showing)
        assert isinstance(house.join.state, join_state.Comparing)
        assert house.invite.state.is_offline
        assert house.join.state.is_offline
        house.mailbox.go_offline(False)
        await house.tablet_looks()
        await house.phone_looks()
        assert isinstance(house.invite.state, invite_state.Comparing)
        assert not house.join.state.is_offline

    run(day())


def test_a_ticket_without_a_network_is_not_made_and_says_so(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        house.mailbox.go_offline()
        house.invite.begin()
        await house.settle()
        house.invite.choose(Guest.PARENT)
        house.invite.make()
        await house.settle()
        assert house.invite.state == invite_state.Choosing(GUESTS, Guest.PARENT, "endpoint_unreachable")
        house.join.begin()
        await house.types("417 K7QM 3T9X")
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem == "endpoint_unreachable"

    run(day())


def test_a_device_that_could_not_be_added_is_still_asked_about(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        before = await house.compares()
        house.inviting.fill_up()
        house.invite.approve()
        await house.settle()
        assert house.invite.state == invite_state.Comparing(before.guest, before.asks, "storage_full")
        house.invite.approve()
        await house.settle()
        assert house.invite.state == invite_state.Added()

    run(day())


def test_an_endpoint_that_lost_the_ticket_leads_back_to_the_beginning(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.shows_ticket()
        house.mailbox.channels.clear()
        await house.tablet_looks()
        assert house.invite.state == invite_state.Choosing(GUESTS, Guest.PUPIL, "endpoint_refused")

    run(day())


def test_asking_without_a_network_may_be_done_again(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        shown = await house.shows_ticket()
        house.join.begin(shown.ticket.link)
        await house.settle()
        house.mailbox.go_offline()
        house.join.ask()
        await house.settle()
        assert house.join.state == join_state.Deciding(Offered(Role.PUPIL), "endpoint_unreachable")
        house.mailbox.go_offline(False)
        house.join.ask()
        await house.settle()
        assert isinstance(house.join.state, join_state.Comparing)

    run(day())


@pytest.mark.parametrize("when", ["showing", "comparing"])
def test_who_leaves_takes_the_ticket_back(run: Run, house: PairingHouse, when: str) -> None:
    async def day() -> None:
        await (house.shows_ticket() if when == "showing" else house.compares())
        house.invite.leave()
        await house.settle()
        assert house.mailbox.channels == {}
        assert not house.timer.waiting

    run(day())


def test_who_leaves_while_a_ticket_is_made_leaves_none_behind(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        house.invite.begin()
        await house.settle()
        house.invite.make()
        house.invite.leave()
        await house.settle()
        assert house.mailbox.channels == {}
        assert house.invite.state == invite_state.AskingAgain()
        assert not house.timer.waiting

    run(day())


def test_a_phone_that_is_put_away_asks_no_more(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.asks()
        house.join.leave()
        await house.settle()
        assert not house.phone_timer.waiting
        assert house.join.code == ""
        house.join.begin()
        house.join.write_code("417 K7QM 3T9X")
        house.join.look_up()
        house.join.leave()
        await house.settle()
        assert isinstance(house.join.state, join_state.Typing)

    run(day())
