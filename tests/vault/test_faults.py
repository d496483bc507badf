"""A fault at every single thing a disk is asked, one after the other: I2 and I10 of docs/spec/vault.md."""

import asyncio
from collections.abc import Iterator

import pytest

from services.planner.errors import StorageFull, StorageUnavailable
from tests.vault.month import Month
from tests.vault.stormy_disk import Fault, PowerCut, Storm, StormyDisk

CUTS = (Fault.CUT_BEFORE, Fault.CUT_WITHIN, Fault.CUT_AFTER)


def month(strikes_at: int | None = None, fault: Fault = Fault.ERROR) -> Month:
    storm = Storm(strikes_at, fault)
    return Month(StormyDisk(storm), StormyDisk(storm))


def calls_in_good_weather() -> int:
    calm = month()
    asyncio.run(calm.live())
    assert calm.troubles == 0
    return calm.disk.storm.calls


def disks_after(life: Month) -> Iterator[tuple[StormyDisk, StormyDisk]]:
    """What may be left of both folders; each beside the plainest of the other."""
    files, keys = list(life.disk.after_cut()), list(life.key_disk.after_cut())
    yield from [(left, keys[0].copy()) for left in files] + [(files[0].copy(), left) for left in keys[1:]]


@pytest.mark.parametrize("fault", CUTS)
def test_after_a_power_cut_at_any_call_it_opens_and_nothing_acknowledged_is_lost(fault: Fault) -> None:
    assert cut_everywhere(fault) > 300


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.FULL])
def test_after_an_error_at_any_call_nothing_has_changed_and_trying_again_works(fault: Fault) -> None:
    for number in range(calls_in_good_weather()):
        life = month(number, fault)
        asyncio.run(life.live())
        assert life.kept == {"s1", "s2", "s3", "s4", "s5"}
        asyncio.run(life.look_back(life.disk, life.key_disk))


@pytest.mark.parametrize("fault", [Fault.ERROR, Fault.FULL])
def test_after_an_error_at_any_call_giving_up_loses_nothing(fault: Fault) -> None:
    for number in range(calls_in_good_weather()):
        life = month(number, fault)
        life.patience = 0
        try:
            asyncio.run(life.live())
        except (StorageFull, StorageUnavailable):
            life.disk.release_all()
        asyncio.run(life.look_back(life.disk, life.key_disk))


class ForgetfulDisk(StormyDisk):
    """A disk of a program that never syncs a file."""

    def sync(self, name: str) -> None:
        self._befall()


def cut_everywhere(fault: Fault, kind: type[StormyDisk] = StormyDisk) -> int:
    """A power cut at each call in turn, and a look at every disk it may leave. Gives how many those were."""
    looked_back = 0
    for number in range(calls_in_good_weather()):
        storm = Storm(number, fault)
        life = Month(kind(storm), StormyDisk(storm))
        with pytest.raises(PowerCut):
            asyncio.run(life.live())
        for disk, key_disk in disks_after(life):
            asyncio.run(life.look_back(disk, key_disk))
            looked_back += 1
    return looked_back


def test_the_test_itself_notices_a_writer_that_does_not_sync() -> None:
    with pytest.raises(AssertionError):
        cut_everywhere(Fault.CUT_BEFORE, ForgetfulDisk)
