"""What is kept as a picture of a page shows the page."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.drawn import MOVING, at_rest, first_drawn, is_drawn

PAPER, INK = (244, 241, 234), (35, 48, 43)
READMES = sorted((Path(__file__).resolve().parents[2] / "docs" / "pictures").glob("*.png"))


def picture(*, dots: int = 0) -> bytes:
    """A page of one colour with so many dots on it, as a browser gives it."""
    page, kept = Image.new("RGBA", (39, 84), (*PAPER, 255)), io.BytesIO()
    for x in range(dots):
        page.putpixel((x, 12), (*INK, 255))
    page.save(kept, "PNG")
    return kept.getvalue()


def test_a_page_of_one_colour_is_not_drawn_and_one_dot_is_enough() -> None:
    assert not is_drawn(picture())
    assert is_drawn(picture(dots=1))


def test_who_keeps_a_picture_waits_until_something_is_drawn() -> None:
    taken, pauses = iter([picture(), picture(), picture(dots=3), picture(dots=5)]), [0]

    def pause() -> None:
        pauses[0] += 1

    assert first_drawn(lambda: next(taken), pause) == picture(dots=3)
    assert pauses == [2]


def test_a_page_that_is_never_drawn_is_never_kept() -> None:
    with pytest.raises(AssertionError, match="nothing is drawn, in 4 looks"):
        first_drawn(picture, lambda: None, looks=4)


def test_a_page_that_still_grows_is_kept_when_it_rests() -> None:
    grows = [picture(), picture(dots=1), picture(dots=1), picture(dots=4), picture(dots=4), picture(dots=4)]
    taken = iter([*grows, picture(dots=9)])
    assert at_rest(lambda: next(taken), lambda: None) == picture(dots=4)


def test_a_page_that_never_rests_is_kept_all_the_same() -> None:
    taken = iter(range(1, 40))
    assert at_rest(lambda: picture(dots=next(taken)), lambda: None) == picture(dots=1 + MOVING)


def test_the_pictures_in_the_readme_show_something() -> None:
    assert [one.stem for one in READMES] == ["mentor", "parent", "pupil"]
    assert all(is_drawn(one.read_bytes()) for one in READMES)
