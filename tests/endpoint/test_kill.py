"""A kill -9 under load, again and again: whatever was acknowledged is there afterwards, at its place."""

import asyncio
import json
import os
import random
import signal
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from services.endpoint.rows import EntryRow
from services.endpoint.store_sqlite import SqliteStore
from services.sync.wire import SyncAnswer, SyncRequest
from tests.endpoint.fleet import answered, fleet
from tests.endpoint.process import serving

KILLS = 40 if os.environ.get("FIRSTBELL_SOAK") else 3
DEVICES = 24


@pytest.mark.kill
def test_a_kill_under_load_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    seed = int(os.environ.get("FIRSTBELL_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
    sys.stdout.write(f"FIRSTBELL_SEED={seed}\n")
    chance = random.Random(seed)  # noqa: S311  moments, not secrets
    url = f"sqlite:///{tmp_path / 'endpoint.db'}"
    made = asyncio.run(fleet(url, DEVICES, KILLS * 20))
    crowd = Crowd(made.requests)
    for _ in range(KILLS):
        with serving(url) as (port, server):
            asyncio.run(crowd.push_until_killed(port, server.pid, chance.randrange(50, 300)))
        assert asyncio.run(_standing(url)) >= crowd.acked
    assert len(crowd.acked) >= KILLS * 50


class Crowd:
    """Devices that push, and send again what was not acknowledged."""

    def __init__(self, requests: list[list[bytes]]) -> None:
        self._requests = requests
        self._next = [0] * len(requests)
        self.acked: set[tuple[bytes, int, bytes]] = set()

    async def push_until_killed(self, port: int, pid: int, most: int) -> None:
        """Pushes at once from every device; after so many acknowledgements the endpoint is killed."""
        until = len(self.acked) + most
        await asyncio.gather(*(self._one(place, port, pid, until) for place in range(len(self._next))))

    async def _one(self, place: int, port: int, pid: int, until: int) -> None:
        requests = self._requests[place]
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            while self._next[place] < len(requests):
                request = requests[self._next[place]]
                writer.write(request)
                _, body = await answered(reader)
                self._remember(request.partition(b"\r\n\r\n")[2], body)
                self._next[place] += 1
                if len(self.acked) >= until:
                    os.kill(pid, signal.SIGKILL)
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
    store = SqliteStore(url)
    async with store.reading() as rows:
        found = {(row.circle, row.seq, row.raw) for row in await rows.find(EntryRow)}
    await store.close()
    return found
