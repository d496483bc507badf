"""Every pair of colours that meets on a screen can be told apart (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11)."""

import pytest

from views.design.palettes import PALETTE_BY_THEME, Palette, ThemeName, Tint


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, definition of relative luminance."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours are apart, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


FILLS = ("ground", "card", "bar", "chosen", "done_fill", "now_fill", "pause_fill", "danger_fill")
# ink, ground, least contrast
PAIRS = [
    *(("ink", fill, 7.0) for fill in FILLS),
    *(("soft_ink", fill, 4.5) for fill in FILLS),
    *(("done", fill, 4.5) for fill in ("card", "ground", "done_fill")),
    *(("now", fill, 4.5) for fill in ("card", "ground", "now_fill")),
    *(("pause", fill, 4.5) for fill in ("card", "ground", "pause_fill")),
    *(("hard", fill, 4.5) for fill in ("card", "ground")),
    *(("danger", fill, 4.5) for fill in ("card", "ground", "danger_fill")),
    ("on_done", "done", 4.5),
    ("on_now", "now", 4.5),
    ("on_danger", "danger", 4.5),
    # the edges of controls and shapes that carry meaning
    *(("ring", fill, 3.0) for fill in ("card", "ground")),
    *(("now", fill, 3.0) for fill in ("done_fill", "pause_fill", "danger_fill", "chosen", "bar")),
    ("wobbly", "card", 3.0),
    ("ink", "now", 1.5),
]


@pytest.mark.parametrize("theme", ThemeName)
def test_words_and_edges_of_every_theme_can_be_read(theme: ThemeName) -> None:
    palette = PALETTE_BY_THEME[theme]
    weak = [
        f"{ink} on {ground}: {got:.2f}, needs {least}"
        for ink, ground, least in PAIRS
        if (got := contrast(getattr(palette, ink), getattr(palette, ground))) < least
    ]
    assert not weak


def test_high_contrast_reaches_the_enhanced_level_for_all_words() -> None:
    palette = PALETTE_BY_THEME[ThemeName.HIGH_CONTRAST]
    for ink in ("ink", "soft_ink", "done", "now", "pause", "hard", "danger"):
        assert contrast(getattr(palette, ink), palette.card) >= 7


@pytest.mark.parametrize("theme", ThemeName)
def test_black_lines_of_pictograms_stand_out_from_what_they_lie_on(theme: ThemeName) -> None:
    palette: Palette = PALETTE_BY_THEME[theme]
    grounds = [palette.tint(tint) for tint in Tint]
    if not palette.is_dark:
        grounds += [getattr(palette, fill) for fill in FILLS]
    assert min(contrast("#000000", ground) for ground in grounds) >= 7


def test_the_measure_itself_knows_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#857D6C", "#FFFFFF") == pytest.approx(4.1, abs=0.05)
