"""Two people with two screens: a ticket, a code, three pictures, a yes; and what may come between."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.inviting import Spoilt
from services.sync.pairing_port import Guest, Offered
from services.sync.ticket import TYPED_MS
from services.vault.vault_state import LockKind
from tests.sync.circle import TABLET
from tests.views.lock.locked_house import PIN
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.two_devices import GUESTS, MemoryJoining
from views.lock.ask_again_model import Asking as AskingLock
from views.pairing import invite_state, join_state
from views.pairing.join_model import JoinModel

Run = Callable[[Awaitable[Any]], Any]


@pytest.fixture
def house() -> PairingHouse:
    return PairingHouse()


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
