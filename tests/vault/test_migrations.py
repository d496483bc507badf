"""Tables of an older app: read as this one's, kept for a week, and every released version opens for ever."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from services.crypto.native import NativeCrypto
from services.planner.errors import StorageFull, VaultFromNewerVersion
from services.vault import settings
from services.vault.keystore_memory import MemoryKeystore
from services.vault.schema import CURRENT, KEPT_FOR_MS, Schema
from services.vault.storage import Tables
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import Locked, LockKind, Newer
from tests.vault.homes import Clock, Home, tick, ticked

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "vault"


def prefix_steps(tables: Tables) -> Tables:
    """A made-up migration: every step of a day gets another name."""
    outbox = {
        doc_id: {f"{field}x" if field.startswith("t.") else field: kept for field, kept in document.items()}
        for doc_id, document in tables["outbox"].items()
    }
    return {**tables, "outbox": outbox}


LATER = Schema(2, (prefix_steps,))
LAST = Schema(3, (prefix_steps, prefix_steps))


async def of_version_1() -> tuple[Home, str]:
    home = Home()
    vault = home.vault()
    await vault.create(LockKind.NONE)
    journal = await vault.add_planner()
    await journal.write([tick("s1")])
    await vault.close()
    return home, journal.file_id


def test_an_older_planner_opens_as_this_version_has_it_and_looking_writes_nothing(run) -> None:
    async def story() -> None:
        home, _ = await of_version_1()
        home.schema = LAST
        before = dict(home.memory.content_by_name)
        vault = home.vault()
        await vault.open_()
        assert ticked(vault.journals()[0]) == {"s1xx"}
        assert home.memory.content_by_name == before

    run(story())


def test_the_file_of_before_is_kept_beside_for_a_week(run) -> None:
    async def story() -> None:
        home, file_id = await of_version_1()
        old = home.memory.content_by_name[f"{file_id}.a"]
        home.schema = LATER
        vault = home.vault()
        await vault.open_()
        await vault.journals()[0].write([tick("s2")])
        backup = f"{file_id}.v1.bak"
        assert home.memory.content_by_name[backup] == old
        await vault.journals()[0].write([tick("s3")])
        await vault.close()
        home.clock.pass_ms(KEPT_FOR_MS - 1)
        vault = home.vault()
        await vault.open_()
        assert ticked(vault.journals()[0]) == {"s1x", "s2", "s3"}
        assert home.memory.content_by_name[backup] == old
        await vault.close()
        home.clock.pass_ms(1)
        await home.vault().open_()
        assert backup not in home.memory.content_by_name

    run(story())


def test_without_room_for_the_copy_nothing_is_migrated_on_the_disk(run) -> None:
    async def story() -> None:
        home, file_id = await of_version_1()
        before = dict(home.memory.content_by_name)
        home.schema = LATER
        vault = home.vault()
        await vault.open_()
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await vault.journals()[0].write([tick("s2")])
        assert home.memory.content_by_name == before
        home.memory.fill_disk(False)
        await vault.journals()[0].write([tick("s2")])
        assert f"{file_id}.v1.bak" in home.memory.content_by_name

    run(story())


def test_an_older_app_leaves_a_newer_planner_alone(run) -> None:
    async def story() -> None:
        home, _ = await of_version_1()
        home.schema = LATER
        vault = home.vault()
        await vault.open_()
        await vault.journals()[0].write([tick("s2")])
        await vault.close()
        home.schema = CURRENT
        before = dict(home.memory.content_by_name)
        assert await home.vault().look() == Newer()
        with pytest.raises(VaultFromNewerVersion):
            await home.vault().open_()
        assert home.memory.content_by_name == before

    run(story())


def test_a_second_tab_shows_an_older_planner_and_leaves_the_copying_to_the_writer(run) -> None:
    async def story() -> None:
        home, _ = await of_version_1()
        home.schema = LATER
        first = home.vault()
        await first.open_()
        before = dict(home.memory.content_by_name)
        second = Home(home.memory.beside(), home.keystore, home.clock, home.crypto, LATER).vault()
        await second.open_()
        assert second.is_read_only
        assert ticked(second.journals()[0]) == {"s1x"}
        assert home.memory.content_by_name == before

    run(story())


def test_a_change_of_pin_removes_what_was_kept_of_before(run) -> None:
    async def story() -> None:
        home, file_id = await of_version_1()
        home.schema = LATER
        vault = home.vault()
        await vault.open_()
        await vault.journals()[0].write([tick("s2")])
        home.memory.content_by_name["keys.a.damaged"] = b"an old one"
        await vault.change_lock(LockKind.PIN, "4711")
        assert not [name for name in home.memory.content_by_name if name.endswith((".bak", ".damaged"))]
        assert f"{file_id}.a" in home.memory.content_by_name

    run(story())


@pytest.mark.parametrize("path", sorted(VECTORS.glob("*.json")), ids=lambda path: path.stem)
def test_every_vault_that_was_ever_released_opens(run, path: Path) -> None:
    kept = json.loads(path.read_text("utf-8"))

    async def story() -> None:
        contents = {name: bytes.fromhex(content) for name, content in kept["files"].items()}
        keystore = MemoryKeystore(lambda _: bytes.fromhex(kept["device_secret"]))
        await keystore.make()
        await keystore.write_attempts(bytes.fromhex(kept["attempts"]))
        store, crypto = MemoryStore(contents), NativeCrypto()
        assert asdict(await settings.load(store, keystore, crypto)) == kept["settings"]
        vault = Vault(store, keystore, crypto, Clock())
        assert await vault.look() == Locked(LockKind.PIN, 0, has_card=True)
        await vault.open_(kept["pin"])
        assert vault.device_hex == kept["device_hex"]
        (journal,) = vault.journals()
        shown = {record.id: [record.type, dict(record.fields)] for record in journal.records.values()}
        assert shown == kept["records"]
        assert (journal.kind, journal.role, journal.made_ms) == tuple(kept["planner"])
        await journal.write([tick("s9", "2026-09-30")])
        vault.lock()
        await vault.open_with_card(kept["card"])
        assert ticked(vault.journals()[0], "2026-09-30") == {"s9"}

    run(story())


def test_the_first_version_has_its_fixture() -> None:
    assert [path.name for path in VECTORS.glob("*.json")] == ["version-1.json"]
