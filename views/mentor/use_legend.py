"""What the shapes of the week strip mean."""

import flet as ft

from services.planner.day_use import Use
from views.design.lettering import small_text, title
from views.design.surface import card, filling, row
from views.design.tokens import Tokens
from views.design.use_marks import use_picture
from views.strings.catalogue import Sentences


def use_legend(sentences: Sentences, tokens: Tokens) -> ft.Control:
    """Each shape with its words."""
    said = sentences.mentor.use
    size = min(tokens.type.small * 1.2, 26)
    lines = [
        row([use_picture(tokens, use.value, size), filling(small_text(tokens, said.legend[use], ink="ink"))])
        for use in Use
    ]
    return card(tokens, [title(tokens, said.legend_title), *lines], gap=10, key="use-legend")
