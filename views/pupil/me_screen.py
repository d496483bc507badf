"""Me: name and picture, and tiles to what is set once and seldom changed."""

from collections.abc import Callable
from functools import partial

import flet as ft

from views.binding import use_model
from views.design.avatars import AVATAR_NAMES
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, portrait_grid
from views.design.field import field
from views.design.lettering import body_text, greeting, label, small_text
from views.design.page import page_body
from views.design.picture import avatar, pictogram
from views.design.sheet import sheet
from views.design.sheet_host import use_sheet
from views.design.surface import column, filling, row, tap_card
from views.design.tokens import Tokens
from views.pupil.me_model import MeModel, MeState
from views.pupil.problem_notice import problem_notice
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def me_screen(model: MeModel, go: Callable[[str], None]) -> ft.Control:
    """The pupil's own page."""
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    said = sentences.me
    use_sheet(_sheet(sentences, tokens, model, state))
    tiles = (
        ("/mine", "make_mine", said.mine, said.mine_note),
        ("/lock", "lock", said.lock, said.lock_note),
        ("/copies", "copy", said.copies, said.copies_note),
        ("/about", "about", said.about, said.about_note),
        ("/delete", "waste", said.delete, said.delete_note),
    )
    return page_body(
        tokens,
        [
            _head(sentences, tokens, model, state),
            *(_tile(tokens, picture, name, note, partial(go, to)) for to, picture, name, note in tiles),
            small_text(tokens, said.kept_note),
        ],
    )


def _head(sentences: Sentences, tokens: Tokens, model: MeModel, state: MeState) -> ft.Control:
    said, me = sentences.me, state.me
    change = quiet_button(tokens, said.change, model.start_changing, icon_name="edit", key="change-me")
    shown: list[ft.Control] = [filling(greeting(tokens, me.name if me and me.name else said.title))]
    if me is not None:
        shown.insert(0, avatar(tokens, me.picture, 96))
    return column([row(shown, gap=20), row([change], wraps=True)], gap=16)


def _tile(tokens: Tokens, picture: str, name: str, note: str, on_tap: Callable[[], None]) -> ft.Control:
    lines = column([label(tokens, name), small_text(tokens, note)], gap=2)
    return tap_card(
        tokens, row([pictogram(tokens, picture, 52), filling(lines)], gap=16), on_tap, key=picture
    )


def _sheet(sentences: Sentences, tokens: Tokens, model: MeModel, state: MeState) -> ft.BottomSheet | None:
    draft, said = state.draft, sentences.me
    if draft is None:
        return None
    shown: list[ft.Control] = [
        field(
            tokens,
            said.name_field,
            draft.name,
            model.type_name,
            hint=said.name_hint,
            error=said.name_missing if state.needs_name else None,
            max_length=40,
            key="my-name",
        ),
        column(
            [
                body_text(tokens, said.picture_title, is_bold=True),
                portrait_grid(
                    tokens,
                    [Choice(name, sentences.words.portraits[name], portrait=name) for name in AVATAR_NAMES],
                    draft.picture,
                    model.choose_picture,
                ),
            ],
            gap=8,
        ),
    ]
    shown.extend(problem_notice(sentences, tokens, state.problem))
    shown.append(big_button(tokens, said.keep, model.keep, icon_name="check", key="keep-me"))
    return sheet(tokens, said.change_title, shown, said.leave, model.stop_changing)
