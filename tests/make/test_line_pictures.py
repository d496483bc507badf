"""The plain theme shows the same pictures as lines."""

from app.make.pictures import line_only, pictograms
from views.design.pictograms import HEXCODE_BY_NAME

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg"><g id="color"><g><path fill="#f00" d="M0 0"/></g></g>'
    '<g id="line"><path fill="none" stroke="#000" d="M1 1"/></g></svg>'
)


def test_lines_stay_and_fills_go() -> None:
    lines = line_only(DRAWING)
    assert "M1 1" in lines
    assert "M0 0" not in lines
    assert lines.startswith("<svg xmlns=")


def test_every_pictogram_is_there_twice() -> None:
    place = pictograms()
    for name in HEXCODE_BY_NAME:
        in_colour, in_lines = place / f"{name}.svg", place / "line" / f"{name}.svg"
        assert 'id="line"' in in_lines.read_text(encoding="utf-8")
        assert len(in_lines.read_text(encoding="utf-8")) <= len(in_colour.read_text(encoding="utf-8")) + 200
