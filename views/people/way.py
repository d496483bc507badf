"""A row that leads on from the page about people."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """Shape: `picture` a pictogram's name."""

    picture: str
    name: str
    note: str
    on_tap: Callable[[], None]
