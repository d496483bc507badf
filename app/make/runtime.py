"""Python for the browser: Pyodide from the flet-web wheel, our worker, and the packages it imports."""

import json
import shutil
import zipfile
from importlib.metadata import version
from pathlib import Path

from app.make.archive import pack
from app.make.client import WEB
from app.make.compress import compress
from app.make.kept import digest, kept
from app.make.places import SHELL
from app.make.wheels import browser_packages, packed_names

_RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LIBRARY = "python_stdlib.zip"
PACKAGES = "packages.pack"


def runtime() -> Path:
    """A folder with all that the worker loads before our own code."""
    packages = browser_packages()
    code = [Path(__file__).parent / name for name in ("runtime.py", "archive.py", "compress.py")]
    key = digest(version("flet-web"), packages.name, SHELL / "worker.js", *code)
    return kept("python for the browser", key, lambda place: _make(place, packages))


def _make(place: Path, packages: Path) -> None:
    for name in _RUNTIME:
        shutil.copyfile(WEB / "pyodide" / name, place / name)
    _loosen(WEB / "pyodide" / _LIBRARY, place / _LIBRARY)
    lock = json.loads((WEB / "pyodide" / "pyodide-lock.json").read_text())
    lock["packages"] = {}  # nothing is ever loaded by name at run time
    (place / "pyodide-lock.json").write_text(json.dumps(lock))
    shutil.copyfile(SHELL / "worker.js", place / "worker.js")
    (place / PACKAGES).write_bytes(pack(packed_names(packages)))
    compress(place)


def _loosen(packed: Path, loose: Path) -> None:
    """Python's own library, not packed inside its archive: the twins of the whole are a third smaller."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(loose, "w", zipfile.ZIP_STORED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            entry.compress_type = zipfile.ZIP_STORED
            new.writestr(entry, content)
