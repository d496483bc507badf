"""A device whose keys somebody else uses too: it stops, and keeps what waits."""

from dataclasses import replace

from services.sync.circle_kept import Standing
from tests.sync.devices import Phone, all_rounds, family


def test_a_device_whose_keys_somebody_else_uses_stops_and_keeps_what_waits(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        copy = await _copy_of(pupil)
        await pupil.write("by the phone")
        await all_rounds(pupil, parent)
        await copy.write("by the copy", "woke")
        await copy.round()
        assert copy.here.standing is Standing.CLONED
        assert copy.read("woke") == "by the copy"
        assert copy.here.health().waiting == 1
        await all_rounds(pupil, parent, mentor)
        assert {one.read() for one in (pupil, parent, mentor)} == {"by the phone"}
        assert endpoint.logs[pupil.here.id].state.lasts[pupil.id].n == pupil.here.store.kept.own.n

    run(story())


def test_so_does_the_one_that_reads_an_entry_of_its_own_that_it_never_made(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()
        copy = await _copy_of(pupil)
        await copy.write("by the copy")
        await copy.round()
        await copy.round()
        await pupil.round()
        assert pupil.here.standing is Standing.CLONED

    run(story())


async def _copy_of(one: Phone) -> Phone:
    """The same device again: its disk and its key store were copied."""
    home = replace(one.home, store=type(one.home.memory)(dict(one.home.memory.content_by_name)))
    vault = home.vault()
    await vault.open_()
    copy = Phone(one.name, one.role, home, one.crypto, vault, one.endpoint.endpoint.of(vault.device))
    await copy.restart()
    return copy
