"""The lock file, read: which version of each package, and the hashes it may have."""

import re
from pathlib import Path

from packaging.utils import canonicalize_name

from app.make.answer import BuildStopped
from app.make.places import LOCK

_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


def locked_lines(lock: Path = LOCK) -> dict[str, str]:
    """By package name: its requirement with version and hashes, on one line, without markers."""
    line_by_name: dict[str, str] = {}
    name = ""
    for line in lock.read_text().splitlines():
        if pin := _PIN.match(line):
            name = canonicalize_name(pin["name"])
            line_by_name[name] = f"{pin['name']}=={pin['version']}"
        for found in _HASH.findall(line):
            line_by_name[name] += f" --hash={found}"
    return line_by_name


def locked(name: str, lock: Path = LOCK) -> str:
    """The locked requirement of one package."""
    try:
        return locked_lines(lock)[canonicalize_name(name)]
    except KeyError:
        raise BuildStopped(f"{lock.name} does not hold {name}; run `make lock`.") from None
