"""A kill -9 under load, again and again: whatever was acknowledged is there afterwards, at its place.

SQLite ends with the endpoint; PostgreSQL outlives it, and crashes by itself while the endpoint goes on.
"""

import asyncio
import json
import os
import random
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from services.endpoint.app import store_of
from services.endpoint.rows import EntryRow
from services.endpoint.settings import Settings
from services.sync.wire import SyncAnswer, SyncRequest
from tests.endpoint.fleet import answered, fleet
from tests.endpoint.postgres import cluster, programs
from tests.endpoint.process import serving

KILLS = 40 if os.environ.get("FIRSTBELL_SOAK") else 3
DEVICES = 24


@pytest.mark.kill
def test_a_kill_under_load_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    endpoint_killed(f"sqlite:///{tmp_path / 'endpoint.db'}")


@pytest.mark.kill
def test_a_kill_under_load_loses_nothing_that_was_acknowledged_by_postgresql() -> None:
    skip_without_postgresql()
    with cluster(is_durable=True) as database:
        endpoint_killed(database.url)


@pytest.mark.kill
def test_a_crash_of_the_database_under_load_loses_nothing_and_the_endpoint_goes_on() -> None:
    skip_without_postgresql()
    chance = chosen()
    with cluster(is_durable=True) as database:
        crowd = Crowd(asyncio.run(fleet(database.url, DEVICES, KILLS * 20)).requests)
        with serving(database.url) as (port, server):
            for _ in range(KILLS):
                asyncio.run(crowd.push_until(chance.randrange(50, 300), port, database.crash))
                database.start()
                assert asyncio.run(_standing(database.url)) >= crowd.acked
            assert server.poll() is None
            before = len(crowd.acked)
            asyncio.run(crowd.push_until(DEVICES, port, lambda: None))
        assert len(crowd.acked) > before >= KILLS * 50


def endpoint_killed(url: str) -> None:
    """The endpoint ends at random moments over this database."""
    chance = chosen()
    crowd = Crowd(asyncio.run(fleet(url, DEVICES, KILLS * 20)).requests)
    for _ in range(KILLS):
        with serving(url) as (port, server):
            asyncio.run(crowd.push_until(chance.randrange(50, 300), port, partial(kill, server.pid)))
        assert asyncio.run(_standing(url)) >= crowd.acked
    assert len(crowd.acked) >= KILLS * 50


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def chosen() -> random.Random:
    """Moments by a seed of this run's, which is printed."""
    seed = int(os.environ.get("FIRSTBELL_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
    sys.stdout.write(f"FIRSTBELL_SEED={seed}\n")
    return random.Random(seed)  # noqa: S311  moments, not secrets


def skip_without_postgresql() -> None:
    if programs() is None:
        pytest.skip("no PostgreSQL 15 here; on Debian: apt-get install postgresql")


class Crowd:
    """Devices that push, and send again what was not acknowledged."""

    def __init__(self, requests: list[list[bytes]]) -> None:
        self._requests = requests
        self._next = [0] * len(requests)
        self.acked: set[tuple[bytes, int, bytes]] = set()
        self._until = 0
        self._end: Callable[[], None] = lambda: None

    async def push_until(self, most: int, port: int, end: Callable[[], None]) -> None:
        """Pushes at once from every device; after so many acknowledgements comes the end, once."""
        self._until, self._end = len(self.acked) + most, end
        await asyncio.gather(*(self._one(place, port) for place in range(len(self._next))))

    async def _one(self, place: int, port: int) -> None:
        requests = self._requests[place]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            while self._next[place] < len(requests) and len(self.acked) < self._until + DEVICES:
                request = requests[self._next[place]]
                writer.write(request)
                status, body = await answered(reader)
                if status >= 500:
                    return  # its database has ended
                self._remember(request.partition(b"\r\n\r\n")[2], body)
                self._next[place] += 1
                if len(self.acked) >= self._until:
                    end, self._end = self._end, lambda: None
                    end()
        except (ConnectionError, asyncio.IncompleteReadError):
            return  # it was killed
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()

    def _remember(self, asked: bytes, body: bytes) -> None:
        (circle,) = SyncRequest.model_validate_json(asked).circles
        (answer,) = SyncAnswer.model_validate(json.loads(body), strict=False).circles
        ((_, seq),) = answer.acks
        self.acked.add((circle.id, seq, circle.push[0]))


async def _standing(url: str) -> set[tuple[bytes, int, bytes]]:
    store = store_of(Settings(database_url=url))
    async with store.reading() as rows:
        found = {(row.circle, row.seq, row.raw) for row in await rows.find(EntryRow)}
    await store.close()
    return found
