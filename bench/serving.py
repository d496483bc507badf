"""A server for the bench, in a process of its own, that counts what it sends.

`python -m bench.serving SITE [--plain]`; `/bench/sent` tells how many bytes of answers have left, and
`/bench/...` has what a bench runs in the browser beside the app, on the app's own origin.
"""

import argparse
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.make.places import ROOT
from app.make.web_app import SiteFiles, web_app
from bench.workshop import workshop_file


class CountingSender:
    """Counts the bytes of every answer: status line, headers and body."""

    def __init__(self, inner: ASGIApp) -> None:
        self._inner = inner
        self.sent_bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and count its answer."""

        async def count(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.sent_bytes += 19 + sum(len(name) + len(value) + 4 for name, value in message["headers"])
            elif message["type"] == "http.response.body":
                self.sent_bytes += len(message.get("body", b""))
            await send(message)

        await self._inner(scope, receive, count)


def _app(site: Path, *, is_plain: bool) -> ASGIApp:
    async def sent(_: Request) -> Response:
        return JSONResponse(counting.sent_bytes)

    async def workshop(request: Request) -> Response:
        return workshop_file(site, request.path_params["name"])

    beside: list[BaseRoute] = [Route("/bench/sent", sent), Route("/bench/{name:path}", workshop)]
    # The plain shape has scripts inside its page, which our own headers would stop.
    plain = Starlette(routes=[*beside, Mount("/", SiteFiles(site))])
    counting = CountingSender(plain if is_plain else web_app(site, beside=beside))
    return counting


@contextmanager
def served(site: Path, *, is_plain: bool = False) -> Iterator[str]:
    """The address of a server of this folder. It is gone at the end."""
    command = [sys.executable, "-m", "bench.serving", str(site), *(["--plain"] if is_plain else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def _serve() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("site", type=Path)
    options.add_argument("--plain", action="store_true")
    chosen = options.parse_args()
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    app = _app(chosen.site, is_plain=chosen.plain)
    uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", lifespan="off")).run(
        [listening]
    )


if __name__ == "__main__":
    _serve()
