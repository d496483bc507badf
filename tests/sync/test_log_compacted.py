"""A snapshot takes the place of entries, and everybody still has what they had."""

import pytest

from services.planner.edit import DELETED, Change
from services.planner.errors import EndpointUnreachable
from services.planner.ids import RecordId
from services.sync.entry import Kind
from tests.sync.compacting import DAY_MS, compact, kinds, newcomer, routine
from tests.sync.devices import all_rounds, family


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
            return await real(*args)  # type: ignore[arg-type]  # handed on

        mentor.endpoint.put_snapshot = meanwhile  # type: ignore[method-assign,assignment]  # one call goes wrong
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
            return await real(*args)  # type: ignore[arg-type]  # handed on

        mentor.endpoint.put_snapshot = breaks  # type: ignore[method-assign,assignment]  # one call goes wrong
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
