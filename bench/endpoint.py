"""The endpoint as a process of its own, and a load from this one, on the same cores.

Every push is verified, numbered and on the disk before it is answered. PostgreSQL is a cluster of its own in
a temporary folder, with fsync on.
"""

import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.make.places import ROOT
from bench.pushing import fleet, load
from bench.table import Goal, Row, show
from tests.endpoint.postgres import cluster, programs

DEVICES = int(os.environ.get("FIRSTBELL_DEVICES", "1500"))
PUSHES = 5


@contextmanager
def serving(url: str) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """An endpoint process over this database: its port and itself."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "FIRSTBELL_DATABASE_URL": url,
        "FIRSTBELL_PORT": str(port),
        "FIRSTBELL_ORIGINS": "http://127.0.0.1",
        "FIRSTBELL_SYNC_PER_MINUTE": "1000000",
        "FIRSTBELL_SYNC_BURST": "1000000",
    }
    command = [sys.executable, "-m", "services.endpoint", "serve"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | settings, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield port, server
        finally:
            server.terminate()


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


def memory_mb(pid: int) -> float:
    """What a process holds of the machine's memory."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def _wait_for(port: int) -> None:
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the endpoint did not begin")


def main() -> None:
    """The command."""
    with tempfile.TemporaryDirectory() as folder:
        rows = measure("SQLite", f"sqlite+aiosqlite:///{folder}/endpoint.db")
    if programs() is not None:
        with cluster(is_durable=True) as server:
            rows += measure("PostgreSQL", server.url)
    show(f"{DEVICES * PUSHES} pushes over 64 connections, verified and durable", "milliseconds", rows)


if __name__ == "__main__":
    main()
