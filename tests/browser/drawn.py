"""Whether a picture of the screen shows anything: a busy machine tells of a page before it draws it."""

import io
from collections.abc import Callable
from typing import Final

from PIL import Image

LOOKS: Final = 240
MOVING: Final = 10


def is_drawn(png: bytes) -> bool:
    """Whether the picture is not all of one colour."""
    with Image.open(io.BytesIO(png)) as picture:
        return any(darkest != lightest for darkest, lightest in picture.convert("RGB").getextrema())


def first_drawn(take: Callable[[], bytes], pause: Callable[[], None], looks: int = LOOKS) -> bytes:
    """The first picture that shows something, among so many."""
    for _ in range(looks):
        if is_drawn(png := take()):
            return png
        pause()
    raise AssertionError(f"nothing is drawn, in {looks} looks")


def at_rest(take: Callable[[], bytes], pause: Callable[[], None], calm: int = 2) -> bytes:
    """A picture that was the same so many times again; where something moves without end, the latest."""
    png, alike = first_drawn(take, pause), 0
    for _ in range(MOVING):
        pause()
        before, png = png, first_drawn(take, pause)
        alike = alike + 1 if png == before else 0
        if alike == calm:
            break
    return png
