"""Behind the doors of parent and mentor: honest about what is here today and what is not."""

import flet as ft

from services.planner.words import Role
from views.design.button import big_button, quiet_button
from views.design.lettering import body_text, soft_text
from views.design.notice import notice
from views.design.page import page_body, page_top
from views.design.picture import drawing
from views.design.surface import Tap, card, row
from views.surroundings import use_surroundings


@ft.component
def role_screen(role: Role, on_set_up: Tap, on_look_around: Tap, on_back: Tap) -> ft.Control:
    """What an adult can do here now: set up with a pupil, or look around."""
    here = use_surroundings()
    t, said = here.tokens, here.sentences.first
    is_mentor = role is Role.MENTOR
    heading = said.mentor_title if is_mentor else said.parent_title
    now = said.mentor_now if is_mentor else said.parent_now
    soon = said.mentor_soon if is_mentor else said.parent_soon
    set_up = said.set_up_with_pupil_mentor if is_mentor else said.set_up_with_pupil
    look = quiet_button(t, said.look_around, on_look_around, key="look-around")
    return page_body(
        t,
        [
            page_top(t, heading, back_label=here.sentences.words.back, on_back=on_back),
            card(t, [row([drawing("empty_soon", 200, 150)], along="center"), body_text(t, now)]),
            notice(t, soon, picture="seedling"),
            big_button(t, set_up, on_set_up, key="set-up"),
            row([look], along="center", wraps=True),
            soft_text(t, said.kept),
        ],
    )
