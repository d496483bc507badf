"""Puts a person's choices on the page itself: theme, letters, direction."""

import flet as ft

from services.planner.words import Role
from services.vault.settings import DeviceSettings
from views.design.palettes import ThemeName
from views.design.theme import FONT_FILES, theme_mode_of, theme_of
from views.design.tokens import Font, Tokens, tokens_for
from views.strings.catalogue import Language
from views.strings.languages import is_right_to_left, language_for, sentences_in
from views.surroundings import Surroundings

PHONE_WIDTH = 390  # until the page has told its own


def surroundings_of(
    settings: DeviceSettings, fallback: Language, width: float, asks_for_stillness: bool, role: Role | None
) -> Surroundings:
    """What every screen finds around it. A name that this version does not know becomes the usual one."""
    language = language_for(settings.language) if settings.language else fallback
    themes = {theme.value: theme for theme in ThemeName}
    fonts = {font.value: font for font in Font}
    tokens = tokens_for(
        theme=themes.get(settings.theme, ThemeName.CALM),
        font=fonts.get(settings.font, Font.LEXEND),
        percent=settings.text_scale_percent,
        width=int(width or PHONE_WIDTH),
        is_rtl=is_right_to_left(language),
        has_motion=settings.motion and not asks_for_stillness,
    )
    return Surroundings(sentences_in(language), tokens, role, language)


def dress(page: ft.Page, tokens: Tokens, title: str) -> None:
    """Flet keeps theme and direction on the page, outside the tree that components draw."""
    page.title = title
    page.fonts = FONT_FILES
    page.theme = page.dark_theme = theme_of(tokens)
    page.theme_mode = theme_mode_of(tokens)
    page.rtl = tokens.is_rtl
    page.bgcolor = tokens.colours.ground
    page.schedule_update()  # type: ignore[no-untyped-call]  # Flet leaves its type out
