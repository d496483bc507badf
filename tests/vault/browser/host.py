"""Serves the vault's page to one browser, loopback only, from memory and from the flet-web package."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import tinydb

from tests.crypto.browser.host import POLICY, PYODIDE, ROOT, TYPE_BY_SUFFIX

HERE = Path(__file__).resolve().parent
CODE_FOLDERS = ("services", "services/planner", "services/crypto", "services/vault", "tests/vault", "bench")
CODE_FILES = ("tests/__init__.py", "tests/vault/browser/jobs.py", "tests/vectors/backup/version-1.json")
PORTS = range(8630, 8640)


@contextmanager
def vault_page() -> Iterator[str]:
    """The address of a page that does the job named behind its question mark."""
    code = _code()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            body = code if path == "/code.zip" else _file(path)
            self.send_response(404 if body is None else 200)
            kind = TYPE_BY_SUFFIX.get(Path(path).suffix, "application/octet-stream")
            for name, value in (("Content-Type", kind), ("Content-Security-Policy", POLICY)):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Keeps quiet."""

    server = _server(Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/page.html"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _server(answer: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    for port in PORTS:
        try:
            return ThreadingHTTPServer(("127.0.0.1", port), answer)
        except OSError:
            continue
    return ThreadingHTTPServer(("127.0.0.1", 0), answer)


def _file(path: str) -> bytes | None:
    name = path.removeprefix("/pyodide/")
    folder = HERE if name == path else PYODIDE
    found = folder / name.removeprefix("/")
    return found.read_bytes() if found.parent == folder and found.is_file() else None


def _code() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for folder in CODE_FOLDERS:
            for path in sorted((ROOT / folder).glob("*.py")):
                archive.write(path, path.relative_to(ROOT))
        for name in CODE_FILES:
            archive.write(ROOT / name, name)
        package = Path(tinydb.__file__).parent
        for path in sorted(package.glob("*.py")):
            archive.write(path, path.relative_to(package.parent))
    return packed.getvalue()
