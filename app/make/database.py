"""The PostgreSQL that the endpoint's tests start for themselves."""

import shutil
from pathlib import Path

from app.make.answer import BuildStopped, say
from app.make.debian import install, may_install

_BY_HAND = "sudo apt-get install postgresql"


def ready_database(*, must_be_there: bool) -> None:
    """Sees that its programs are here. Errors: BuildStopped when they are not and must be."""
    if not _is_here() and may_install():
        install("postgresql")
    if _is_here():
        return
    if must_be_there:
        raise BuildStopped(f"The tests need PostgreSQL 15 or later here. On Debian: {_BY_HAND}")
    say(f"\n*** No PostgreSQL on this machine: ITS TESTS ARE SKIPPED. On Debian: {_BY_HAND}\n")


def _is_here() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/postgres")) or shutil.which("postgres") is not None
