"""Colours, type, space and motion of one person's Firstbell. Frozen, compared by value, free of flet.

Units: every size is in logical pixels, every duration in milliseconds.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from views.design.palettes import PALETTE_BY_THEME, Palette, ThemeName

MIN_TEXT_PERCENT, MAX_TEXT_PERCENT, TEXT_STEP_PERCENT = 100, 200, 25
READING_WIDTH = 680
TABLET_FROM = 600
WIDE_FROM = 1000
TARGET = 48
TICK_TARGET = 64
CORNER = 24
SMALL_CORNER = 16
# On a phone the longest words of our languages still fit into a card at these sizes.
PHONE_LABEL_LIMIT, PHONE_TITLE_LIMIT, PHONE_GREETING_LIMIT = 36, 40, 44


class Font(StrEnum):
    """The letters a person may choose, by their family name."""

    LEXEND = "Lexend"
    ATKINSON = "Atkinson Hyperlegible"


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes of letters, already scaled. The one place where text grows."""

    small: float
    body: float
    button: float
    label: float
    title: float
    greeting: float
    icon: float


def type_at(percent: int, is_phone: bool) -> Type:
    """The letters at a text size. On a phone headings stop growing before a long word would be cut."""

    def scaled(size: float) -> float:
        return round(size * percent / 100, 1)

    def heading(size: float, limit: float) -> float:
        return min(scaled(size), limit) if is_phone else scaled(size)

    return Type(
        small=scaled(15),
        body=scaled(17),
        button=scaled(18),
        label=heading(22, PHONE_LABEL_LIMIT),
        title=heading(24, PHONE_TITLE_LIMIT),
        greeting=heading(30, PHONE_GREETING_LIMIT),
        icon=min(scaled(24), 40),
    )


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything that a control needs to know about how to look."""

    theme: ThemeName
    colours: Palette
    type: Type
    font: Font
    percent: int
    width: int
    is_rtl: bool
    has_motion: bool

    @property
    def is_phone(self) -> bool:
        """Narrower than a tablet."""
        return self.width < TABLET_FROM

    @property
    def is_wide(self) -> bool:
        """Room for two columns side by side."""
        return self.width >= WIDE_FROM and self.percent <= 150

    def narrowed(self, width: int) -> "Tokens":
        """The same tokens for a part of the page."""
        return replace(self, width=width)

    @property
    def page_edge(self) -> int:
        """The gap between the page's edge and what is on it."""
        return 20 if self.is_phone else 32

    @property
    def edge_width(self) -> float:
        """The line around a card."""
        return 2 if self.theme is ThemeName.HIGH_CONTRAST else 1.5

    @property
    def motion_ms(self) -> int:
        """How long one thing may move."""
        return 200 if self.has_motion else 0

    @property
    def is_large(self) -> bool:
        """Letters so large that rows of words become columns."""
        return self.percent >= 150 and self.width < WIDE_FROM

    @property
    def has_line_pictures(self) -> bool:
        """Pictures as lines only, in the ink of the theme."""
        return self.theme is ThemeName.PLAIN


def tokens_for(
    *,
    theme: ThemeName = ThemeName.CALM,
    font: Font = Font.LEXEND,
    percent: int = 100,
    width: int = 390,
    is_rtl: bool = False,
    has_motion: bool = True,
) -> Tokens:
    """The tokens for a person's choices on a screen of some width."""
    fitting = min(max(percent, MIN_TEXT_PERCENT), MAX_TEXT_PERCENT)
    return Tokens(
        theme=theme,
        colours=PALETTE_BY_THEME[theme],
        type=type_at(fitting, width < TABLET_FROM),
        font=font,
        percent=fitting,
        width=width,
        is_rtl=is_rtl,
        has_motion=has_motion,
    )
