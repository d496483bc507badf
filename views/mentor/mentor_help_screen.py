"""Help for a mentor: a child who is not safe, what the order means, what others see, what the shapes say."""

from collections.abc import Callable

import flet as ft

from views.design.lettering import body_text, title
from views.design.page import page_body, page_top
from views.design.surface import card
from views.mentor.use_legend import use_legend
from views.pupil.me_screen import me_tile
from views.surroundings import use_surroundings


@ft.component
def mentor_help_screen(go: Callable[[str], None]) -> ft.Control:
    """One page to read, and the way to what Firstbell is."""
    here = use_surroundings()
    tokens, said = here.tokens, here.sentences.mentor.help
    parts = [
        card(tokens, [title(tokens, heading), *(body_text(tokens, line) for line in lines)], gap=8)
        for heading, lines in said.parts
    ]
    about = me_tile(tokens, "about", said.about, said.about_note, lambda: go("/about"))
    return page_body(
        tokens, [page_top(tokens, said.title), *parts, use_legend(here.sentences, tokens), about]
    )
