"""Serves the vector page to one browser, loopback only, from memory and from the flet-web package."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import flet_web

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PYODIDE = Path(flet_web.__file__).parent / "web" / "pyodide"
TYPE_BY_SUFFIX = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
}
POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
CODE_FOLDERS = (
    "services",
    "services/planner",
    "services/crypto",
    "tests",
    "tests/crypto",
    "tests/crypto/browser",
)


@contextmanager
def vector_page(asked: str) -> Iterator[str]:
    """The address of a page that does the job `asked`."""
    content = {"/code.zip": _code(), "/asked.json": asked.encode()}

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            body = content.get(path) or _file(path)
            self.send_response(404 if body is None else 200)
            kind = TYPE_BY_SUFFIX.get(Path(path).suffix, "application/octet-stream")
            for name, value in (("Content-Type", kind), ("Content-Security-Policy", POLICY)):
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            with suppress(ConnectionError):  # a browser that closes does not wait for the rest
                self.wfile.write(body or b"")

        def log_message(self, *_: Any) -> None:
            """Keeps quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/page.html"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _file(path: str) -> bytes | None:
    name = path.removeprefix("/pyodide/")
    folder = HERE if name == path else PYODIDE
    found = folder / name.removeprefix("/")
    return found.read_bytes() if found.parent == folder and found.is_file() else None


def _code() -> bytes:
    paths = [path for folder in CODE_FOLDERS for path in sorted((ROOT / folder).glob("*.py"))]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in paths:
            archive.write(path, path.relative_to(ROOT))
    return packed.getvalue()
