"""The packages that run in the browser, fetched as wheels in the versions of the lock file."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from app.make.answer import BuildStopped
from app.make.kept import digest, files_below, kept
from app.make.lockfile import locked
from app.make.needs import browser_needs

_PYTHON = "314"
_PLATFORM = "pyemscripten_2026_0_wasm32"  # Pyodide 314's ABI; its lock file names it abi_version
_UNUSED = (
    "flet/testing/",  # drives desktop windows
    "flet/fastapi/",  # the server side
    "flet/pytest_plugin.py",
    "flet/cli.py",
    "certifi/cacert.pem",  # in a browser it is the browser that checks certificates
)
_UNUSED_ENDINGS = {".pyi", ".pyx", ".pxd", ".c", ".h", ".typed"}


def browser_packages() -> Path:
    """A folder with every package unpacked, ready for the archive."""
    lines = [locked(name) for name in browser_needs()]
    wheels = kept("wheels for the browser", digest(*lines, _PLATFORM), lambda place: _download(lines, place))
    return kept(
        "packages for the browser", digest(*lines, *_UNUSED, "1"), lambda place: _unpack(wheels, place)
    )


def _download(lines: list[str], place: Path) -> None:
    wanted = place / "wanted.txt"
    wanted.write_text("\n".join(lines) + "\n")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", "--platform", _PLATFORM, "--python-version", _PYTHON]
    command += ["--implementation", "cp", "--abi", f"cp{_PYTHON}", "--abi", "abi3", "--abi", "none"]
    command += ["--dest", str(place), "-r", str(wanted)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        raise BuildStopped(f"The packages for the browser could not be fetched; is there a network? ({last})")


def _unpack(wheels: Path, place: Path) -> None:
    for wheel in sorted(wheels.glob("*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            opened.extractall(place, [name for name in opened.namelist() if _is_used(PurePosixPath(name))])


def _is_used(name: PurePosixPath) -> bool:
    if name.parts[0].endswith(".dist-info"):
        return name.name == "METADATA"  # importlib.metadata reads versions from it
    return (
        name.suffix not in _UNUSED_ENDINGS
        and not str(name).startswith(_UNUSED)
        and ".data" not in name.parts[0]
    )


def packed_names(packages: Path) -> Iterator[tuple[str, Path]]:
    """Each file of the packages by its path in the archive."""
    for file in files_below(packages):
        yield file.relative_to(packages).as_posix(), file
