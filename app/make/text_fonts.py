"""The fonts that people read in, cut to the letters of our languages."""

from importlib import import_module
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from app.make.kept import digest, kept

_LATIN = [*range(0x20, 0x180), 0x18F, 0x192, *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3, *range(0x2010, 0x2027), 0x2030]
_LATIN += [0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265]
_ARABIC = [0x20, *range(0x600, 0x700), *range(0x750, 0x780), *range(0x200C, 0x2010), *range(0xFB50, 0xFDFF), *range(0xFE70, 0xFEFF)]

# package, its file, our name, letters, axes to pin (None keeps the range of weights)
_FONTS = (
    ("fontpkg_lexend", "Lexend[wght].ttf", "Lexend", _LATIN, {}),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Regular", _LATIN, {}),
    ("fontpkg_atkinson_hyperlegible", "AtkinsonHyperlegible-Bold.ttf", "AtkinsonHyperlegible-Bold", _LATIN, {}),
    ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf", "NotoSansArabic", _ARABIC, {"wdth": 100}),
)


def text_fonts() -> Path:
    """A folder with the fonts and their licences."""
    packages = sorted({package.replace("_", "-") for package, *_ in _FONTS})
    key = digest(Path(__file__), *(f"{package} {version(package)}" for package in packages))
    return kept("fonts", key, _make)


def _make(place: Path) -> None:
    for package, file, name, letters, axes in _FONTS:
        folder = Path(import_module(package).__path__[0])
        font = TTFont(folder / "files" / file)
        if axes:
            font = _pinned(font, axes)
        options = Options()
        options.layout_features = ["*"]
        cutter = Subsetter(options)
        cutter.populate(unicodes=letters)
        cutter.subset(font)
        font.save(place / f"{name}.ttf")
        (place / f"LICENCE-{package.removeprefix('fontpkg_')}.txt").write_bytes((folder / "LICENSE").read_bytes())


def _pinned(font: TTFont, axes: dict[str, float]) -> TTFont:
    """The font without some of its axes, read anew: cutting needs the tables that only writing fills."""
    written = BytesIO()
    instantiateVariableFont(font, axes).save(written)
    written.seek(0)
    return TTFont(written)
