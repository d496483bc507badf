"""A name and a picture while they are changed: one's own, or what a child is called."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from services.planner.errors import FirstbellError
from services.planner.text import NAME_LIMIT
from views.design.avatars import AVATAR_NAMES
from views.design.button import big_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import body_text
from views.design.sheet import sheet
from views.design.surface import Tap, column
from views.design.tokens import Tokens
from views.pupil.me_model import NameDraft
from views.pupil.problem_notice import problem_notice
from views.strings.catalogue import Sentences


@dataclass(frozen=True, slots=True)
class NameWords:
    """What the sheet says about whose name it is."""

    heading: str
    field: str
    hint: str
    picture: str


def name_sheet(
    sentences: Sentences,
    tokens: Tokens,
    words: NameWords,
    draft: NameDraft | None,
    on_name: Callable[[str], object],
    on_picture: Callable[[str], object],
    on_keep: Tap,
    on_close: Tap,
    *,
    needs_name: bool,
    problem: FirstbellError | None,
    key: str,
) -> ft.BottomSheet | None:
    """The sheet, or None while nothing is being changed."""
    if draft is None:
        return None
    said = sentences.me
    portraits = [Choice(name, sentences.words.portraits[name], portrait=name) for name in AVATAR_NAMES]
    shown: list[ft.Control] = [
        field(
            tokens,
            words.field,
            draft.name,
            on_name,
            hint=words.hint,
            error=said.name_missing if needs_name else None,
            max_length=NAME_LIMIT,
            key=key,
        ),
        column(
            [
                body_text(tokens, words.picture, is_bold=True),
                portrait_grid(tokens, portraits, draft.picture, on_picture),
            ],
            gap=8,
        ),
        *problem_notice(sentences, tokens, problem),
        big_button(tokens, said.keep, on_keep, icon_name="check", key=f"keep-{key}"),
    ]
    return sheet(tokens, words.heading, shown, said.leave, on_close)
