"""How a letter home ends: too late, wrong joins, two devices, taken back; and then it lets nobody in."""

import pytest

from services.planner.errors import InputRejected
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.inviting import Spoilt
from services.sync.leaving import Leaving
from services.sync.letters import MOST_OPEN
from services.sync.letters_kept import letters_in
from services.sync.pairing_port import Asks, Ended
from services.sync.ticket import LETTER_MS, LinkTicket, read_ticket
from tests.sync.letter_writing import letters, members_are, tablet, writes
from tests.sync.shared_house import SharedHouse


def wrong(link: str) -> str:
    """The same letter with a secret that nobody was given."""
    ticket = read_ticket(link)
    assert isinstance(ticket, LinkTicket)
    return LinkTicket(ticket.channel, bytes(16), ticket.hello_hash, ticket.origin).link(
        "https://app.example/"
    )


def test_a_letter_ends_after_a_week_by_the_clock_of_who_wrote_it_even_with_no_network(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            house.clock.pass_ms(LETTER_MS)
            mentor.weather.is_offline = True
            (late,) = await letters(mentor).look()
            assert late.why is Spoilt.TOO_LATE
            assert letters_in(mentor.journal.kept().meta)[0].invitation is None, "its secrets are gone"
            assert await letters(mentor).look_at(letter) == Ended(Spoilt.TOO_LATE)
            assert await letters(mentor).approve(letter) is Spoilt.TOO_LATE
            mentor.weather.is_offline = False
            with pytest.raises(InputRejected) as refused:
                await parent.joins(written.link)
            assert refused.value.field == "ticket_gone"
            await letters(mentor).take_back(letter)
            assert letters(mentor).letters() == ()

    run(story())


def test_a_yes_after_the_mailbox_has_forgotten_the_letter_is_told_so_and_adds_nobody(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            house.clock.pass_ms(LETTER_MS - 1000)
            await parent.joins(written.link)
            assert (await letters(mentor).look())[0].is_asked
            house.clock.pass_ms(1000)
            assert await letters(mentor).approve(letter) is Spoilt.LOST
            with pytest.raises(InputRejected) as gone:
                await parent.joining.look()
            assert gone.value.field == "ticket_gone"
            await members_are(mentor, mentor)

    run(story())


def test_three_wrong_joins_spoil_a_letter_whoever_was_restarted_in_between(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await tablet(house)
            written, letter = await writes(mentor)
            for seed in (2, 3, 4):
                stranger = house.device(Role.PARENT, seed)
                await stranger.joins(wrong(written.link))
                found = await letters(mentor).look_at(letter)
                await mentor.restarts()
                with pytest.raises(InputRejected):
                    await stranger.joining.look()
                assert stranger.joining.waiting() is None, "a join that does not hold waits no more"
            assert found == Ended(Spoilt.WRONG_CODES)
            assert letters(mentor).letters()[0].why is Spoilt.WRONG_CODES

    run(story())


def test_two_devices_by_one_letter_are_both_kept_out(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await tablet(house)
            written, letter = await writes(mentor)
            first, second = house.device(Role.PARENT, 2), house.device(Role.PARENT, 3)
            await first.joins(written.link)
            assert isinstance(await letters(mentor).look_at(letter), Asks)
            await mentor.restarts()
            await second.joins(written.link)
            assert await letters(mentor).approve(letter) is Spoilt.TWO_DEVICES
            with pytest.raises(InputRejected):
                await first.joining.look()
            await members_are(mentor, mentor)

    run(story())


def test_a_letter_that_was_taken_back_lets_nobody_in_even_when_the_endpoint_did_not_hear(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            await parent.joins(written.link)
            await letters(mentor).take_back(letter)
            assert letters(mentor).letters() == ()
            with pytest.raises(InputRejected) as gone:
                await parent.joining.look()
            assert gone.value.field == "ticket_gone"
            _, other = await writes(mentor)
            mentor.weather.is_offline = True
            await letters(mentor).take_back(other)
            mentor.weather.is_offline = False
            await mentor.restarts()
            assert await letters(mentor).approve(other) is Spoilt.LOST

    run(story())


def test_the_fifth_letter_takes_the_oldest_back(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await tablet(house)
            ids = [(await writes(mentor))[1] for _ in range(MOST_OPEN + 1)]
            assert [one.id for one in letters(mentor).letters()] == ids[1:]

    run(story())


def test_letters_go_with_the_planner_and_end_when_its_circle_is_left(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await tablet(house)
            _, letter = await writes(mentor)
            circle = await mentor.sharing.circle(mentor.journal)
            assert circle is not None
            await circle.store.end(Standing.LEFT)
            assert await letters(mentor).approve(letter) is Spoilt.LOST
            await Leaving(mentor.sharing).take_away(mentor.journal)
            assert mentor.vault.journals() == ()

    run(story())
