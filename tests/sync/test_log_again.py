"""Logs read from their beginning: by who joins, after a snapshot, and after an endpoint lost some."""

from dataclasses import replace

import pytest

from services.planner.edit import DELETED, NEW, Change
from services.planner.errors import EndpointUnreachable
from services.planner.ids import RecordId
from services.planner.words import Role
from services.sync.circle_kept import Standing
from services.sync.entry import Kind
from services.sync.roster_wish import RosterWish
from services.vault.brought_back import brought_back
from services.vault.settling import Kept, Replacement
from tests.sync.devices import Phone, all_rounds, family, phone
from tests.sync.endpoint_memory import MemoryEndpoint

DAY_MS = 24 * 3_600_000


async def compact(one: Phone) -> None:
    """A steward is asked for a snapshot."""
    one.here.turn.is_compaction_asked = True
    await one.round()


async def newcomer(endpoint: MemoryEndpoint, inviter: Phone, name: str = "tablet") -> Phone:
    """One more device of the inviter's role, which has read everything."""
    made = await phone(name, inviter.role, endpoint)
    await inviter.wish(RosterWish(add=((made.public, inviter.role),)))
    await made.join(inviter)
    await made.round()
    await made.round()
    return made


def kinds(endpoint: MemoryEndpoint, one: Phone) -> list[Kind]:
    return [entry.frame.kind for _, entry in sorted(endpoint.logs[one.here.id].entries.items())]


async def routine(one: Phone, name: str) -> None:
    """A routine, made."""
    record = RecordId(name)
    await one.journal.write(
        [Change(record, "routine", NEW, "routine"), Change(record, "routine", "title", name)]
    )


def test_a_snapshot_takes_the_place_of_entries_and_everybody_has_what_they_had(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        for number in range(5):
            await pupil.write(f"v{number}")
            await pupil.round()
        await all_rounds(parent, mentor)
        await compact(mentor)
        assert endpoint.logs[pupil.here.id].state.floor > 0
        assert Kind.EDITS not in kinds(endpoint, pupil)
        await all_rounds(pupil, parent, mentor)
        for one in (pupil, parent, mentor):
            assert one.read() == "v4"
            assert one.here.store.state.floor == endpoint.logs[pupil.here.id].state.floor
            assert all(seq > one.here.store.state.floor for seq, _ in await one.journal.raw())
            assert not one.here.health().is_amber
        tablet = await newcomer(endpoint, pupil)
        await all_rounds(pupil, parent, mentor)
        assert tablet.base() == pupil.base() == parent.base() == mentor.base()

    run(story())


def test_entries_behind_the_place_a_snapshot_covers_are_read_after_it(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await pupil.write("covered")
        await all_rounds(pupil, mentor)
        await pupil.write("above", "woke")
        real = mentor.endpoint.put_snapshot

        async def meanwhile(*args: object) -> object:
            await pupil.round()
            return await real(*args)  # type: ignore[arg-type]

        mentor.endpoint.put_snapshot = meanwhile  # type: ignore[method-assign,assignment]
        await compact(mentor)
        tablet = await newcomer(endpoint, pupil)
        await all_rounds(pupil, parent, mentor)
        for one in (tablet, pupil, parent, mentor):
            assert (one.read(), one.read("woke")) == ("covered", "above")
            assert one.base() == pupil.base()

    run(story())


def test_what_was_deleted_leaves_with_a_snapshot_and_does_not_come_back(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await routine(pupil, "swim")
        await all_rounds(pupil, parent, mentor)
        await mentor.journal.write([Change(RecordId("swim"), "routine", DELETED, True)])
        await all_rounds(mentor, pupil)
        await compact(mentor)
        await all_rounds(pupil, parent, mentor)
        for one in (pupil, parent, mentor):
            assert "swim routine" not in one.base()
            assert RecordId("swim") not in one.journal.records
            assert one.here.store.kept.gone.keys() == {"swim routine"}
            assert one.here.health().waiting == 0, "nobody offers it again"
        endpoint.now_ms.pass_ms(181 * DAY_MS)
        mentor.clock.pass_ms(181 * DAY_MS)
        await pupil.write("later")
        await all_rounds(pupil, mentor)
        await compact(mentor)
        assert not mentor.here.store.kept.gone

    run(story())


def test_a_stroke_in_a_long_snapshot_changes_nothing(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        texts = {f"day:2026-{month:02}-{day:02}": "x" * 2000 for month in range(1, 9) for day in range(1, 29)}
        await pupil.journal.write(
            [Change(RecordId(name), "day", "bed", text) for name, text in texts.items()]
        )
        await all_rounds(pupil, mentor)
        await mentor.write("meanwhile", "woke")
        calls = 0
        real = mentor.endpoint.put_snapshot

        async def breaks(*args: object) -> object:
            nonlocal calls
            calls += 1
            if calls == 1:
                raise EndpointUnreachable
            return await real(*args)  # type: ignore[arg-type]

        mentor.endpoint.put_snapshot = breaks  # type: ignore[method-assign,assignment]
        with pytest.raises(EndpointUnreachable):
            await compact(mentor)
        await all_rounds(mentor, pupil, parent)
        await compact(mentor)
        parts = [entry for entry in endpoint.logs[pupil.here.id].entries.values() if entry.frame.kind == 3]
        assert len(parts) > 2
        endpoint.max_bytes = 300_000
        await all_rounds(pupil, parent, mentor, times=3)
        tablet = await newcomer(endpoint, pupil)
        await all_rounds(pupil, parent, mentor)
        assert tablet.base() == pupil.base() == parent.base() == mentor.base()
        assert len(tablet.base()) > 200

    run(story())


def test_a_snapshot_that_leaves_out_what_others_wrote_is_an_alarm_and_own_edits_return(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("pupil's")
        await parent.write("parent's", "woke")
        await all_rounds(pupil, parent, mentor)
        base = dict(mentor.here.store.base)
        mentor.here.store.base = {key: fields for key, fields in base.items() if key.type != "day"}
        await compact(mentor)
        await pupil.round()
        assert pupil.here.health().alarms == {"snapshot": 1}
        await all_rounds(pupil, parent, mentor, times=3)
        for one in (pupil, parent, mentor):
            assert (one.read(), one.read("woke")) == ("pupil's", "parent's")
            assert one.base() == pupil.base()

    run(story())


def test_a_device_that_was_away_for_too_long_reads_anew_and_keeps_what_waits(run) -> None:
    async def story() -> None:
        endpoint, pupil, parent, mentor = await family()
        await routine(pupil, "swim")
        await all_rounds(pupil, parent, mentor)
        await parent.write("waits")
        await mentor.journal.write([Change(RecordId("swim"), "routine", DELETED, True)])
        await all_rounds(mentor, pupil)
        await compact(mentor)
        endpoint.stale_below = endpoint.logs[pupil.here.id].state.floor
        await all_rounds(parent, pupil, mentor)
        assert "swim routine" not in parent.base()
        assert {one.read() for one in (pupil, parent, mentor)} == {"waits"}

    run(story())


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
