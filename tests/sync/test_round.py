"""Rounds: what one device writes the others see, in as few requests as there can be."""

import asyncio

import pytest

from services.planner.edit import Change
from services.planner.errors import EndpointUnreachable
from services.planner.ids import RecordId
from services.planner.words import Role
from services.sync.roster_wish import RosterWish
from tests.sync.devices import all_rounds, family, phone
from tests.sync.endpoint_memory import MemoryEndpoint
from tests.vault.homes import Clock


def test_a_tick_under_no_signal_appears_on_the_others_when_the_signal_returns(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        pupil.endpoint.is_offline = True
        await pupil.tick("s1")
        assert pupil.read("t.s1") == ["done", "pupil"]
        with pytest.raises(EndpointUnreachable):
            await pupil.round()
        assert pupil.read("t.s1") == ["done", "pupil"]
        pupil.endpoint.come_back()
        await all_rounds(pupil, parent, mentor)
        for one in (pupil, parent, mentor):
            assert one.read("t.s1") == ["done", "pupil"]
            assert one.base() == pupil.base()
            assert not one.here.health().is_amber, one.here.health()
            assert one.here.health().waiting == 0

    run(story())


def test_a_tick_costs_one_request_and_nothing_new_costs_one_look(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()
        await all_rounds(pupil)
        await pupil.tick("s1")
        assert (await pupil.round()).requests == 1
        assert len(pupil.endpoint.requests[-1].circles[0].push[0]) == 476
        before = len(pupil.endpoint.requests)
        writes = pupil.home.memory.write_count
        for _ in range(3):
            assert (await pupil.round()).requests == 1
        assert len(pupil.endpoint.requests) == before
        assert pupil.home.memory.write_count == writes, "nothing new writes nothing"

    run(story())


def test_after_an_error_what_was_seen_of_the_heads_counts_no_more(run) -> None:
    async def story() -> None:
        _, pupil, *_ = await family()
        await all_rounds(pupil)
        real, asked = pupil.endpoint.heads, []

        async def heads(etag: str) -> object:
            asked.append(etag)
            return await real(etag)

        pupil.endpoint.heads = heads  # type: ignore[assignment]  # the same, and it is written down
        await pupil.round()
        await pupil.round()
        pupil.endpoint.is_offline = True
        with pytest.raises(EndpointUnreachable):
            await pupil.round()
        pupil.endpoint.come_back()
        await pupil.round()
        assert [bool(etag) for etag in asked] == [True, True, True, False]

    run(story())


def test_fifty_planners_of_one_mentor_are_one_request(run) -> None:
    async def story() -> None:
        endpoint = MemoryEndpoint(Clock())
        mentor = await phone("mentor", Role.MENTOR, endpoint)
        circles = [
            await mentor.found_in(await mentor.vault.add_planner("shared", Role.MENTOR)) for _ in range(50)
        ]
        await mentor.rounds.run(circles)
        before = len(mentor.endpoint.requests)
        assert (await mentor.rounds.run(circles)).requests == 1
        assert len(mentor.endpoint.requests) == before
        await circles[7].store.journal.write([_change()])
        assert (await mentor.rounds.run(circles)).requests == 1
        assert len(mentor.endpoint.requests[-1].circles) == 50

    run(story())


def test_a_tick_during_a_round_is_neither_lost_nor_delayed(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("before")
        real = pupil.endpoint.sync

        async def slow(request: object) -> object:
            answer = await real(request)  # type: ignore[arg-type]
            if pupil.read() == "before":
                await asyncio.wait_for(pupil.write("during"), 1)
                await asyncio.wait_for(pupil.write("too", "woke"), 1)
            return answer

        pupil.endpoint.sync = slow  # type: ignore[method-assign,assignment]
        await pupil.round()
        pupil.endpoint.sync = real  # type: ignore[method-assign]
        assert (pupil.read(), pupil.read("woke")) == ("during", "too")
        await all_rounds(pupil, parent, mentor)
        for one in (pupil, parent, mentor):
            assert (one.read(), one.read("woke")) == ("during", "too")

    run(story())


def test_a_planner_of_a_school_year_is_founded_late_and_all_of_it_is_pushed(run) -> None:
    async def story() -> None:
        endpoint = MemoryEndpoint(Clock())
        pupil = await phone("pupil", Role.PUPIL, endpoint)
        for month in range(1, 13):
            changes = [
                _change(f"day:2026-{month:02}-{day:02}", f"t.s{step}", ["done", "pupil"])
                for day in range(1, 29)
                for step in range(12)
            ]
            await pupil.journal.write(changes)
        parent = await phone("parent", Role.PARENT, endpoint)
        await pupil.found()
        await pupil.wish(RosterWish(add=((parent.public, Role.PARENT),)))
        await parent.join(pupil)
        await parent.round()
        await all_rounds(pupil, parent)
        assert parent.base() == pupil.base()
        assert len(parent.base()) == 12 * 28 + 2
        assert parent.here.health().dropped == 0
        entries = endpoint.logs[pupil.here.id].entries.values()
        assert sum(entry.frame.kind == 1 for entry in entries) < 8

    run(story())


def test_what_an_adult_ticked_before_ticking_was_allowed_is_dropped_everywhere_alike(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await parent.tick("s1")
        await all_rounds(parent, pupil, mentor)
        for one in (pupil, parent, mentor):
            assert one.read("t.s1") is None
            assert one.base() == pupil.base()
            assert one.here.health().dropped == 1
        await pupil.write(True, "adult_ticks", "pref", "pref")
        await all_rounds(pupil, parent)
        await parent.tick("s2")
        await all_rounds(parent, pupil, mentor)
        assert {str(one.read("t.s2")) for one in (pupil, parent, mentor)} == {"['done', 'parent']"}

    run(story())


def test_two_devices_that_change_one_field_at_once_end_alike(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        for number in range(6):
            await asyncio.gather(
                pupil.write(f"p{number}"), parent.write(f"q{number}"), mentor.write(f"m{number}")
            )
            await asyncio.gather(pupil.round(), parent.round(), mentor.round())
        await all_rounds(pupil, parent, mentor)
        assert len({one.read() for one in (pupil, parent, mentor)}) == 1
        assert pupil.base() == parent.base() == mentor.base()

    run(story())


def test_a_restart_goes_on_where_it_was(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.write("sent")
        pupil.endpoint.loses_answers = True
        with pytest.raises(EndpointUnreachable):
            await pupil.round()
        flying = pupil.here.store.kept.inflight
        assert flying is not None
        pupil.endpoint.loses_answers = False
        await pupil.restart()
        assert pupil.read() == "sent"
        await pupil.round()
        assert pupil.endpoint.requests[-1].circles[0].push == [flying.entry.raw], "the very same bytes"
        await all_rounds(pupil, parent, mentor)
        assert {one.read() for one in (pupil, parent, mentor)} == {"sent"}

    run(story())


def test_an_unknown_type_travels_and_is_kept_unread(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.journal.write([_change("x1", "colour", "blue", "mood")])
        await all_rounds(pupil, parent, mentor)
        assert {one.read("colour", "x1") for one in (pupil, parent, mentor)} == {"blue"}

    run(story())


def test_rules_that_are_newer_than_the_app_make_a_circle_read_only(run, monkeypatch) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        for module in ("circle", "circle_health"):
            monkeypatch.setattr(f"services.sync.{module}.RULES_VERSION", 0)
        await pupil.write("waits")
        await pupil.round()
        assert pupil.here.health().is_read_only
        assert pupil.here.health().waiting == 1
        monkeypatch.undo()
        await all_rounds(pupil, parent, mentor)
        assert {one.read() for one in (pupil, parent, mentor)} == {"waits"}

    run(story())


def _change(
    record: str = "day:2026-09-14", field: str = "bed", value: object = "x", kind: str = "day"
) -> Change:
    return Change(RecordId(record), kind, field, value)  # type: ignore[arg-type]
