"""Make it mine: how the app looks, moves and sounds."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class MineSentences:
    """Shape: `themes` by ThemeName, each a name and a note; `fonts` by Font."""

    title: str
    theme: str
    themes: Mapping[str, tuple[str, str]]
    font: str
    font_sample: str
    text_size: str
    text_size_value: str
    smaller: str
    larger: str
    sample: str
    motion: str
    motion_note: str
    sound: str
    sound_note: str
    language: str
    saved_here: str
