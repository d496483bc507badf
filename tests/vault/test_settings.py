"""A device's settings: there before anything is unlocked, and never a reason for an empty screen."""

from dataclasses import replace

import pytest

from services.planner.errors import InputRejected, StorageFull
from services.vault import settings
from services.vault.keystore_memory import MemoryKeystore
from services.vault.settings import SETTINGS_NAME, DeviceSettings
from services.vault.vault_state import LockKind
from tests.vault.homes import Home, seeded

MINE = DeviceSettings("cy", "dark", "Atkinson Hyperlegible", 150, motion=False, sound=True)


def load(home: Home):
    return settings.load(home.store, home.keystore, home.crypto)


def save(home: Home, chosen: DeviceSettings):
    return settings.save(home.store, home.keystore, home.crypto, chosen)


def test_on_a_new_device_they_are_the_usual_ones(run) -> None:
    assert run(load(Home())) == DeviceSettings()


def test_they_are_there_before_a_vault_is_and_while_it_is_locked(run) -> None:
    async def story() -> None:
        home = Home()
        await save(home, MINE)
        assert await load(home) == MINE
        vault = home.vault()
        await vault.create(LockKind.PIN, "4711")
        vault.lock()
        assert await load(home) == MINE
        await vault.open_("4711")

    run(story())


def test_nobody_reads_them_off_the_disk_or_on_another_device(run) -> None:
    async def story() -> None:
        home = Home()
        await save(home, MINE)
        content = home.memory.content_by_name[SETTINGS_NAME]
        assert b"Atkinson" not in content
        other = Home(home.memory.beside())
        other.keystore = MemoryKeystore(seeded(99))
        await other.keystore.make()
        assert await load(other) == DeviceSettings()

    run(story())


@pytest.mark.parametrize("content", [b"", b"FBS1", bytes(300)])
def test_settings_that_cannot_be_read_are_the_usual_ones(run, content: bytes) -> None:
    async def story() -> None:
        home = Home()
        await save(home, MINE)
        home.memory.content_by_name[SETTINGS_NAME] = content
        assert await load(home) == DeviceSettings()
        await save(home, MINE)
        home.damage(SETTINGS_NAME, at=30)
        assert await load(home) == DeviceSettings()

    run(story())


def test_on_a_full_disk_the_old_ones_stay(run) -> None:
    async def story() -> None:
        home = Home()
        await save(home, MINE)
        home.memory.fill_disk()
        with pytest.raises(StorageFull):
            await save(home, replace(MINE, theme="calm"))
        assert await load(home) == MINE

    run(story())


def test_deleting_everything_deletes_them(run) -> None:
    async def story() -> None:
        home = Home()
        await save(home, MINE)
        vault = home.vault()
        await vault.create(LockKind.NONE)
        await vault.erase()
        assert await load(home) == DeviceSettings()
        assert home.memory.content_by_name == {}

    run(story())


@pytest.mark.parametrize(
    "wrong", [{"text_scale_percent": 1000}, {"theme": "x" * 41}, {"motion": 1}, {"text_scale_percent": True}]
)
def test_a_setting_out_of_range_is_not_taken(wrong: dict[str, object]) -> None:
    with pytest.raises(InputRejected):
        replace(MINE, **wrong)  # type: ignore[arg-type]
