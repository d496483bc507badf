"""The endpoint as a process of its own, and a load from this one, on the same cores.

Every push is verified, numbered and on the disk before it is answered. PostgreSQL is a cluster of its own in
a temporary folder, with fsync on. Each device's first push comes before the clock starts, because its key is
judged once and then remembered.
"""

import asyncio
import os
import tempfile
import time

from bench.table import Goal, Row, show
from tests.endpoint.fleet import Fleet, caseload, fleet, load, sizes
from tests.endpoint.postgres import cluster, programs
from tests.endpoint.process import memory_mb, serving

DEVICES = int(os.environ.get("FIRSTBELL_DEVICES", "1000"))
MANY_DEVICES = 10 * DEVICES
PUSHES = 5
PUPILS = 50
ASKS = 100


def pushes(name: str, url: str) -> list[Row]:
    """Pushes over one database."""
    made = asyncio.run(fleet(url, DEVICES, PUSHES + 1))
    with serving(url) as (port, _):
        _first_push(port, made)
        began = time.perf_counter()
        times = asyncio.run(load(port, [requests[1:] for requests in made.requests]))
        each_ms = (time.perf_counter() - began) * 1000 / len(times)
    print(f"  {name}: {1000 / each_ms:.0f} pushes/s", flush=True)
    return [
        Row(f"{name}: a push among the others", [each_ms], goal=Goal("p95", 1)),
        Row(f"{name}: until its answer", [one * 1000 for one in times], goal=Goal("p99", 150)),
    ]


def nothing_new(url: str) -> tuple[list[float], list[float]]:
    """A mentor asks what is new for every pupil, and nothing is: milliseconds, and bytes both ways."""
    asks = asyncio.run(caseload(url, PUPILS))
    with serving(url) as (port, _):
        tagged = asyncio.run(sizes(port, asks))
        times = asyncio.run(load(port, [[tagged.request] * ASKS], connections=1))
    return [one * 1000 for one in times], [float(tagged.bytes_both_ways)]


def memory(url: str) -> float:
    """What the endpoint holds after every one of many devices has pushed. Units: MB."""
    made = asyncio.run(fleet(url, MANY_DEVICES, 1))
    with serving(url) as (port, server):
        _first_push(port, made)
        return memory_mb(server.pid)


def _first_push(port: int, made: Fleet) -> None:
    asyncio.run(load(port, [requests[:1] for requests in made.requests]))


def main() -> None:
    """The command."""
    with tempfile.TemporaryDirectory() as folder:
        rows = pushes("SQLite", f"sqlite:///{folder}/pushes.db")
        if programs() is not None:
            with cluster(is_durable=True) as server:
                rows += pushes("PostgreSQL", server.url)
        show(f"{DEVICES * PUSHES} pushes over 64 connections, verified and durable", "milliseconds", rows)
        times, sizes_bytes = nothing_new(f"sqlite:///{folder}/caseload.db")
        show(
            f"A mentor of {PUPILS} pupils asks for news, and there is none",
            "milliseconds, bytes",
            [
                Row("until the 304", times, goal=Goal("p95", 250)),
                Row("bytes both ways", sizes_bytes, goal=Goal("p95", 8 * 1024)),
            ],
        )
        held_mb = memory(f"sqlite:///{folder}/many.db")
        show(
            f"After a push by each of {MANY_DEVICES} devices",
            "MB",
            [Row("memory of the endpoint", [held_mb], goal=Goal("p95", 250))],
        )


if __name__ == "__main__":
    main()
