"""Behind the doors of parent and mentor: what is here for them, and how to begin."""

import flet as ft

from services.planner.words import Role
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, soft_text
from views.design.notice import notice
from views.design.page import page_body, page_top
from views.design.palettes import Tint
from views.design.picture import portrait
from views.design.surface import Tap, card, row
from views.surroundings import use_surroundings


@ft.component
def role_screen(role: Role, on_set_up: Tap, on_look_around: Tap, on_back: Tap, on_code: Tap) -> ft.Control:
    """Begin with a pupil on this device, or look around."""
    here = use_surroundings()
    t, said = here.tokens, here.sentences.first
    is_mentor = role is Role.MENTOR
    heading = said.mentor_title if is_mentor else said.parent_title
    now = said.mentor_now if is_mentor else said.parent_now
    set_up = said.mentor_begin if is_mentor else said.parent_begin
    look = quiet_button(t, said.look_around, on_look_around, key="look-around")
    art = "door_mentor" if is_mentor else "door_parent"
    picture = portrait(t, f"art/{art}.svg", 140, Tint.LILAC if is_mentor else Tint.SKY)
    return page_body(
        t,
        [
            page_top(t, heading, back_label=here.sentences.words.back, on_back=on_back),
            card(t, [row([picture], along="center"), body_text(t, now)]),
            big_button(t, set_up, on_set_up, key="set-up"),
            quiet_button(t, here.sentences.pairing.have_code, on_code, key="have-code"),
            row([look], along="center", wraps=True),
            notice(t, said.on_their_phone, picture="phone"),
            soft_text(t, said.kept),
        ],
    )
