"""A backup is brought back on a disk that stops or lies at every single call: the old one opens, or the new.

Promises I2 and I10 of docs/spec/vault.md, for the change of a whole vault.
"""

import asyncio
from pathlib import Path

import pytest

from services.planner.errors import StorageFull, StorageUnavailable
from services.vault.keystore_file import FileKeystore
from services.vault.store_disk import DiskStore
from tests.vault.copying import all_ticked, backup_of, begun, copies_of
from tests.vault.homes import Home, seeded, tick
from tests.vault.stormy_disk import Fault, PowerCut, Storm, StormyDisk

CUTS = (Fault.CUT_BEFORE, Fault.CUT_WITHIN, Fault.CUT_AFTER)
OLD, NEW = {"s1", "later"}, {"s1"}


class Story:
    """A planner goes back to an older backup, returns from it, and throws it away."""

    def __init__(self, strikes_at: int | None = None, fault: Fault = Fault.ERROR) -> None:
        self.calm = StormyDisk(Storm())
        self.keys = StormyDisk(Storm())
        self.told: set[str] = set()  # what may open now
        self.troubles = 0
        asyncio.run(self._begin())
        self.calm.release_all()
        self.disk = self.calm.copy()
        self.disk.storm = Storm(strikes_at, fault)

    def home(self, disk: StormyDisk) -> Home:
        return Home(
            DiskStore(Path("made-up"), disk), FileKeystore(Path("made-up keys"), seeded(5), self.keys.copy())
        )

    async def _begin(self) -> None:
        home = Home(
            DiskStore(Path("made-up"), self.calm), FileKeystore(Path("made-up keys"), seeded(5), self.keys)
        )
        vault = await begun(home, "s1")
        self.backup = await backup_of(home, vault)
        await vault.journals()[0].write([tick("later")])
        await vault.close()

    async def live(self, patience: int) -> None:
        """Each verb, and once more where the disk said no. `may` says what a person may find."""
        home = self.home(self.disk)
        vault = home.vault()
        self.may = [OLD]
        await self._again(lambda: vault.open_(), patience)
        copies = copies_of(home, vault)
        self.may = [OLD, NEW]
        await self._again(lambda: copies.bring_back(self.backup), patience)
        self.may = [NEW]
        assert all_ticked(vault) == [NEW]
        self.may = [OLD, NEW]
        await self._again(lambda: copies.go_back(copies.formers()[0]), patience)
        self.may = [OLD]
        assert all_ticked(vault) == [OLD]
        await self._again(lambda: copies.throw_away(copies.formers()[0]), patience)
        assert copies.formers() == ()
        await self._again(vault.close, patience)

    async def _again(self, verb, patience: int) -> None:
        for left in reversed(range(patience + 1)):
            try:
                await verb()
            except (StorageFull, StorageUnavailable):
                self.troubles += 1
                if not left:
                    raise
            else:
                return

    async def look_back(self, disk: StormyDisk) -> None:
        """What is left opens, as one of the two; it takes a change, and what was put by opens too."""
        home = self.home(disk)
        vault = home.vault()
        await vault.open_()
        (found,) = all_ticked(vault)
        assert found in self.may
        await vault.journals()[0].write([tick("afterwards")])
        copies = copies_of(home, vault)
        for former in copies.formers():
            await copies.go_back(former)
            assert all_ticked(vault)[0] - {"afterwards"} in (OLD, NEW)
        await vault.close()


def calls_in_good_weather() -> int:
    story = Story()
    asyncio.run(story.live(0))
    assert story.troubles == 0
    return story.disk.storm.calls


@pytest.mark.parametrize("fault", CUTS)
def test_after_a_power_cut_at_any_call_the_old_one_opens_or_the_new_one(fault: Fault) -> None:
    looked_back = 0
    for number in range(calls_in_good_weather()):
        story = Story(number, fault)
        with pytest.raises(PowerCut):
            asyncio.run(story.live(0))
        for left in story.disk.after_cut():
            asyncio.run(story.look_back(left))
            looked_back += 1
    assert looked_back > 100


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.FULL])
def test_after_an_error_at_any_call_trying_again_works(fault: Fault) -> None:
    for number in range(calls_in_good_weather()):
        story = Story(number, fault)
        asyncio.run(story.live(1))
        asyncio.run(story.look_back(story.disk.copy()))


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.FULL])
def test_after_an_error_at_any_call_giving_up_leaves_one_of_the_two(fault: Fault) -> None:
    gave_up = 0
    for number in range(calls_in_good_weather()):
        story = Story(number, fault)
        try:
            asyncio.run(story.live(0))
        except (StorageFull, StorageUnavailable):
            gave_up += 1
        asyncio.run(story.look_back(story.disk.copy()))
    assert gave_up > 5
