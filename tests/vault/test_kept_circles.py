"""What the key file keeps of circles: in both generations, or not at all."""

import pytest

from services.crypto.device_keys import new_device_keys
from services.planner.errors import StorageFull, VaultLocked, VaultReadOnly
from services.vault.kept_circles import KeptCircles
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import Home


async def opened() -> tuple[Home, Vault]:
    home = Home()
    vault = home.vault()
    await vault.create(LockKind.NONE)
    return home, vault


async def again(home: Home, without: str = "") -> Vault:
    """The app as it starts on this disk, perhaps without one of the two key files."""
    content = {name: raw for name, raw in home.memory.content_by_name.items() if name != without}
    vault = Home(type(home.memory)(content), home.keystore, home.clock, home.crypto).vault()
    await vault.open_()
    return vault


def test_a_circle_is_kept_in_both_generations_and_forgotten_in_both(run) -> None:
    async def story() -> None:
        home, vault = await opened()
        circles = KeptCircles(vault)
        await circles.keep("c1", {"epochs": {"1": "k"}})
        await circles.keep("c2", {"epochs": {"1": "l"}})
        for lost in ("", "keys.a", "keys.b"):
            found = KeptCircles(await again(home, lost)).all()
            assert set(found) >= {"c1"}
        await circles.forget("c1")
        await circles.forget("c1")
        for lost in ("", "keys.a", "keys.b"):
            assert set(KeptCircles(await again(home, lost)).all()) == {"c2"}

    run(story())


def test_what_is_kept_already_writes_nothing(run) -> None:
    async def story() -> None:
        home, vault = await opened()
        circles = KeptCircles(vault)
        await circles.keep("c1", {"epochs": {"1": "k"}})
        before = home.memory.write_count
        await circles.keep("c1", {"epochs": {"1": "k"}})
        await circles.forget("c9")
        assert home.memory.write_count == before

    run(story())


def test_a_new_pin_keeps_the_circles(run) -> None:
    async def story() -> None:
        _, vault = await opened()
        await KeptCircles(vault).keep("c1", {"epochs": {"1": "k"}})
        await vault.change_lock(LockKind.PIN, "480212")
        vault.lock()
        with pytest.raises(VaultLocked):
            KeptCircles(vault).all()
        await vault.open_("480212")
        assert set(KeptCircles(vault).all()) == {"c1"}

    run(story())


def test_other_keys_are_in_no_circle(run) -> None:
    async def story() -> None:
        home, vault = await opened()
        journal = await vault.add_planner()
        circles, before = KeptCircles(vault), vault.device
        await circles.keep("c1", {"epochs": {"1": "k"}})
        fresh = await new_device_keys(home.crypto)
        await circles.become(fresh)
        for one in (vault, await again(home)):
            assert one.device == fresh != before
            assert not KeptCircles(one).all()
            assert [each.file_id for each in one.journals()] == [journal.file_id]

    run(story())


def test_who_may_not_write_keeps_nothing_and_a_full_disk_changes_nothing(run) -> None:
    async def story() -> None:
        home, vault = await opened()
        await KeptCircles(vault).keep("c1", {"epochs": {"1": "k"}})
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await KeptCircles(vault).keep("c2", {})
        assert set(KeptCircles(vault).all()) == {"c1"}
        home.memory.fill_disk(False)
        reader = Home(home.memory.beside(), home.keystore, home.clock, home.crypto).vault()
        await reader.open_()
        with pytest.raises(VaultReadOnly):
            await KeptCircles(reader).keep("c2", {})

    run(story())
