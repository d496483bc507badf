"""Our service worker, with the list of this build's files and the hash of each."""

import base64
import hashlib
import json
from pathlib import Path

from app.make.kept import files_below
from app.make.places import SHELL

_TWINS = {".br", ".gz"}
_ON_DEMAND = (
    "main.dart.",
    "canvaskit/",
    "fallback/",
    "assets/NOTICES",
    "assets/packages/",
    "assets/shaders/",
)
_ON_DEMAND_TOPS = ("screens/",)  # pictures for the install sheet


def service_worker(site: Path) -> str:
    """The worker's text for a finished site folder."""
    files = []
    for file in files_below(site):
        path = file.relative_to(site).as_posix()
        if file.suffix not in _TWINS and path != "sw.js" and not file.name.startswith("."):
            files.append([path, _hash(file), int(_is_needed(path))])
    listed = "[\n" + ",\n".join(json.dumps(entry) for entry in files) + "\n]"
    return (SHELL / "service-worker.js").read_text().replace("{{files}}", listed)


def _hash(file: Path) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).decode().rstrip("=")


def _is_needed(path: str) -> bool:
    """Not so: the renderers, of which a browser takes one, and fonts for letters that few people type."""
    if path.startswith("client-"):
        return not path.partition("/")[2].startswith(_ON_DEMAND)
    return not path.startswith(_ON_DEMAND_TOPS)
