"""Results of build steps, kept under the hash of what went into them."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from app.make.answer import step
from app.make.places import CACHE

_KEEP = 3  # results of one step that stay, newest first


def digest(*parts: bytes | str | Path) -> str:
    """Twelve hex digits over texts, bytes and files (folders: every file below, with its name)."""
    whole = hashlib.sha256()
    for part in parts:
        if isinstance(part, Path):
            for file in files_below(part):
                whole.update(str(file.relative_to(part.parent)).encode())
                whole.update(hashlib.sha256(file.read_bytes()).digest())
        else:
            whole.update(part.encode() if isinstance(part, str) else part)
        whole.update(b"\0")
    return whole.hexdigest()[:12]


def files_below(place: Path) -> Iterable[Path]:
    """Every file of a folder in a fixed order, without what Python left behind; a file is itself."""
    if place.is_file():
        return [place]
    found = (file for file in place.rglob("*") if file.is_file())
    return sorted(file for file in found if "__pycache__" not in file.parts and file.suffix != ".pyc")


def kept(what: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` filled for this key, made now if it is not there."""
    name = what.replace(" ", "-")
    result = CACHE / f"{name}-{key}"
    if result.exists():
        os.utime(result)
        return result
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE, prefix=".making-") as making, step(what):
        inside = Path(making) / "result"
        inside.mkdir()
        make(inside)
        inside.rename(result)
    for old in sorted(CACHE.glob(f"{name}-*"), key=lambda place: -place.stat().st_mtime)[_KEEP:]:
        shutil.rmtree(old)
    return result


def lay(source: Path, target: Path) -> None:
    """Put a kept folder's files into the site without copying their bytes, where the disk allows it."""
    for file in files_below(source):
        place = target / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(file, place)
        except OSError:
            shutil.copy2(file, place)
