"""A name and a picture: the pupil's, or the adult's own."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from views.design.avatars import AVATAR_NAMES
from views.design.button import big_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import title
from views.design.tokens import Tokens
from views.lock.question_page import Progress, question_page
from views.setup.about_pupil import about_pupil
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
    """The pupil's name or nickname, and a picture."""
    said = about_pupil(around, state)
    entry = Entry(said.name_title, said.name_hint, said.name_missing, said.picture_title, "name")
    return _page(
        around, state, model, progress, entry, state.name, state.picture, model.set_name, model.choose_picture
    )


def me_page(
    around: Surroundings, state: SetupState, model: SetupModel, progress: Progress | None
) -> ft.Control:
    """The adult's own name and picture."""
    said = around.sentences.setup
    entry = Entry(
        said.my_name_title, said.my_name_hint, said.my_name_missing, said.my_picture_title, "my-name"
    )
    return _page(
        around,
        state,
        model,
        progress,
        entry,
        state.my_name,
        state.my_picture,
        model.set_my_name,
        model.choose_my_picture,
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of a name and a picture."""

    title: str
    hint: str
    missing: str
    picture_title: str
    key: str


def _page(
    around: Surroundings,
    state: SetupState,
    model: SetupModel,
    progress: Progress | None,
    entry: Entry,
    name: str,
    picture: str,
    on_name: Callable[[str], object],
    on_picture: Callable[[str], object],
) -> ft.Control:
    tokens, words = around.tokens, around.sentences.words
    portraits = [Choice(each, words.portraits[each], portrait=each) for each in AVATAR_NAMES]
    return question_page(
        tokens,
        entry.title,
        [
            field(
                tokens,
                around.sentences.setup.name_field,
                name,
                on_name,
                hint=entry.hint,
                error=entry.missing if state.problem is SetupProblem.NAME else None,
                max_length=NAME_MOST,
                on_submit=model.next,
                is_focused=not tokens.is_phone,
                key=entry.key,
            ),
            title(tokens, entry.picture_title),
            portrait_grid(tokens, portraits, picture, on_picture, size=_portrait_size(tokens)),
        ],
        back_label=words.back,
        on_back=model.back,
        progress=progress,
        bar=[big_button(tokens, words.next, model.next, key="next")],
    )
