"""Fonts that Flutter asks for when ours lack a letter. Each path gets an answer, or it asks without end."""

import re
from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

_PATHS = re.compile(r'"((?:noto|roboto)[a-z0-9]*/v\d+/[A-Za-z0-9_.\-]+\.(?:woff2|ttf))"')


def write(place: Path, program: str) -> None:
    """Fill the folder with a font for each path that the client's program names."""
    box = _box()
    for path in sorted(set(_PATHS.findall(program))):
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(box)


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
