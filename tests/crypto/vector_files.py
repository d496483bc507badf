"""The frozen files of tests/vectors, by name."""

import json
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).resolve().parents[1] / "vectors"
COUNTED_SEED = "Firstbell vectors 1"
MAKERS = ("cpython", "chromium", "webkit")


def vector_file(name: str) -> Any:
    """The content of tests/vectors/<name>.json."""
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def made_by(maker: str) -> Any:
    """The set that a backend has made with real random bytes."""
    return vector_file(f"made_by_{maker}")
