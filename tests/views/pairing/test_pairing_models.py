"""Two people with two screens: a ticket, a code, three pictures, a yes."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.pairing_port import Guest, Offered
from services.vault.vault_state import LockKind
from tests.views.lock.locked_house import PIN
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.two_devices import GUESTS
from views.lock.ask_again_model import Asking as AskingLock
from views.pairing import invite_state, join_state

Run = Callable[[Awaitable[Any]], Any]


def test_a_phone_joins_by_a_code_and_both_see_the_same_pictures(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        tablet = await house.compares()
        assert isinstance(house.join.state, join_state.Comparing)
        assert house.join.state.pictures == tablet.asks.pictures
        assert tablet.guest is Guest.PUPIL
        house.invite.approve()
        await house.settle()
        assert house.invite.state == invite_state.Added()
        assert house.inviting.added == 1
        await house.phone_looks()
        assert house.join.state == join_state.Done()
        assert house.join.code == ""

    run(day())


def test_a_link_goes_straight_to_what_it_offers(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        shown = await house.shows_ticket()
        house.join.begin(shown.ticket.link)
        await house.settle()
        assert house.join.state == join_state.Deciding(Offered(Role.PUPIL))

    run(day())


def test_the_lock_is_asked_for_once_more_before_a_ticket(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        await house.vault.create(LockKind.PIN, PIN)
        house.invite.begin()
        await house.settle()
        assert house.invite.state == invite_state.AskingAgain()
        assert house.invite.ask.state == AskingLock()
        for digit in PIN:
            house.invite.ask.secret.press(digit)
        house.invite.ask.secret.submit()
        await house.settle()
        assert house.invite.state == invite_state.Choosing(GUESTS, Guest.PUPIL)

    run(day())


@pytest.mark.parametrize(
    ("guest", "role"),
    [
        (Guest.PUPIL, Role.PUPIL),
        (Guest.PARENT, Role.PARENT),
        (Guest.MENTOR, Role.MENTOR),
        (Guest.MINE, Role.MENTOR),
    ],
)
def test_a_ticket_is_for_one_role(run: Run, house: PairingHouse, guest: Guest, role: Role) -> None:
    async def day() -> None:
        house.invite.begin()
        await house.settle()
        house.invite.choose(guest)
        house.invite.make()
        await house.settle()
        assert isinstance(house.invite.state, invite_state.Showing)
        assert house.invite.state.ticket.guest is guest
        house.join.begin(house.invite.state.ticket.link)
        await house.settle()
        assert house.join.state == join_state.Deciding(Offered(role))

    run(day())


def test_a_planner_on_the_phone_is_said_to_come_along(run: Run) -> None:
    async def day() -> None:
        house = PairingHouse(has_planner=True)
        tablet = await house.compares()
        assert tablet.asks.brings

    run(day())


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "ticket_length"),
        ("K7QM 3T9X", "ticket_length"),
        ("417 K7QM UUUU", "ticket_character"),
        ("X17 K7QM 3T9X", "ticket_channel"),
        ("https://app.example/#join.417.x", "ticket_link"),
        ("999999 K7QM 3T9X", "ticket_gone"),
    ],
)
def test_what_is_amiss_with_a_code_is_said_and_the_code_stays(
    run: Run, house: PairingHouse, typed: str, problem: str
) -> None:
    async def day() -> None:
        house.join.begin()
        await house.types(typed)
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem == problem
        assert house.join.code == typed

    run(day())


def test_a_wrong_code_is_told_and_the_right_one_leads_in(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        code = (await house.shows_ticket()).ticket.code
        house.join.begin()
        await house.types(code.split()[0] + " 0000 0000")
        house.join.ask()
        await house.settle()
        await house.tablet_looks()
        assert isinstance(house.invite.state, invite_state.Showing)
        await house.phone_looks()
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem == "ticket_wrong"
        await house.types(code)
        house.join.ask()
        await house.settle()
        await house.tablet_looks()
        assert isinstance(house.invite.state, invite_state.Comparing)

    run(day())


def test_an_address_is_asked_for_where_none_is_known(run: Run) -> None:
    async def day() -> None:
        house = PairingHouse(needs_address=True)
        code = (await house.shows_ticket()).ticket.code
        house.join.begin()
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.needs_address
        await house.types(code, "http://endpoint.example")
        assert isinstance(house.join.state, join_state.Typing)
        assert house.join.state.problem == "endpoint"
        await house.types(code, "https://Endpoint.example/")
        assert house.join.state == join_state.Deciding(Offered(Role.PUPIL))

    run(day())


def test_verbs_out_of_their_place_do_nothing(run: Run, house: PairingHouse) -> None:
    async def day() -> None:
        for verb in (house.invite.make, house.invite.approve, house.invite.take_back, house.invite.again):
            verb()
        house.invite.choose(Guest.MENTOR)
        for verb in (house.join.ask, house.join.give_up):
            verb()
        await house.settle()
        assert house.invite.state == invite_state.AskingAgain()
        assert isinstance(house.join.state, join_state.Typing)
        assert house.mailbox.channels == {}

    run(day())
