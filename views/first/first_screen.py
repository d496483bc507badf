"""The first screen: one picture, one sentence, three doors. No form."""

import flet as ft

from views.design.button import icon_button, quiet_button
from views.design.icons import chevron
from views.design.lettering import greeting, label, small_text, soft_text
from views.design.page import page_body
from views.design.palettes import Tint
from views.design.picture import portrait, scene
from views.design.surface import Tap, column, filling, led_by, row, tap_card
from views.design.tokens import Tokens
from views.strings.languages import OWN_NAME
from views.surroundings import Surroundings, use_surroundings


@ft.component
def first_screen(
    on_pupil: Tap,
    on_parent: Tap,
    on_mentor: Tap,
    on_look_around: Tap,
    on_language: Tap,
    on_text_size: Tap,
    on_about: Tap,
    on_bring_back: Tap,
    on_code: Tap,
) -> ft.Control:
    """What somebody meets before anything is set up."""
    here = use_surroundings()
    t, said = here.tokens, here.sentences.first
    doors = [
        _door(t, _tile(t, "door_pupil", Tint.PEACH), said.pupil_door, said.pupil_note, on_pupil),
        _door(t, _tile(t, "door_parent", Tint.SKY), said.parent_door, said.parent_note, on_parent),
        _door(t, _tile(t, "door_mentor", Tint.LILAC), said.mentor_door, said.mentor_note, on_mentor),
    ]
    corner = _corner(here, on_language, on_text_size)
    name = column([greeting(t, here.sentences.words.app_name), soft_text(t, said.promise)], gap=2)
    look = quiet_button(t, said.look_around, on_look_around, key="look-around")
    code = quiet_button(t, here.sentences.pairing.have_code, on_code, key="have-code")
    around = row([code, look], along="center", wraps=True)
    about = quiet_button(t, said.about, on_about, is_bare=True, key="about")
    copy = quiet_button(
        t, here.sentences.copies.bringing.first_door, on_bring_back, is_bare=True, key="bring-back"
    )
    kept = column([small_text(t, said.kept), row([copy, about], gap=0, along="center", wraps=True)], gap=0)
    if t.is_wide:
        left = column([scene(t, "first_light", 500, 250, said.scene), name, kept], gap=16)
        right = column([*doors, around], gap=14)
        both = row([filling(left), filling(right)], gap=40)
        return page_body(t, [corner, both], width=1040, gap=24, is_centred=True)
    width = min(t.width - 2 * t.page_edge, 680)
    picture = scene(t, "first_light", width, width * (0.46 if t.is_phone else 0.48), said.scene)
    return page_body(t, [corner, picture, name, column([*doors, around], gap=10), kept], gap=12)


def _corner(here: Surroundings, on_language: Tap, on_text_size: Tap) -> ft.Control:
    t, said = here.tokens, here.sentences.first
    language = quiet_button(
        t, OWN_NAME[here.language], on_language, icon_name="language", is_bare=True, key="language"
    )
    size = icon_button(t, "text_size", said.text_size, on_text_size, key="text-size")
    return row([language, size], gap=0, along="end")


def _tile(tokens: Tokens, art: str, tint: Tint) -> ft.Control:
    return portrait(tokens, f"art/{art}.svg", 60, tint)


def _door(tokens: Tokens, picture: ft.Control, name: str, note: str, on_tap: Tap) -> ft.Control:
    said = column([label(tokens, name), small_text(tokens, note)], gap=0)
    return tap_card(tokens, led_by(tokens, picture, said, chevron(tokens)), on_tap, padding=12)
