"""An endpoint as a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def serving(
    url: str, *, module: str = "services.endpoint", **more: str
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """An endpoint over this database: its port and its process, which is ended kindly if it still runs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = {
        "FIRSTBELL_DATABASE_URL": url,
        "FIRSTBELL_PORT": str(port),
        "FIRSTBELL_ORIGINS": "http://127.0.0.1",
        "FIRSTBELL_SYNC_PER_MINUTE": "1000000",
        "FIRSTBELL_SYNC_BURST": "1000000",
    }
    command = [sys.executable, "-m", module, "serve"]
    environment = os.environ | settings | more
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE) as server:
        try:
            _wait_for(port, server)
            yield port, server
        finally:
            server.terminate()
            assert server.stderr is not None
            server.stderr.read()


def memory_mb(pid: int) -> float:
    """What a process holds of the machine's memory."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the endpoint did not begin")
