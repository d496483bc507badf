"""What shall we call you, and which picture is yours."""

import flet as ft

from views.design.avatars import AVATAR_NAMES
from views.design.button import big_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import title
from views.design.tokens import Tokens
from views.lock.question_page import Progress, question_page
from views.setup.setup_model import NAME_MOST, SetupModel, SetupProblem, SetupState
from views.surroundings import Surroundings

_FOUR, _GAP, _FRAME = 4, 8, 16


def _portrait_size(tokens: Tokens) -> float:
    """Four fill a phone's line, so that no ragged edge is left."""
    if not tokens.is_phone:
        return 68
    line = tokens.width - 2 * tokens.page_edge
    return max(48, (line - (_FOUR - 1) * _GAP) // _FOUR - _FRAME)


def who_page(
    around: Surroundings, state: SetupState, model: SetupModel, progress: Progress | None
) -> ft.Control:
    """A name or nickname, and a picture."""
    tokens, said, words = around.tokens, around.sentences.setup, around.sentences.words
    portraits = [Choice(name, words.portraits[name], portrait=name) for name in AVATAR_NAMES]
    return question_page(
        tokens,
        said.name_title,
        [
            field(
                tokens,
                said.name_field,
                state.name,
                model.set_name,
                hint=said.name_hint,
                error=said.name_missing if state.problem is SetupProblem.NAME else None,
                max_length=NAME_MOST,
                on_submit=model.next,
                is_focused=not tokens.is_phone,
                key="name",
            ),
            title(tokens, said.picture_title),
            portrait_grid(
                tokens, portraits, state.picture, model.choose_picture, size=_portrait_size(tokens)
            ),
        ],
        back_label=words.back,
        on_back=model.back,
        progress=progress,
        bar=[big_button(tokens, words.next, model.next, key="next")],
    )
