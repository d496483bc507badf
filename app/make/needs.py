"""What the shipped code needs in the browser: the project's dependencies and theirs, as Pyodide sees them."""

import tomllib
from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.make.places import ROOT

BROWSER = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_release": "",
    "platform_system": "Emscripten",
    "platform_version": "",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}


def direct_needs() -> list[Requirement]:
    """What [project.dependencies] asks for, for every platform."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return [Requirement(line) for line in project["dependencies"]]


def browser_needs() -> list[str]:
    """Names of all packages that the browser's archive carries."""
    found: set[str] = set()
    waiting = [need for need in direct_needs() if _applies(need)]
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            waiting += [need for line in requires(name) or () if _applies(need := Requirement(line))]
    return sorted(found)


def _applies(need: Requirement) -> bool:
    return need.marker is None or need.marker.evaluate(BROWSER)
