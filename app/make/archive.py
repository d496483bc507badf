"""The archive that carries Python files into the browser: plain, so that one pass unpacks it.

Shape: one line of JSON, `{"files": [[path, size_bytes], ...]}`, a newline, then the files' bytes in order.
"""

import json
from collections.abc import Iterable
from pathlib import Path


def pack(files: Iterable[tuple[str, Path]]) -> bytes:
    """One archive of the files, by their paths in it; the same input gives the same bytes."""
    contents = [(name, file.read_bytes()) for name, file in sorted(files)]
    head = json.dumps({"files": [[name, len(content)] for name, content in contents]}, separators=(",", ":"))
    return head.encode() + b"\n" + b"".join(content for _, content in contents)


def names_in(archive: bytes) -> list[str]:
    """The paths an archive carries."""
    head = json.loads(archive[: archive.index(b"\n")])
    return [name for name, _ in head["files"]]
