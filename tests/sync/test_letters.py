"""A letter home: written, asked by days later, and answered, with both apps closed in between."""

import contextlib
import logging
from pathlib import Path

import pytest

from services.crypto.canonical import from_base64url, to_base64url
from services.endpoint.store_sqlite import SqliteStore
from services.planner.errors import EndpointUnreachable, InputRejected, VaultDamaged
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.inviting import Spoilt
from services.sync.leaving import Leaving
from services.sync.letters import MOST_OPEN, Letters
from services.sync.letters_kept import letters_in
from services.sync.pairing_port import Asks, Ended, Guest, Joined, NobodyYet, WrittenLetter
from services.sync.ticket import LETTER_MS, LinkTicket, read_ticket
from services.vault.backup import backup_text
from services.vault.kept_asking import KeptAsking
from services.vault.schema import CURRENT
from tests.sync.shared_house import ORIGIN, ZONE, Phone, SharedHouse

DAY_MS = 24 * 60 * 60 * 1000


def letters(phone: Phone) -> Letters:
    return Letters(phone.sharing, phone.journal, zone=ZONE)


async def tablet(house: SharedHouse, role: Role = Role.MENTOR) -> Phone:
    """Whoever writes letters, with a planner that they began."""
    phone = house.device(role, 1)
    await phone.begins()
    await phone.makes_routine()
    await phone.inviting().spend_grant(await house.grant(), ORIGIN)
    return phone


async def writes(phone: Phone, guest: Guest = Guest.PARENT) -> tuple[WrittenLetter, str]:
    """A letter, and its name on this device."""
    written = await letters(phone).write(guest)
    return written, letters(phone).letters()[-1].id


def files_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


async def members_are(phone: Phone, *others: Phone) -> None:
    circle = await phone.sharing.circle(phone.journal)
    assert circle is not None
    assert circle.store.state is not None
    assert set(circle.store.state.chain.roster.members) == {one.vault.device.id for one in others}


def wrong(link: str) -> str:
    """The same letter with a secret that nobody was given."""
    ticket = read_ticket(link)
    assert isinstance(ticket, LinkTicket)
    return LinkTicket(ticket.channel, bytes(16), ticket.hello_hash, ticket.origin).link(
        "https://app.example/"
    )


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


def test_a_backup_carries_no_letter_and_a_new_device_no_question(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, _ = await writes(mentor)
            tables = await mentor.journal.settled_tables()
            assert "letters" in tables["meta"]
            assert b"letters" not in backup_text(mentor.vault.device_hex, 1, [tables], CURRENT)
            await parent.joins(written.link)
            await Leaving(parent.sharing).begin_anew()
            await parent.restarts()
            assert parent.joining.waiting() is None

    run(story())


def test_giving_up_is_for_good(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, _ = await writes(mentor)
            await parent.joins(written.link)
            await parent.joining.give_up()
            assert parent.joining.waiting() is None
            await parent.restarts()
            assert parent.joining.waiting() is None

    run(story())


def test_a_ticket_of_ten_minutes_is_not_kept(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            shown = await mentor.inviting().make_ticket(Guest.PARENT)
            await parent.joins(shown.link)
            assert KeptAsking(parent.vault).now() is None
            assert parent.joining.waiting() is None

    run(story())


def test_what_is_kept_of_a_join_is_an_object(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            parent = house.device(Role.PARENT, 2)
            await parent.begins()
            async with parent.vault.turn:
                await parent.vault.become({**parent.vault.body, "asking": 1})
            with pytest.raises(VaultDamaged):
                KeptAsking(parent.vault).now()

    run(story())


def test_no_secret_of_a_letter_is_in_what_the_endpoint_keeps_or_logs_or_in_plain_on_a_device(
    run, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG, "services")
    store = SqliteStore(f"sqlite:///{tmp_path / 'endpoint.db'}")

    async def story() -> None:
        async with SharedHouse(store=store).open() as house:
            mentor, parent = await tablet(house), house.device(Role.PARENT, 2)
            written, letter = await writes(mentor)
            await parent.joins(written.link)
            await letters(mentor).look()
            ticket = read_ticket(written.link)
            assert isinstance(ticket, LinkTicket)
            (kept,) = letters_in(mentor.journal.kept().meta)
            assert isinstance(kept.invitation, dict)
            secrets = [ticket.secret, from_base64url(str(kept.invitation["eph"]))]
            files = files_in(tmp_path)
            assert kept.invitation["hello"], "the search would find what is there"
            assert from_base64url(str(kept.invitation["hello"])) in files
            on_devices = b"".join(
                content for one in (mentor, parent) for content in one.home.memory.content_by_name.values()
            )
            for secret in secrets:
                for shape in (secret, to_base64url(secret).encode()[:-2], secret.hex().encode()):
                    assert shape not in files
                    assert shape not in caplog.text.encode()
                    assert shape not in on_devices
            assert ticket.channel not in caplog.text
            assert letter not in caplog.text

    run(story())
