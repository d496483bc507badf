"""The fonts that people read in, cut to the letters of our languages."""

from dataclasses import dataclass, field
from importlib import import_module
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from app.make.kept import digest, kept
from app.make.welsh_letters import add_welsh_letters

_WELSH_AND_KIN = (*range(0x20, 0x180), 0x18F, 0x192, *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3)
_SIGNS = (*range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, *range(0x2190, 0x2194))
_SUMS = (0x2212, 0x2260, 0x2264, 0x2265)
_LATIN = frozenset((*_WELSH_AND_KIN, *_SIGNS, *_SUMS))
_URDU = (0x20, *range(0x600, 0x700), *range(0x750, 0x780), *range(0x200C, 0x2010))
ARABIC = frozenset((*_URDU, *range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFF)))


@dataclass(frozen=True, slots=True)
class TextFont:
    """A font of ours: where it comes from, which letters it keeps, which axes it gives up."""

    name: str
    package: str
    file: str
    letters: frozenset[int] = _LATIN
    pinned: dict[str, float] = field(default_factory=dict)


TEXT_FONTS = (
    TextFont("Lexend", "fontpkg_lexend", "Lexend[wght].ttf"),
    TextFont(
        "AtkinsonHyperlegible-Regular", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf"
    ),
    TextFont("AtkinsonHyperlegible-Bold", "fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf"),
    TextFont(
        "NotoSansArabic", "fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", ARABIC, {"wdth": 100}
    ),
)


def text_fonts() -> Path:
    """A folder with the fonts and their licences."""
    packages = sorted({font.package.replace("_", "-") for font in TEXT_FONTS})
    code = Path(__file__), Path(__file__).with_name("welsh_letters.py")
    key = digest(*code, *(f"{package} {version(package)}" for package in packages))
    return kept("fonts", key, _make)


def cut(font: TTFont, letters: frozenset[int]) -> TTFont:
    """The font with these letters alone, and every way they join."""
    options = Options()
    options.layout_features = ["*"]
    cutter = Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    return font


def pin(font: TTFont, axes: dict[str, float]) -> TTFont:
    """The font without some of its axes, read anew: cutting needs the tables that only writing fills."""
    written = BytesIO()
    instantiateVariableFont(font, axes).save(written)
    written.seek(0)
    return TTFont(written)


def _make(place: Path) -> None:
    for wanted in TEXT_FONTS:
        folder = Path(import_module(wanted.package).__path__[0])
        font = TTFont(folder / "files" / wanted.file)
        if wanted.pinned:
            font = pin(font, wanted.pinned)
        if wanted.letters is _LATIN:
            add_welsh_letters(font)
        cut(font, wanted.letters).save(place / f"{wanted.name}.ttf")
        licence = (folder / "LICENSE").read_bytes()
        (place / f"LICENCE-{wanted.package.removeprefix('fontpkg_')}.txt").write_bytes(licence)
