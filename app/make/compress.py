"""Compressed twins beside each file, for the server to send."""

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli

from app.make.kept import files_below

_ALREADY_DENSE = {".woff2", ".png", ".jpg", ".webp", ".br", ".gz"}
_WORTHWHILE_BYTES = 600
_QUALITY = int(os.environ.get("FIRSTBELL_BROTLI", "9"))  # 11 is a twentieth smaller and ten times slower


def compress(place: Path) -> None:
    """Write `.br` and `.gz` beside every file that gets smaller by it."""
    files = [file for file in files_below(place) if file.suffix not in _ALREADY_DENSE]
    with ThreadPoolExecutor() as pool:
        list(pool.map(_twins, sorted(files, key=lambda file: -file.stat().st_size)))


def _twins(file: Path) -> None:
    plain = file.read_bytes()
    if len(plain) < _WORTHWHILE_BYTES:
        return
    twins = {".br": brotli.compress(plain, quality=_QUALITY), ".gz": gzip.compress(plain, 6, mtime=0)}
    for ending, packed in twins.items():
        if len(packed) < len(plain) * 0.95:
            Path(f"{file}{ending}").write_bytes(packed)
