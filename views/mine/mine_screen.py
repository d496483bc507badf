"""Make it mine: colours, letters, text size, movement, sound, language. Every choice shows at once."""

import flet as ft

from views.binding import use_model
from views.design.choice import Choice, choice_row
from views.design.lettering import label, small_text, title, words
from views.design.page import page_body, page_top
from views.design.palettes import PALETTE_BY_THEME, ThemeName
from views.design.picture import pictogram, swatch
from views.design.progress import tick_circle
from views.design.stepper import stepper
from views.design.surface import Tap, card, column, filling, led_by, row, tap_card
from views.design.toggle import toggle
from views.design.tokens import Font, Tokens
from views.mine.mine_model import MineModel, MineState
from views.strings.catalogue import Language
from views.strings.groups.mine import MineSentences
from views.strings.languages import OWN_NAME
from views.surroundings import use_surroundings


@ft.component
def mine_screen(model: MineModel, on_back: Tap) -> ft.Control:
    """How this device looks, moves and sounds."""
    here, state = use_surroundings(), use_model(model)
    t, said = here.tokens, here.sentences.mine
    chosen = state.settings
    languages = [Choice(each, OWN_NAME[each]) for each in Language]
    return page_body(
        t,
        [
            page_top(t, said.title, back_label=here.sentences.words.back, on_back=on_back),
            _sample(t, said, here.sentences.starter.titles["teeth"]),
            title(t, said.text_size),
            stepper(
                t,
                said.text_size_value.format(percent=chosen.text_scale_percent),
                said.smaller,
                said.larger,
                model.shrink_text if state.may_shrink else None,
                model.grow_text if state.may_grow else None,
            ),
            title(t, said.theme),
            column([_theme(t, said, each, model, state) for each in ThemeName], gap=10),
            title(t, said.font),
            column([_font(t, said, each, model, state) for each in Font], gap=10),
            title(t, said.language),
            choice_row(t, languages, state.language, model.choose_language),
            toggle(t, said.motion, chosen.motion, model.set_motion, note=said.motion_note, key="motion"),
            toggle(t, said.sound, chosen.sound, model.set_sound, note=said.sound_note, key="sound"),
            small_text(t, said.saved_here),
        ],
    )


def _sample(tokens: Tokens, said: MineSentences, step: str) -> ft.Control:
    shown = column([label(tokens, step), small_text(tokens, said.sample)], gap=2)
    return card(
        tokens,
        [led_by(tokens, pictogram(tokens, "toothbrush", 56), shown, tick_circle(tokens, True))],
        look="done",
        padding=16,
    )


def _theme(
    tokens: Tokens, said: MineSentences, theme: ThemeName, model: MineModel, state: MineState
) -> ft.Control:
    name, note = said.themes[theme]
    is_chosen = state.settings.theme == theme
    shown = column([label(tokens, name), small_text(tokens, note)], gap=2)
    circle = tick_circle(tokens, is_chosen, size=32)
    return tap_card(
        tokens,
        led_by(tokens, swatch(PALETTE_BY_THEME[theme], 52), shown, circle),
        lambda: model.choose_theme(theme),
        look="chosen" if is_chosen else "plain",
        is_selected=is_chosen,
        padding=14,
        key=f"theme-{theme}",
    )


def _font(tokens: Tokens, said: MineSentences, font: Font, model: MineModel, state: MineState) -> ft.Control:
    is_chosen = state.settings.font == font
    sample = words(tokens, said.font_sample, size=tokens.type.body, ink="soft", font=font)
    name = words(tokens, font.value, size=tokens.type.label, is_bold=True, font=font)
    return tap_card(
        tokens,
        row([filling(column([name, sample], gap=2)), tick_circle(tokens, is_chosen, size=32)], gap=14),
        lambda: model.choose_font(font),
        look="chosen" if is_chosen else "plain",
        is_selected=is_chosen,
        padding=14,
        key=f"font-{font}",
    )
