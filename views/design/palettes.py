"""The colours of the five themes. Every pair that meets on a screen is checked for contrast by a test."""

from dataclasses import dataclass
from enum import StrEnum


class ThemeName(StrEnum):
    """The looks a person may choose."""

    CALM = "calm"
    COLOUR = "colour"
    PLAIN = "plain"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Tint(StrEnum):
    """Quiet grounds behind pictures. They decorate and never carry meaning."""

    SAND = "sand"
    PEACH = "peach"
    SKY = "sky"
    LILAC = "lilac"
    LEAF = "leaf"
    SUN = "sun"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by what they are for. `x_fill` is a ground; `on_x` is ink on a patch of x itself."""

    ground: str
    card: str
    edge: str
    ink: str
    soft_ink: str
    ring: str
    done: str
    done_fill: str
    done_edge: str
    on_done: str
    now: str
    now_fill: str
    on_now: str
    pause: str
    pause_fill: str
    wobbly: str
    hard: str
    danger: str
    danger_fill: str
    on_danger: str
    bar: str
    chosen: str
    is_dark: bool
    tints: tuple[str, str, str, str, str, str]

    def tint(self, tint: Tint) -> str:
        """The ground behind a picture."""
        return self.tints[list(Tint).index(tint)]


CALM = Palette(
    ground="#F4F1EA",
    card="#FFFFFF",
    edge="#E3DED3",
    ink="#23302B",
    soft_ink="#54625B",
    ring="#857D6C",
    done="#2A7052",
    done_fill="#E7F3EC",
    done_edge="#B9DCC8",
    on_done="#FFFFFF",
    now="#2D5E9E",
    now_fill="#E8F0FA",
    on_now="#FFFFFF",
    pause="#6F5712",
    pause_fill="#F6EED8",
    wobbly="#B07A1E",
    hard="#6B4A7A",
    danger="#A32F2A",
    danger_fill="#FBEAE7",
    on_danger="#FFFFFF",
    bar="#FBFAF5",
    chosen="#E9E3D6",
    is_dark=False,
    tints=("#EFE8DA", "#FCE5D2", "#E1ECF2", "#E8E1F0", "#E6F0DB", "#FBECC4"),
)

COLOUR = Palette(
    ground="#FFF3DD",
    card="#FFFFFF",
    edge="#F1D7AC",
    ink="#1E2747",
    soft_ink="#4B5475",
    ring="#7C7466",
    done="#116B4B",
    done_fill="#D9F5E6",
    done_edge="#8FDDB7",
    on_done="#FFFFFF",
    now="#4139B8",
    now_fill="#E9E7FF",
    on_now="#FFFFFF",
    pause="#6F5200",
    pause_fill="#FFEBB0",
    wobbly="#B56A00",
    hard="#7A2F8F",
    danger="#A8232F",
    danger_fill="#FFE6E4",
    on_danger="#FFFFFF",
    bar="#FFFAF0",
    chosen="#FFE1A6",
    is_dark=False,
    tints=("#FFE9C2", "#FFD9C2", "#CFEBFF", "#E6DBFF", "#DDF3C4", "#FFEA9E"),
)

PLAIN = Palette(
    ground="#F3F3F0",
    card="#FBFBF9",
    edge="#D8D8D3",
    ink="#262A29",
    soft_ink="#565B59",
    ring="#7B7F7C",
    done="#3B5A4D",
    done_fill="#EAEEEB",
    done_edge="#C4CEC8",
    on_done="#FBFBF9",
    now="#3C4650",
    now_fill="#ECEFF1",
    on_now="#FBFBF9",
    pause="#5C5749",
    pause_fill="#EEECE5",
    wobbly="#7F7765",
    hard="#59515F",
    danger="#8C3A34",
    danger_fill="#F4EAE8",
    on_danger="#FBFBF9",
    bar="#F8F8F5",
    chosen="#E3E3DE",
    is_dark=False,
    tints=("#EBEBE6", "#EBEBE6", "#EBEBE6", "#EBEBE6", "#EBEBE6", "#EBEBE6"),
)

DARK = Palette(
    ground="#1E2421",
    card="#2A322E",
    edge="#3D4842",
    ink="#EEF2EC",
    soft_ink="#B6C2BA",
    ring="#98A69D",
    done="#93D6B2",
    done_fill="#24382F",
    done_edge="#3F6352",
    on_done="#122A1F",
    now="#9CC3F5",
    now_fill="#26364A",
    on_now="#10233B",
    pause="#E3CB87",
    pause_fill="#3A3523",
    wobbly="#E0B566",
    hard="#CDAEDD",
    danger="#F2A79F",
    danger_fill="#44292A",
    on_danger="#3B1210",
    bar="#252C28",
    chosen="#3A453F",
    is_dark=True,
    tints=("#C6BFAF", "#D6B9A2", "#A8BECC", "#BBAFCA", "#B0C2A0", "#D4C18C"),
)

HIGH_CONTRAST = Palette(
    ground="#FDFCF7",
    card="#FFFFFF",
    edge="#1B1B1B",
    ink="#0C0C0C",
    soft_ink="#2E2E2E",
    ring="#1B1B1B",
    done="#0B4A30",
    done_fill="#E9F7EF",
    done_edge="#0B4A30",
    on_done="#FFFFFF",
    now="#0B3A7E",
    now_fill="#E7F0FD",
    on_now="#FFFFFF",
    pause="#4A3900",
    pause_fill="#FFF5D6",
    wobbly="#6B4300",
    hard="#4A2460",
    danger="#7E120D",
    danger_fill="#FFECEA",
    on_danger="#FFFFFF",
    bar="#FFFFFF",
    chosen="#E3E3E3",
    is_dark=False,
    tints=("#F1EEE6", "#F1EEE6", "#F1EEE6", "#F1EEE6", "#F1EEE6", "#F1EEE6"),
)

PALETTE_BY_THEME = {
    ThemeName.CALM: CALM,
    ThemeName.COLOUR: COLOUR,
    ThemeName.PLAIN: PLAIN,
    ThemeName.DARK: DARK,
    ThemeName.HIGH_CONTRAST: HIGH_CONTRAST,
}
