"""Which of the project's own files travel to a phone or a browser."""

from collections.abc import Iterator
from pathlib import Path

from app.make.kept import files_below
from app.make.places import NOT_SHIPPED, ROOT, SHIPPED


def shipped_files(root: Path = ROOT) -> Iterator[tuple[str, Path]]:
    """Each shipped file by its path in the archive, in a fixed order."""
    for top in SHIPPED:
        for file in files_below(root / top):
            name = file.relative_to(root).as_posix()
            if not any(name == left or name.startswith(left + "/") for left in NOT_SHIPPED):
                yield name, file
