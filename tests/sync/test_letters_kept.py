"""What is kept of a letter and of asking by it, where, and what is never in it."""

import logging
from pathlib import Path

import pytest

from services.crypto.canonical import from_base64url, to_base64url
from services.endpoint.store_sqlite import SqliteStore
from services.planner.errors import VaultDamaged
from services.planner.words import Role
from services.sync.leaving import Leaving
from services.sync.letters_kept import letters_in
from services.sync.pairing_port import Guest
from services.sync.ticket import LinkTicket, read_ticket
from services.vault.backup import backup_text
from services.vault.kept_asking import KeptAsking
from services.vault.schema import CURRENT
from tests.sync.letter_writing import letters, tablet, writes
from tests.sync.shared_house import SharedHouse


def files_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir())


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
