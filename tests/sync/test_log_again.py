"""Logs read again from their beginning: by who joins, after damage, after an endpoint lost some."""

from dataclasses import replace

from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.roster_wish import RosterWish
from services.vault.brought_back import brought_back
from services.vault.settling import Kept, Replacement
from tests.sync.compacting import DAY_MS, compact, newcomer
from tests.sync.devices import all_rounds, family, phone


def test_an_endpoint_restored_to_an_older_copy_loses_nothing_that_a_device_has(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await pupil.write("old")
        await all_rounds(pupil, parent, mentor)
        copy = endpoint.copy()
        await pupil.write("new")
        await all_rounds(pupil, parent, mentor)
        await parent.write("parent's", "woke")
        await mentor.write(["done", "mentor"], "t.s1")
        await parent.round()
        endpoint.restore(copy)
        await mentor.write("breakfast", "breakfast")
        await all_rounds(mentor, pupil, parent, times=3)
        for one in (pupil, parent, mentor):
            assert [one.read(name) for name in ("bed", "woke", "breakfast")] == [
                "new",
                "parent's",
                "breakfast",
            ]
            assert one.base() == pupil.base()
            assert one.here.health().waiting == 0
            assert one.here.standing is Standing.LIVE

    run(story())


def test_a_removal_survives_an_endpoint_that_forgot_it(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        copy = endpoint.copy()
        await mentor.wish(RosterWish(remove=frozenset({parent.id})))
        await pupil.round()
        endpoint.restore(copy)
        await pupil.round()
        assert parent.id not in endpoint.logs[pupil.here.id].state.chain.roster.members
        await all_rounds(pupil, mentor)
        assert parent.id not in pupil.here.store.state.chain.roster.members

    run(story())


def test_a_value_knowingly_replaced_stays_replaced_when_an_endpoint_forgets_the_replacement(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await pupil.write("first")
        await all_rounds(pupil, parent)
        copy = endpoint.copy()
        parent.clock.pass_ms(-DAY_MS)
        await parent.write("second")
        await parent.round()
        # its entry is gone from the endpoint and, by a copy of an empty log, from the device as well
        await parent.journal.settle(forgets_entries)
        endpoint.restore(copy)
        await all_rounds(pupil, parent, mentor, times=3)
        assert {one.read() for one in (pupil, parent, mentor)} == {"second"}

    def forgets_entries(kept: Kept) -> Replacement:
        return Replacement(base=kept.base, odd=kept.odd, is_whole=True)

    run(story())


def test_entries_that_are_damaged_on_the_device_are_read_again(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("one")
        await all_rounds(pupil, parent, mentor)
        for name in list(pupil.home.memory.content_by_name):
            if ".r" in name:
                pupil.home.damage(name)
        await pupil.restart()
        await compact(mentor)
        await pupil.write("two", "woke")
        await all_rounds(pupil, parent, mentor)
        assert pupil.base() == mentor.base()
        assert {one.read("woke") for one in (pupil, parent, mentor)} == {"two"}
        await pupil.journal.raw()

    run(story())


def test_who_joins_reads_everything_from_the_beginning(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        for number in range(30):
            await pupil.write(f"v{number}", "bed", f"day:2026-09-{number % 28 + 1:02}")
            await pupil.round()
            if number == 10:
                await mentor.wish(RosterWish(is_new_epoch=True))
        endpoint.max_bytes = 2_000
        tablet = await newcomer(endpoint, pupil)
        await all_rounds(pupil, parent, mentor, tablet)
        assert tablet.base() == pupil.base() == parent.base() == mentor.base()

    run(story())


def test_a_log_that_begins_otherwise_than_the_circle_is_refused(run) -> None:
    async def story() -> None:
        endpoint, pupil, *_ = await family()
        other = await phone("stranger", Role.PUPIL, endpoint)
        await other.found()
        await other.round()
        joiner = await phone("joiner", Role.PUPIL, endpoint)
        await pupil.wish(RosterWish(add=((joiner.public, Role.PUPIL),)))
        await joiner.join(pupil)
        endpoint.logs[pupil.here.id] = replace(
            endpoint.logs[pupil.here.id], entries=dict(endpoint.logs[other.here.id].entries)
        )
        endpoint.logs[pupil.here.id].entries.update(
            {seq: entry for seq, entry in endpoint.logs[other.here.id].entries.items()}
        )
        endpoint.logs[pupil.here.id].state = replace(endpoint.logs[pupil.here.id].state, head=1)
        await joiner.round()
        assert joiner.here.health().alarms == {"beginning": 1}
        assert joiner.here.health().problem == "log"
        assert not joiner.base()

    run(story())


def test_a_planner_out_of_a_backup_is_founded_anew_and_whole(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await pupil.write("settled")
        await parent.write("parent's", "woke")
        await all_rounds(pupil, parent, mentor)
        tables = brought_back(await mentor.journal.settled_tables(), mentor.vault.device_hex, "0" * 32)
        new = await phone("new", Role.MENTOR, endpoint)
        await new.journal.settle(lambda _: Replacement(base=tables["base"], is_whole=True))
        assert (new.read(), new.read("woke")) == ("settled", "parent's")
        await new.write("waits", "breakfast")
        await new.found()
        assert (new.read(), new.read("breakfast")) == ("settled", "waits")
        await all_rounds(new)
        tablet = await newcomer(endpoint, new)
        await all_rounds(new, tablet)
        for one in (new, tablet):
            assert [one.read(name) for name in ("bed", "woke", "breakfast")] == [
                "settled",
                "parent's",
                "waits",
            ]
            assert one.base() == new.base()
            assert not one.here.health().is_amber

    run(story())
