"""The endpoint as a process of its own, and a load from this one, on the same cores.

Every push is verified, numbered and on the disk before it is answered. PostgreSQL is a cluster of its own in
a temporary folder, with fsync on.
"""

import asyncio
import os
import tempfile
import time

from bench.table import Goal, Row, show
from tests.endpoint.fleet import fleet, load
from tests.endpoint.postgres import cluster, programs
from tests.endpoint.process import memory_mb, serving

DEVICES = int(os.environ.get("FIRSTBELL_DEVICES", "1500"))
PUSHES = 5


def measure(name: str, url: str) -> list[Row]:
    """Pushes over one database, and how much memory it took."""
    made = asyncio.run(fleet(url, DEVICES, PUSHES))
    with serving(url) as (port, server):
        began = time.perf_counter()
        times = asyncio.run(load(port, made.requests))
        each_ms = (time.perf_counter() - began) * 1000 / len(times)
        memory = memory_mb(server.pid)
    print(f"  {name}: {1000 / each_ms:.0f} pushes/s", flush=True)
    milliseconds = [one * 1000 for one in times]
    return [
        Row(f"{name}: a push among others, 1000/s", [each_ms], goal=Goal("p95", 1)),
        Row(f"{name}: until its answer", milliseconds, goal=Goal("p99", 150)),
        Row(f"{name}: memory, MB", [memory]),
    ]


def main() -> None:
    """The command."""
    with tempfile.TemporaryDirectory() as folder:
        rows = measure("SQLite", f"sqlite:///{folder}/endpoint.db")
    if programs() is not None:
        with cluster(is_durable=True) as server:
            rows += measure("PostgreSQL", server.url)
    show(f"{DEVICES * PUSHES} pushes over 64 connections, verified and durable", "milliseconds", rows)


if __name__ == "__main__":
    main()
