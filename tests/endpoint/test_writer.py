"""The one that writes pushes: many in one commit, and nobody pays for another's fault."""

import asyncio
from typing import Any

import pytest

from services.endpoint.chains import Chains
from services.endpoint.rows import CircleRow
from services.endpoint.store_memory import MemoryStore
from services.endpoint.writer import MOST_TOGETHER, Push, Writer
from services.planner.errors import EndpointBusy
from tests.endpoint.house import House, opened
from tests.sync.circle import MENTOR, Role, family, founded


def at_home(run: Any, story: Any) -> None:
    """Runs a story with an endpoint in memory."""

    async def whole() -> None:
        async with opened(MemoryStore()) as house:
            await story(house, Writer(house.office))

    run(whole())


def test_those_that_wait_are_written_together(run: Any) -> None:
    async def story(house: House, writer: Writer) -> None:
        circle = family()
        await house.hosted(circle, MENTOR)
        commits: list[int] = []
        house.office.metrics.commit = lambda pushes, _: commits.append(pushes)  # type: ignore[method-assign]
        ticks = [circle.put(circle.edits(MENTOR)) for _ in range(MOST_TOGETHER + 2)]
        pushes = [writer.push(Push(MENTOR.id, {circle.state.chain.circle: [tick]})) for tick in ticks]
        answers = await asyncio.gather(*pushes)
        assert commits == [MOST_TOGETHER, 2]
        seqs = [seq for answer in answers for _, seq in answer[circle.state.chain.circle].acks]
        assert seqs == list(range(4, 4 + len(ticks)))
        await writer.finish()

    at_home(run, story)


def test_a_push_that_cannot_be_written_costs_no_other(run: Any) -> None:
    async def story(house: House, writer: Writer) -> None:
        broken, sound = family(), founded(MENTOR, Role.MENTOR, seed="sound")
        mentor = await house.hosted(broken, MENTOR)
        await mentor.host(sound)
        async with house.office.store.writing() as rows:
            (row,) = await rows.find(CircleRow, id=broken.state.chain.circle)
            await rows.change([row._replace(roster=bytes(16))])
        house.office.chains = Chains()
        pushes = [
            writer.push(Push(MENTOR.id, {circle.state.chain.circle: [circle.edits(MENTOR)]}))
            for circle in (broken, sound)
        ]
        fault, answer = await asyncio.gather(*pushes, return_exceptions=True)
        assert isinstance(fault, AssertionError)
        assert not isinstance(answer, BaseException)
        assert answer[sound.state.chain.circle].acks == [(2, 2)]

    at_home(run, story)


def test_who_asks_and_goes_away_is_written_all_the_same(run: Any) -> None:
    async def story(house: House, writer: Writer) -> None:
        circle = family()
        mentor = await house.hosted(circle, MENTOR)
        tick = circle.put(circle.edits(MENTOR))
        asking = asyncio.create_task(writer.push(Push(MENTOR.id, {circle.state.chain.circle: [tick]})))
        await asyncio.sleep(0)
        asking.cancel()
        await writer.finish()
        assert (await mentor.sync(circle, 3))["head"] == 4

    at_home(run, story)


def test_when_too_many_wait_the_next_comes_again(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.endpoint.writer._MOST_WAITING", 2)

    async def story(house: House, writer: Writer) -> None:
        circle = family()
        await house.hosted(circle, MENTOR)
        pushes = [writer.push(Push(MENTOR.id, {circle.state.chain.circle: []})) for _ in range(3)]
        results = await asyncio.gather(*pushes, return_exceptions=True)
        assert [type(result) for result in results] == [dict, dict, EndpointBusy]

    at_home(run, story)
