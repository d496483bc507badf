"""A PostgreSQL of the run's own: in a temporary folder, reached by a socket file, gone at the end."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_USERS = ("postgres", "nobody")  # who runs it when we are root, whom PostgreSQL refuses
_QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off")


@dataclass
class Cluster:
    """A running server."""

    folder: Path
    programs: Path
    as_user: dict[str, Any]
    options: str = ""

    @property
    def url(self) -> str:
        """Where SQLAlchemy finds it."""
        return f"postgresql+asyncpg://firstbell@/postgres?host={self.folder}"

    def start(self) -> None:
        """Begins, also after a crash."""
        more = f"-k {self.folder} -c listen_addresses='' -c max_connections=60 {self.options}"
        self._control("-l", str(self.folder / "log"), "-o", more, "start")

    def crash(self) -> None:
        """Every process of it ends at once; nothing is written first."""
        self._control("-m", "immediate", "stop")

    def _control(self, *options: str) -> None:
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-w", *options)

    def run(self, program: str, *options: str) -> None:
        """One of PostgreSQL's own programs."""
        command = [str(self.programs / program), *options]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, **self.as_user)


def programs() -> Path | None:
    """The folder with PostgreSQL's programs, 15 or later; None where there is none."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    new = [path for path in found if float(path.parent.name) >= 15]
    on_path = shutil.which("postgres")
    usual = [Path(on_path).resolve().parent] if on_path else []
    return max(new, key=lambda path: float(path.parent.name), default=None) or next(iter(usual), None)


@contextmanager
def cluster(*, is_durable: bool = False) -> Iterator[Cluster]:
    """A cluster that ends with the block; `is_durable` waits for the disk, as a real one does."""
    place = programs()
    assert place is not None, "there is no PostgreSQL here"
    as_user = _ordinary_user()
    with tempfile.TemporaryDirectory(prefix="firstbell-pg-") as temporary:
        folder = Path(temporary)
        if as_user:
            os.chown(folder, as_user["user"], as_user["group"])
        made = Cluster(folder, place, as_user, "" if is_durable else " ".join(_QUICK))
        data = str(folder / "data")
        made.run("initdb", "-D", data, "-U", "firstbell", "--auth=trust", "--no-sync", "--locale=C")
        made.start()
        try:
            yield made
        finally:
            made.crash()


def _ordinary_user() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    names = {user.pw_name: user for user in pwd.getpwall()}
    user = next(names[name] for name in _USERS if name in names)
    no_groups: Sequence[int] = ()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": no_groups}
