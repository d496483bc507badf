"""What both sides of a letter keep to, whoever stands behind them."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from services.planner.errors import EndpointUnreachable, NotPermitted
from services.planner.words import Role
from services.sync.inviting import Spoilt
from services.sync.letters import MOST_OPEN
from services.sync.pairing_port import Asks, Ended, Guest, Joined, Joining, NobodyYet, WritingLetters
from services.sync.ticket import LETTER_MS, LinkTicket, read_ticket
from tests.views.pairing.port_contract import rejected


class Desk(Protocol):
    """A device that writes letters, and phones that may be let in."""

    letters: WritingLetters

    def phone(self, *, has_planner: bool = False) -> Joining:
        """A phone that is in nothing yet."""

    def pass_ms(self, ms: int) -> None:
        """Time goes by."""

    def go_offline(self, is_offline: bool) -> None:
        """Nobody reaches anybody."""


async def asked(desk: Desk, guest: Guest = Guest.PUPIL) -> tuple[str, Joining, tuple[str, ...]]:
    """A letter by which a phone asks: its id, the phone, and the pictures there."""
    written = await desk.letters.write(guest)
    phone = desk.phone()
    await phone.look_up(read_ticket(written.link))
    return desk.letters.letters()[-1].id, phone, await phone.ask()


async def a_letter_leads_in(desk: Desk) -> None:
    written = await desk.letters.write(Guest.PUPIL)
    ticket = read_ticket(written.link)
    assert isinstance(ticket, LinkTicket)
    assert ticket.is_letter
    (letter,) = desk.letters.letters()
    assert (letter.guest, letter.until_ms, letter.is_asked) == (Guest.PUPIL, written.until_ms, False)
    assert await desk.letters.look_at(letter.id) == NobodyYet()
    phone = desk.phone()
    assert phone.waiting() is None
    await phone.look_up(ticket)
    assert phone.waiting() is None
    pictures = await phone.ask()
    assert phone.waiting() == pictures
    assert await phone.ask() == pictures, "asked again it is the same join"
    assert await phone.look() is None
    (letter,) = await desk.letters.look()
    assert letter.is_asked
    found = await desk.letters.look_at(letter.id)
    assert isinstance(found, Asks)
    assert found.pictures == pictures
    assert await desk.letters.approve(letter.id) is None
    assert desk.letters.letters() == ()
    assert await phone.look() == Joined(Role.PUPIL)


async def a_letter_is_over_after_a_week(desk: Desk) -> None:
    await desk.letters.write(Guest.PUPIL)
    (letter,) = desk.letters.letters()
    desk.pass_ms(LETTER_MS)
    (late,) = await desk.letters.look()
    assert late.why is Spoilt.TOO_LATE
    assert await desk.letters.look_at(letter.id) == Ended(Spoilt.TOO_LATE)
    assert await desk.letters.approve(letter.id) is Spoilt.TOO_LATE
    await desk.letters.take_back(letter.id)
    assert desk.letters.letters() == ()


async def who_is_turned_away_is_told(desk: Desk) -> None:
    letter, phone, _ = await asked(desk)
    await desk.letters.take_back(letter)
    await desk.letters.take_back(letter)
    assert await desk.letters.look_at(letter) == Ended(Spoilt.LOST)
    assert await desk.letters.approve(letter) is Spoilt.LOST
    assert await rejected(phone.look()) == "ticket_gone"
    assert phone.waiting() is None


async def who_gives_up_waits_no_more(desk: Desk) -> None:
    letter, phone, _ = await asked(desk)
    await phone.give_up()
    assert phone.waiting() is None
    await desk.letters.take_back(letter)


async def only_a_few_letters_are_open(desk: Desk) -> None:
    for _ in range(MOST_OPEN + 1):
        await desk.letters.write(Guest.PARENT)
    assert len(desk.letters.letters()) == MOST_OPEN
    for one in desk.letters.letters():
        await desk.letters.take_back(one.id)


async def ones_own_device_gets_no_letter(desk: Desk) -> None:
    assert not desk.letters.may_write(Guest.MINE)
    try:
        await desk.letters.write(Guest.MINE)
    except NotPermitted:
        return
    raise AssertionError("a letter to oneself")


async def nothing_is_lost_without_a_network(desk: Desk) -> None:
    letter, phone, pictures = await asked(desk)
    await desk.letters.look()
    desk.go_offline(True)
    for work in (desk.letters.look, lambda: desk.letters.approve(letter), phone.look):
        try:
            await work()
        except EndpointUnreachable:
            continue
        raise AssertionError("reached somebody")
    assert desk.letters.letters()[0].is_asked
    assert phone.waiting() == pictures
    desk.go_offline(False)
    assert await desk.letters.approve(letter) is None
    assert await phone.look() == Joined(Role.PUPIL)


CHECKS: dict[str, Callable[[Desk], Awaitable[None]]] = {
    f"letter: {check.__name__}": check
    for check in (
        a_letter_leads_in,
        a_letter_is_over_after_a_week,
        who_is_turned_away_is_told,
        who_gives_up_waits_no_more,
        only_a_few_letters_are_open,
        ones_own_device_gets_no_letter,
        nothing_is_lost_without_a_network,
    )
}
