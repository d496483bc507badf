"""The built web app on a server of the test's own, at a time of the test's choosing.

The browser's Python asks `Date.now`, so the copy of the site that a test serves has one line more at the top
of its worker: it moves that clock. Everything else is byte for byte what `make web` built.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import socket
import threading
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from app.make.places import SITE
from app.make.web_app import web_app
from tests.browser.endpoint_beside import EndpointBeside
from tests.endpoint.listening import Listening

DAY_MS = 24 * 60 * 60 * 1000
# A Tuesday at ten past seven in the morning, in term.
MORNING = datetime(2026, 9, 15, 7, 10, tzinfo=ZoneInfo("Europe/London"))
WORKER_CLOCK = """const realNow = Date.now.bind(Date);
let moved = %d;
try { moved += Number(await (await fetch("/test-clock")).text()); } catch { /* offline */ }
Date.now = () => realNow() + moved;
"""


def clocked_copy(folder: Path) -> Path:
    """A copy of build/web whose worker lives at MORNING. Files are linked, only two are written anew."""
    site = folder / "web"
    shutil.copytree(SITE, site, copy_function=os.link)
    worker = next(site.glob("python-*/worker.js"))
    before = worker.read_bytes()
    moved = int(MORNING.timestamp() * 1000) - time.time_ns() // 1_000_000
    after = (WORKER_CLOCK % moved).encode() + before
    service_worker = site / "sw.js"
    rules = service_worker.read_text()
    assert _hash(before) in rules, "the service worker names its files by hash"
    for file in (worker, service_worker):
        for twin in (file, Path(f"{file}.br"), Path(f"{file}.gz")):
            twin.unlink(missing_ok=True)
    worker.write_bytes(after)
    service_worker.write_text(rules.replace(_hash(before), _hash(after)))
    return site


def _hash(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


class House:
    """Serves a site until it is stopped; may be started again at the same address."""

    def __init__(self, site: Path, endpoint_home: Path | None = None) -> None:
        """`endpoint_home`: an endpoint beside the site, a process of its own, keeps its rows there."""
        self._site = site
        self._days = 0
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.endpoint = EndpointBeside(endpoint_home, self.address) if endpoint_home else None
        self.wire: Listening | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def days_later(self, days: int) -> None:
        """From the next start of the app on, it is so many days after MORNING."""
        self._days = days

    async def _clock(self, request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(self._days * DAY_MS))

    @property
    def grant(self) -> str:
        """As the operator hands it to a mentor."""
        assert self.endpoint is not None
        return self.endpoint.grant()

    def start(self, *, is_restored: bool = False) -> None:
        """`is_restored`: the endpoint's rows came from a copy."""
        beside = [Route("/test-clock", self._clock)]
        if self.endpoint:
            self.endpoint.start(is_restored=is_restored)
            beside.append(self.endpoint.route)
        self.wire = self.wire or Listening(web_app(self._site, beside=beside), "/v1/")
        config = uvicorn.Config(
            self.wire, host="127.0.0.1", port=self.port, access_log=False, log_level="warning",
            lifespan="off", timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        for _ in range(400):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.025)
        raise AssertionError("the house did not open")

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join(timeout=20)
        if self.endpoint:
            self.endpoint.stop()
        self._server = self._thread = None
