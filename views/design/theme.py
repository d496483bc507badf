"""Flet's theme from our tokens, and the letters that ship with the app."""

import flet as ft

from views.design.palettes import Palette
from views.design.tokens import Font, Tokens

ARABIC = "Noto Sans Arabic"

# The build puts these files into assets/fonts. Lexend and Noto Sans Arabic carry every weight in one file.
FONT_FILES: dict[str, str] = {
    Font.LEXEND.value: "fonts/Lexend.ttf",
    Font.ATKINSON.value: "fonts/AtkinsonHyperlegible-Regular.ttf",
    Font.ATKINSON.value + " Bold": "fonts/AtkinsonHyperlegible-Bold.ttf",
    ARABIC: "fonts/NotoSansArabic.ttf",
}


def colour_scheme(colours: Palette) -> ft.ColorScheme:
    """What Material's own parts (fields, switches, sheets) take from our colours."""
    return ft.ColorScheme(
        primary=colours.now,
        on_primary=colours.on_now,
        primary_container=colours.now_fill,
        on_primary_container=colours.ink,
        secondary=colours.done,
        on_secondary=colours.on_done,
        secondary_container=colours.chosen,
        on_secondary_container=colours.ink,
        tertiary=colours.hard,
        error=colours.danger,
        on_error=colours.on_danger,
        surface=colours.ground,
        on_surface=colours.ink,
        on_surface_variant=colours.soft_ink,
        surface_container=colours.card,
        surface_container_low=colours.card,
        surface_container_high=colours.card,
        surface_container_highest=colours.chosen,
        surface_tint=colours.ground,
        outline=colours.ring,
        outline_variant=colours.edge,
        inverse_surface=colours.ink,
        on_inverse_surface=colours.ground,
        inverse_primary=colours.now_fill,
    )


def theme_of(tokens: Tokens) -> ft.Theme:
    """The theme of the page. Set `page.theme_mode` from `theme_mode_of` beside it."""
    still = ft.PageTransitionTheme.NONE if not tokens.has_motion else ft.PageTransitionTheme.FADE_FORWARDS
    colours = tokens.colours
    body = ft.TextStyle(size=tokens.type.body, color=colours.ink, height=1.4)
    return ft.Theme(
        font_family=tokens.font.value,
        color_scheme=colour_scheme(colours),
        scaffold_bgcolor=colours.ground,
        text_theme=ft.TextTheme(body_large=body, body_medium=body, title_medium=body, label_large=body),
        page_transitions=ft.PageTransitionsTheme(
            android=still, ios=still, linux=still, macos=still, windows=still
        ),
        focus_color=ft.Colors.with_opacity(0.14, colours.now),
        hover_color=ft.Colors.with_opacity(0.06, colours.ink),
        splash_color=ft.Colors.with_opacity(0.10, colours.now),
        visual_density=ft.VisualDensity.STANDARD,
        bottom_sheet_theme=ft.BottomSheetTheme(
            bgcolor=colours.ground, elevation=0, barrier_color=ft.Colors.with_opacity(0.45, "#101512")
        ),
    )


def theme_mode_of(tokens: Tokens) -> ft.ThemeMode:
    """Light or dark, as the palette is; the person chose it, not the system."""
    return ft.ThemeMode.DARK if tokens.colours.is_dark else ft.ThemeMode.LIGHT
