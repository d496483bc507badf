"""A QR of some text, drawn as SVG."""

from io import BytesIO

import segno


def qr_svg(text: str, label: str) -> str:
    """One SVG element, black on what lies behind it, its quiet edge included, named for a screen reader."""
    drawn = BytesIO()
    square = segno.make(text, error="m", micro=False)
    square.save(drawn, kind="svg", xmldecl=False, svgns=True, nl=False, omitsize=True, border=4, title=label)
    return drawn.getvalue().decode("utf-8").replace("<svg ", '<svg role="img" ', 1)
