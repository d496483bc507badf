"""What both sides of the pairing port keep to, whoever stands behind them."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from services.planner.errors import EndpointUnreachable, InputRejected
from services.planner.words import Role
from services.sync.inviting import Spoilt
from services.sync.pairing_port import Asks, Ended, Guest, Inviting, Joined, Joining, NobodyYet, Offered
from services.sync.ticket import TYPED_MS, read_ticket


class Table(Protocol):
    """Two devices side by side: one may invite a pupil, and phones that may be let in."""

    inviting: Inviting

    def phone(self, *, has_planner: bool = False) -> Joining:
        """A phone that is in nothing yet."""

    def pass_ms(self, ms: int) -> None:
        """Time goes by."""

    def go_offline(self, is_offline: bool) -> None:
        """Nobody reaches anybody."""


async def rejected(work: Awaitable[object]) -> str:
    """The field of what was refused."""
    try:
        await work
    except InputRejected as problem:
        return problem.field
    return ""


async def both_ways_lead_in(table: Table) -> None:
    for way in ("code", "link"):
        shown = await table.inviting.make_ticket(Guest.PUPIL)
        phone = table.phone()
        assert await table.inviting.look() == NobodyYet()
        ticket = read_ticket(shown.code if way == "code" else shown.link)
        assert await phone.look_up(ticket) == Offered(Role.PUPIL)
        assert await table.inviting.look() == NobodyYet()
        pictures = await phone.ask()
        assert await phone.look() is None
        asks = await table.inviting.look()
        assert isinstance(asks, Asks)
        assert (asks.pictures, asks.brings, len(pictures)) == (pictures, False, 3)
        await table.inviting.approve()
        assert await phone.look() == Joined(Role.PUPIL)


async def a_planner_that_comes_along_is_told_on_both_sides(table: Table) -> None:
    shown = await table.inviting.make_ticket(Guest.PUPIL)
    phone = table.phone(has_planner=True)
    assert (await phone.look_up(read_ticket(shown.link))).brings
    await phone.ask()
    asks = await table.inviting.look()
    assert isinstance(asks, Asks)
    assert asks.brings
    await table.inviting.take_back()


async def a_wrong_code_is_told_and_may_be_typed_again(table: Table) -> None:
    shown = await table.inviting.make_ticket(Guest.PUPIL)
    wrong = read_ticket(shown.code.split(" ", maxsplit=1)[0] + " 0000-0000")
    phone = table.phone()
    await phone.look_up(wrong)
    await phone.ask()
    assert await table.inviting.look() == NobodyYet()
    assert await rejected(phone.look()) == "ticket_wrong"
    await phone.give_up()
    await phone.look_up(read_ticket(shown.code))
    await phone.ask()
    assert isinstance(await table.inviting.look(), Asks)
    await table.inviting.take_back()


async def three_wrong_codes_end_a_ticket(table: Table) -> None:
    shown = await table.inviting.make_ticket(Guest.PUPIL)
    channel = shown.code.split(" ", maxsplit=1)[0]
    for number in range(3):
        phone = table.phone()
        await phone.look_up(read_ticket(f"{channel} 0000-000{number}"))
        await phone.ask()
    assert await table.inviting.look() == Ended(Spoilt.WRONG_CODES)
    assert await rejected(table.phone().look_up(read_ticket(shown.code))) == "ticket_gone"


async def a_ticket_runs_out(table: Table) -> None:
    await table.inviting.make_ticket(Guest.PUPIL)
    table.pass_ms(TYPED_MS)
    assert await table.inviting.look() == Ended(Spoilt.TOO_LATE)


async def a_ticket_taken_back_is_gone_for_who_asks(table: Table) -> None:
    shown = await table.inviting.make_ticket(Guest.PUPIL)
    phone = table.phone()
    await phone.look_up(read_ticket(shown.link))
    await phone.ask()
    await table.inviting.take_back()
    await table.inviting.take_back()
    assert await rejected(phone.look()) == "ticket_gone"


async def a_new_ticket_takes_the_old_one_back(table: Table) -> None:
    old = await table.inviting.make_ticket(Guest.PUPIL)
    await table.inviting.make_ticket(Guest.PUPIL)
    assert await rejected(table.phone().look_up(read_ticket(old.link))) == "ticket_gone"
    await table.inviting.take_back()


async def nothing_is_lost_without_a_network(table: Table) -> None:
    shown = await table.inviting.make_ticket(Guest.PUPIL)
    phone = table.phone()
    await phone.look_up(read_ticket(shown.link))
    await phone.ask()
    asks = await table.inviting.look()
    table.go_offline(True)
    for work in (table.inviting.look, table.inviting.approve, phone.look):
        try:
            await work()
        except EndpointUnreachable:
            continue
        raise AssertionError("reached somebody")
    table.go_offline(False)
    assert await table.inviting.look() == asks
    await table.inviting.approve()
    assert await phone.look() == Joined(Role.PUPIL)


CHECKS: dict[str, Callable[[Table], Awaitable[None]]] = {
    check.__name__: check
    for check in (
        both_ways_lead_in,
        a_planner_that_comes_along_is_told_on_both_sides,
        a_wrong_code_is_told_and_may_be_typed_again,
        three_wrong_codes_end_a_ticket,
        a_ticket_runs_out,
        a_ticket_taken_back_is_gone_for_who_asks,
        a_new_ticket_takes_the_old_one_back,
        nothing_is_lost_without_a_network,
    )
}
