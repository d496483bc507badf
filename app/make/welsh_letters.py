"""Ŵ, ŵ, Ŷ and ŷ for a font that has the letters and the roof, but not together. Welsh cannot do without."""

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_ROOF, _HIGH_ROOF = "uni0302", "uni0302.case"
_LETTERS = {0x174: ("W", _HIGH_ROOF), 0x175: ("w", _ROOF), 0x176: ("Y", _HIGH_ROOF), 0x177: ("y", _ROOF)}


def add_welsh_letters(font: TTFont) -> None:
    """Put each of the four that is missing together from its two parts, the roof over the middle."""
    shapes, widths, names = font["glyf"], font["hmtx"], font.getBestCmap()
    for code, (letter, roof) in _LETTERS.items():
        if code in names:
            continue
        base, accent = shapes[letter], shapes[roof]
        right = round((base.xMin + base.xMax - accent.xMin - accent.xMax) / 2)
        pen = TTGlyphPen(shapes)
        pen.addComponent(letter, (1, 0, 0, 1, 0, 0))
        pen.addComponent(roof, (1, 0, 0, 1, right, 0))
        name = f"uni{code:04X}"
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        shapes[name] = pen.glyph()
        shapes[name].recalcBounds(shapes)
        widths[name] = (widths[letter][0], shapes[name].xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
