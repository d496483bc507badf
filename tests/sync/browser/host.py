"""Serves the client's page and a tiny endpoint on one origin, loopback only."""

import io
import zipfile
from pathlib import Path
from typing import Any

from app.make.wheels import browser_packages, packed_names
from tests.crypto.browser.host import POLICY, PYODIDE, ROOT, TYPE_BY_SUFFIX
from tests.crypto.vector_files import VECTORS
from tests.sync.tiny_endpoint import TinyEndpoint

HERE = Path(__file__).resolve().parent
CODE_FOLDERS = ("services", "services/planner", "services/crypto", "services/sync")
CODE_FILES = (
    "tests/__init__.py",
    "tests/crypto/samples.py",
    "tests/sync/browser/jobs.py",
    "tests/sync/client_contract.py",
    "tests/sync/mailbox_contract.py",
    "tests/sync/pairing_samples.py",
)
NOT_NEEDED = ("flet/", "msgpack/", "segno/", "tinydb/", "tzdata/")
SLOW, SLOW_BODY = "/slow", "/slow-body"


class PageAndEndpoint:
    """An ASGI application: the files of the page, two answers that never come, and the endpoint."""

    def __init__(self, origin: str) -> None:
        self._endpoint = TinyEndpoint(origin)
        self._files = {"/code.zip": _code(), "/pairing.json": (VECTORS / "pairing.json").read_bytes()}
        self.left: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope["path"]
        if path in (SLOW, SLOW_BODY):
            await self._never(path, receive, send)
        elif path == "/left":
            await _send(send, ",".join(self.left).encode(), "text/plain")
        elif path.startswith("/v1/") or path in ("/mood", "/calls"):
            await self._endpoint(scope, receive, send)
        else:
            body = self._files.get(path) or _file(path)
            kind = TYPE_BY_SUFFIX.get(Path(path).suffix, "application/octet-stream")
            await _send(send, body or b"", kind, 404 if body is None else 200)

    async def _never(self, path: str, receive: Any, send: Any) -> None:
        """Says nothing more until the other side leaves, and remembers that it left."""
        if path == SLOW_BODY:
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"first", "more_body": True})
        while (await receive())["type"] != "http.disconnect":
            pass
        self.left.append(path)


async def _send(send: Any, body: bytes, kind: str, status: int = 200) -> None:
    headers = [(b"content-type", kind.encode()), (b"content-security-policy", POLICY.encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _file(path: str) -> bytes | None:
    name = path.removeprefix("/pyodide/")
    folder = HERE if name == path else PYODIDE
    found = folder / name.removeprefix("/")
    return found.read_bytes() if found.parent == folder and found.is_file() else None


def _code() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, path in packed_names(browser_packages()):
            if not name.startswith(NOT_NEEDED):
                archive.write(path, name)
        for folder in CODE_FOLDERS:
            for path in sorted((ROOT / folder).glob("*.py")):
                archive.write(path, path.relative_to(ROOT))
        for name in CODE_FILES:
            archive.write(ROOT / name, name)
    return packed.getvalue()
