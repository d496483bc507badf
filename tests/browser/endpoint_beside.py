"""The endpoint as its operator runs it: a process of its own, and its site passes every call under /v1 on."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

import httpx
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

ROOT = Path(__file__).resolve().parents[2]
_OF_A_CONNECTION = {"connection", "content-length", "date", "host", "keep-alive", "transfer-encoding"}


class EndpointBeside:
    """Its rows are under `home`, what it says in `log`. Starts, stops, and is set back to a copy."""

    def __init__(self, home: Path, origin: str) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self.database = home / "endpoint.db"
        self.log = home / "endpoint.log"
        with socket.create_server(("127.0.0.1", 0)) as free:
            self._port = int(free.getsockname()[1])
        self._settings = {
            "FIRSTBELL_HOME": str(home),
            "FIRSTBELL_ORIGINS": origin,
            "FIRSTBELL_PORT": str(self._port),
        }
        self._process: subprocess.Popen[bytes] | None = None
        self.route = Route("/v1/{rest:path}", self._pass_on, methods=["GET", "POST", "PUT", "DELETE"])

    def start(self, *, is_restored: bool = False) -> None:
        """Until it answers."""
        with self.log.open("ab") as log:
            self._process = self._command("serve", *(["--restored"] if is_restored else []), said=log)
        for _ in range(800):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), timeout=1):
                return
            time.sleep(0.025)
        raise AssertionError(self.log.read_text())

    def stop(self) -> None:
        """Kindly."""
        if self._process:
            self._process.terminate()
            self._process.wait(30)
        self._process = None

    def grant(self) -> str:
        """One more."""
        made = self._command("grant", "school", out=subprocess.PIPE)
        return made.communicate(timeout=60)[0].decode().strip()

    def copied_to(self, copy: Path) -> None:
        """As docs/deploy.md says, while it runs."""
        with closing(sqlite3.connect(self.database)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))

    def put_back(self, copy: Path) -> None:
        """Stands as it was, while it is stopped."""
        assert self._process is None
        for file in self.database.parent.glob("endpoint.db*"):
            file.unlink()
        shutil.copyfile(copy, self.database)

    def _command(
        self, *words: str, said: IO[bytes] | None = None, out: int | None = None
    ) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "services.endpoint", *words]
        return subprocess.Popen(command, cwd=ROOT, env=os.environ | self._settings, stdout=out, stderr=said)

    async def _pass_on(self, request: Request) -> Response:
        headers = {name: value for name, value in request.headers.items() if name not in _OF_A_CONNECTION}
        asked = f"?{request.url.query}" if request.url.query else ""
        to = f"http://127.0.0.1:{self._port}{request.url.path}{asked}"
        plain = httpx.AsyncHTTPTransport(verify=False)  # without reading certificates for each call
        async with httpx.AsyncClient(transport=plain, timeout=60) as http:
            answer = await http.request(request.method, to, headers=headers, content=await request.body())
        kept = {name: value for name, value in answer.headers.items() if name not in _OF_A_CONNECTION}
        return Response(answer.content, answer.status_code, kept)
