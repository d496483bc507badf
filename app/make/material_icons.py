"""Flutter's icon font, cut down to the icons that our screens and Flutter's own controls draw."""

import ast
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from app.make.stage import shipped_files

# Drawn by Flutter itself: back arrows, field clear, pickers, menus, check marks, sort and expansion arrows.
_FLUTTERS_OWN = (
    "ACCESS_TIME",
    "ADD",
    "ARROW_BACK",
    "ARROW_BACK_IOS",
    "ARROW_BACK_IOS_NEW",
    "ARROW_BACK_IOS_NEW_ROUNDED",
    "ARROW_BACK_ROUNDED",
    "ARROW_DOWNWARD",
    "ARROW_DROP_DOWN",
    "ARROW_DROP_DOWN_CIRCLE",
    "ARROW_DROP_UP",
    "ARROW_FORWARD",
    "ARROW_FORWARD_IOS",
    "ARROW_RIGHT",
    "ARROW_UPWARD",
    "CALENDAR_TODAY",
    "CANCEL",
    "CHECK",
    "CHECK_BOX",
    "CHECK_BOX_OUTLINE_BLANK",
    "CHECK_CIRCLE",
    "CHEVRON_LEFT",
    "CHEVRON_RIGHT",
    "CLEAR",
    "CLOSE",
    "CONTENT_COPY",
    "CONTENT_CUT",
    "CONTENT_PASTE",
    "DELETE",
    "DRAG_HANDLE",
    "EDIT",
    "EDIT_OUTLINED",
    "ERROR",
    "EXPAND_LESS",
    "EXPAND_MORE",
    "FIRST_PAGE",
    "KEYBOARD_ARROW_DOWN",
    "KEYBOARD_ARROW_LEFT",
    "KEYBOARD_ARROW_RIGHT",
    "KEYBOARD_ARROW_UP",
    "KEYBOARD_OUTLINED",
    "LAST_PAGE",
    "MENU",
    "MORE_HORIZ",
    "MORE_VERT",
    "RADIO_BUTTON_CHECKED",
    "RADIO_BUTTON_UNCHECKED",
    "REMOVE",
    "SCHEDULE",
    "SEARCH",
    "SELECT_ALL",
    "SHARE",
    "UNFOLD_MORE",
    "VISIBILITY",
    "VISIBILITY_OFF",
    "WARNING",
)


def used_icons() -> frozenset[str]:
    """Names of the Material icons that the shipped code draws, such as ADD or HOME_ROUNDED."""
    found = set(_FLUTTERS_OWN)
    for name, file in shipped_files():
        if name.endswith(".py"):
            for node in ast.walk(ast.parse(file.read_bytes())):
                if isinstance(node, ast.Attribute) and _is_icons(node.value):
                    found.add(node.attr)
    return frozenset(found)


def subset(font_file: Path, icon_names: frozenset[str]) -> None:
    """Cut the font in place. A name that the font does not hold is left out; Flet has said so at import."""
    font = TTFont(font_file)
    wanted = {_glyph_name(name) for name in icon_names}
    wanted |= {".notdef", "uni0020"}
    glyphs = [glyph for glyph in font.getGlyphOrder() if glyph in wanted]
    options = Options()
    options.notdef_outline = True
    cutter = Subsetter(options)
    cutter.populate(glyphs=glyphs)
    cutter.subset(font)
    font.save(font_file)


def _is_icons(node: ast.expr) -> bool:
    """Whether this is `Icons` or `ft.Icons`."""
    return (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) == "Icons"


def _glyph_name(icon: str) -> str:
    """HOME_ROUNDED is home_rounded in the font, HOME is home_baseline, 10K is _10k_baseline."""
    glyph = icon.lower()
    if not glyph.endswith(("_outlined", "_rounded", "_sharp")):
        glyph += "_baseline"
    return f"_{glyph}" if glyph[0].isdigit() else glyph
