"""A letter home: written, asked by days later, and answered, with both apps closed in between."""

import contextlib

import pytest

from services.planner.errors import EndpointUnreachable
from services.planner.words import Role
from services.sync.pairing_port import Asks, Guest, Joined, NobodyYet
from services.sync.ticket import LinkTicket, read_ticket
from services.vault.kept_asking import KeptAsking
from tests.sync.letter_writing import DAY_MS, letters, tablet, writes
from tests.sync.shared_house import SharedHouse


def test_a_letter_lets_somebody_in_with_both_apps_closed_between_every_two_steps(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            assert isinstance(read_ticket(written.link), LinkTicket)
            await mentor.restarts()
            assert [one.id for one in letters(mentor).letters()] == [letter]
            assert isinstance(await letters(mentor).look_at(letter), NobodyYet)
            house.clock.pass_ms(3 * DAY_MS)
            pictures = await parent.joins(written.link)
            await parent.restarts()
            assert parent.joining.waiting() == pictures
            assert await parent.joining.look() is None
            await mentor.restarts()
            (seen,) = await letters(mentor).look()
            assert seen.is_asked
            await mentor.restarts()
            assert letters(mentor).letters()[0].is_asked
            asks = await letters(mentor).look_at(letter)
            assert isinstance(asks, Asks)
            assert asks.pictures == pictures
            await mentor.restarts()
            assert await letters(mentor).approve(letter) is None
            assert letters(mentor).letters() == ()
            await mentor.restarts()
            await parent.restarts()
            assert await parent.joining.look() == Joined(Role.PARENT)
            await parent.joining.settled()
            assert parent.routines() == {"r1"}
            await parent.restarts()
            assert parent.joining.waiting() is None

    run(story())


def test_a_yes_that_was_cut_off_anywhere_is_said_again(run) -> None:
    async def story() -> None:
        for requests in range(1, 7):
            async with SharedHouse().open() as house:
                mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
                written, letter = await writes(mentor)
                await parent.joins(written.link)
                mentor.weather.works_for(requests)
                with contextlib.suppress(EndpointUnreachable):
                    await letters(mentor).approve(letter)
                mentor.weather.works_for(1000)
                mentor.weather.is_offline = False
                await mentor.restarts()
                if letters(mentor).letters():
                    assert await letters(mentor).approve(letter) is None
                assert isinstance(await parent.joining.look(), Joined), requests

    run(story())


def test_who_asked_and_was_cut_off_asks_by_the_same_join_after_a_restart(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            parent.weather.works_for(1)  # the offer is read, the join is not left
            with pytest.raises(EndpointUnreachable):
                await parent.joins(written.link)
            parent.weather.works_for(1000)
            parent.weather.is_offline = False
            await parent.restarts()
            pictures = parent.joining.waiting()
            assert await parent.joining.look() is None
            asks = await letters(mentor).look_at(letter)
            assert isinstance(asks, Asks)
            assert asks.pictures == pictures
            assert await letters(mentor).approve(letter) is None
            await parent.restarts()
            assert isinstance(await parent.joining.look(), Joined)

    run(story())


def test_a_join_whose_answer_got_lost_is_left_again_and_still_is_one_device(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            await parent.joins(written.link)
            kept = KeptAsking(parent.vault).now()
            assert kept is not None
            join = kept["join"]
            assert isinstance(join, dict)
            unheard = {name: value for name, value in join.items() if not name.startswith("slot")}
            await KeptAsking(parent.vault).keep(unheard, None)
            await parent.restarts()
            assert await parent.joining.look() is None
            assert await letters(mentor).approve(letter) is None
            assert isinstance(await parent.joining.look(), Joined)

    run(story())


def test_a_pupil_alone_brings_the_planner_after_a_restart(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, pupil = await tablet(house), house.device(Role.PUPIL, 2)
            await pupil.begins()
            await pupil.makes_routine("begun-alone")
            await pupil.ticks("s1")
            mine = pupil.journal.planner_id
            written, letter = await writes(mentor, Guest.PUPIL)
            await pupil.joins(written.link)
            await pupil.restarts()
            await mentor.restarts()
            asks = await letters(mentor).look_at(letter)
            assert isinstance(asks, Asks)
            assert asks.brings
            assert await letters(mentor).approve(letter) is None
            await pupil.restarts()
            assert isinstance(await pupil.joining.look(), Joined)
            for one in (pupil, mentor, pupil, mentor):
                await one.sharing.round()
            theirs = next(one for one in mentor.vault.journals() if one.planner_id == mine)
            assert "begun-alone" in theirs.records
            assert [one.planner_id for one in pupil.vault.journals()] == [mine]

    run(story())
