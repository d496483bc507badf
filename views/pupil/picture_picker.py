"""Choosing a picture: a word to look for, and a grid; each picture has its name."""

from collections.abc import Callable

import flet as ft

from views.design.button import quiet_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import soft_text
from views.design.sheet import sheet
from views.design.surface import Tap, row
from views.design.tokens import Tokens
from views.pupil.picture_search import PictureSearch, found
from views.strings.catalogue import Sentences


def picture_sheet(
    sentences: Sentences,
    tokens: Tokens,
    search: PictureSearch,
    chosen: str,
    on_search: Callable[[PictureSearch], object],
    on_choose: Callable[[str], object],
    on_close: Tap,
) -> ft.BottomSheet:
    """The sheet of the pictures; choosing one closes it."""
    said, names = sentences.routine, sentences.words.pictures
    all_found = found(search, names)
    shown = all_found[: search.count]
    inside: list[ft.Control] = [
        field(
            tokens,
            said.find_picture,
            search.query,
            lambda text: on_search(search.with_query(text)),
            max_length=40,
            key="picture-search",
        )
    ]
    if shown:
        choices = [Choice(name, names.get(name, name), name) for name in shown]
        inside.append(portrait_grid(tokens, choices, chosen, on_choose, size=56))
    else:
        inside.append(soft_text(tokens, said.no_picture))
    if len(all_found) > len(shown):
        more = quiet_button(
            tokens, said.more_pictures, lambda: on_search(search.with_more()), key="picture-more"
        )
        inside.append(row([more], along="center"))
    return sheet(tokens, said.pictures, inside, sentences.words.close, on_close)
