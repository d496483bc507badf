"""The endpoint as a process of its own, and a load from this one, on the same cores.

Every push is verified, numbered and on the disk before it is answered. PostgreSQL is a cluster of its own in
a temporary folder, with fsync on. Each device's first push comes before the clock starts, because its key is
judged once and then remembered.

Rival of a push: the same endpoint with a commit for each, and fewer devices, because it is slow. Rival of a
mentor's question: a JSON file for each pupil on a file server, asked for with the tag of what is known.
"""

import asyncio
import json
import os
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.serving import served
from bench.table import Goal, Row, show
from tests.endpoint.fleet import Fleet, caseload, fleet, load, sizes
from tests.endpoint.postgres import cluster, programs
from tests.endpoint.process import memory_mb, serving

DEVICES = int(os.environ.get("FIRSTBELL_DEVICES", "1000"))
MANY_DEVICES = 10 * DEVICES
PUSHES = 5
PUPILS = 50
ASKS = 100


class Pushed(NamedTuple):
    """What a load of pushes took. Units: milliseconds, of each among the others and until each answer."""

    among: list[float]
    answers: list[float]


def pushed(name: str, url: str, module: str, devices: int) -> Pushed:
    """Pushes over one database, by devices of their own."""
    made = asyncio.run(fleet(url, devices, PUSHES + 1))
    with serving(url, module=module) as (port, _):
        _first_push(port, made)
        began = time.perf_counter()
        times = asyncio.run(load(port, [requests[1:] for requests in made.requests]))
        each_ms = (time.perf_counter() - began) * 1000 / len(times)
    print(f"  {name}: {1000 / each_ms:.0f} pushes/s", flush=True)
    return Pushed([each_ms], [one * 1000 for one in times])


def pushes(name: str, url: str) -> list[Row]:
    """Ours and the rival over one database, one after the other."""
    alone = pushed(f"{name}, a commit each", url, "bench.one_by_one", DEVICES // 5)
    ours = pushed(name, url, "services.endpoint", DEVICES)
    return [
        Row(f"{name}, a commit each: a push", alone.among),
        Row(f"{name}: a push among the others", ours.among, alone.among, Goal("p95", 1)),
        Row(f"{name}, a commit each: until its answer", alone.answers),
        Row(f"{name}: until its answer", ours.answers, alone.answers, Goal("p99", 150)),
    ]


def nothing_new(url: str) -> tuple[list[float], list[float]]:
    """A mentor asks what is new for every pupil, and nothing is: milliseconds, and bytes both ways."""
    asks = asyncio.run(caseload(url, PUPILS))
    with serving(url) as (port, _):
        tagged = asyncio.run(sizes(port, asks))
        times = asyncio.run(load(port, [[tagged.request] * ASKS], connections=1))
    return [one * 1000 for one in times], [float(tagged.bytes_both_ways)]


def nothing_new_in_files(folder: Path) -> tuple[list[float], list[float]]:
    """The rival of that: every file asked for with its tag, one after the other on one connection."""
    folder.mkdir()
    names = [f"{pupil}.json" for pupil in range(PUPILS)]
    for name in names:
        (folder / name).write_text(json.dumps({"pupil": name}))
    with served(folder, is_plain=True) as address:
        port = int(address.rpartition(":")[2])
        files = [asyncio.run(sizes(port, _get(f"/{name}"))) for name in names]
        times = asyncio.run(load(port, [[one.request for one in files] * ASKS], connections=1))
    each = [sum(times[ask * PUPILS : (ask + 1) * PUPILS]) * 1000 for ask in range(ASKS)]
    return each, [float(sum(one.bytes_both_ways for one in files))]


def _get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n".encode()


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
        files_times, files_bytes = nothing_new_in_files(Path(folder) / "files")
        times, sizes_bytes = nothing_new(f"sqlite:///{folder}/caseload.db")
        show(
            f"A mentor of {PUPILS} pupils asks for news, and there is none",
            "milliseconds, bytes",
            [
                Row("a JSON file a pupil, until the last 304", files_times),
                Row("until the 304", times, files_times, Goal("p95", 250)),
                Row("a JSON file a pupil, bytes both ways", files_bytes),
                Row("bytes both ways", sizes_bytes, files_bytes, Goal("p95", 8 * 1024)),
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
