"""Me: name and picture, and tiles to what is set once and seldom changed."""

from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from services.planner.ids import PlannerId
from views.binding import use_model
from views.design.button import quiet_button
from views.design.lettering import greeting, label, small_text
from views.design.page import page_body
from views.design.picture import avatar, pictogram
from views.design.sheet_host import use_sheet
from views.design.surface import column, led_by, row, tap_card
from views.design.toggle import toggle
from views.design.tokens import Tokens
from views.pupil.me_model import MeModel, MeState
from views.pupil.name_sheet import NameWords, name_sheet
from views.pupil.problem_notice import problem_notice
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

Tiles = Callable[[Sentences, Tokens], Sequence[ft.Control]]
"""Doors to other rooms, in the words and the look of now."""


@ft.component
def me_screen(
    model: MeModel,
    go: Callable[[str], None],
    on_other_person: Callable[[], None] | None = None,
    *,
    may_add: bool = True,
    invite: str = "",
    people: str = "",
    above: Sequence[ft.Control] = (),
    planner: PlannerId | None = None,
    notebooks: Tiles | None = None,
) -> ft.Control:
    """The pupil's own page.

    `on_other_person` gives the device to somebody else who has a planner here; `may_add`: one more can.
    `invite` is where somebody is let into this planner, `people` where it shows who is in; `above` stands
    under the head; `planner` is one that can be kept or erased, `notebooks` lead to its notes.
    """
    here, state = use_surroundings(), use_model(model)
    tokens, sentences = here.tokens, here.sentences
    said = sentences.me
    use_sheet(my_name_sheet(sentences, tokens, model, state))
    between: list[ft.Control] = []
    if state.has_adults:
        between.append(
            toggle(
                tokens,
                said.adult_ticks,
                state.adult_ticks,
                model.let_adults_tick,
                note=said.adult_ticks_note,
                picture="adult",
                key="adult-ticks",
            )
        )
        if state.draft is None:
            between.extend(problem_notice(sentences, tokens, state.problem))
    others: list[ft.Control] = []
    if invite:
        others.extend(sharing_tiles(sentences, tokens, go, invite, people))
    if planner:
        others.append(keep_tile(sentences, tokens, go, planner))
    if on_other_person is not None:
        others.append(me_tile(tokens, "wave", said.other_person, said.other_person_note, on_other_person))
    if may_add:
        others.append(me_tile(tokens, "friends", said.another, said.another_note, lambda: go("/another")))
    return page_body(
        tokens,
        [
            me_head(sentences, tokens, model, state),
            *above,
            *(notebooks(sentences, tokens) if notebooks else ()),
            *between,
            *set_once_tiles(sentences, tokens, go),
            *others,
            small_text(tokens, said.kept_note),
        ],
    )


def me_head(sentences: Sentences, tokens: Tokens, model: MeModel, state: MeState) -> ft.Control:
    """One's picture and name, and changing them."""
    said, me = sentences.me, state.me
    change = quiet_button(tokens, said.change, model.start_changing, icon_name="edit", key="change-me")
    name = greeting(tokens, me.name if me and me.name else said.title)
    head = name if me is None else led_by(tokens, avatar(tokens, me.picture, 96), name, gap=20)
    return column([head, row([change], wraps=True)], gap=16)


def set_once_tiles(sentences: Sentences, tokens: Tokens, go: Callable[[str], None]) -> Sequence[ft.Control]:
    """How it looks, the lock, copies, what it is, deleting."""
    said = sentences.me
    tiles = (
        ("/mine", "make_mine", said.mine, said.mine_note),
        ("/lock", "lock", said.lock, said.lock_note),
        ("/copies", "copy", said.copies, said.copies_note),
        ("/about", "about", said.about, said.about_note),
        ("/delete", "waste", said.delete, said.delete_note),
    )
    return [me_tile(tokens, picture, name, note, partial(go, to)) for to, picture, name, note in tiles]


def sharing_tiles(
    sentences: Sentences, tokens: Tokens, go: Callable[[str], None], invite: str = "", people: str = ""
) -> Sequence[ft.Control]:
    """Who is in, letting somebody in, and coming in with a code."""
    said = sentences.pairing
    tiles = [me_tile(tokens, "letter", said.have_code, said.have_code_note, partial(go, "/join"))]
    if invite:
        tiles.insert(0, me_tile(tokens, "family", said.let_in, said.let_in_note, partial(go, invite)))
    if people:
        page = sentences.people.page
        tiles.insert(0, me_tile(tokens, "who_looks", page.open, page.open_note, partial(go, people)))
    return tiles


def me_tile(tokens: Tokens, picture: str, name: str, note: str, on_tap: Callable[[], None]) -> ft.Control:
    """A door to something that is set once."""
    lines = column([label(tokens, name), small_text(tokens, note)], gap=2)
    return tap_card(
        tokens, led_by(tokens, pictogram(tokens, picture, 52), lines, gap=16), on_tap, key=picture
    )


def keep_tile(
    sentences: Sentences, tokens: Tokens, go: Callable[[str], None], planner: PlannerId
) -> ft.Control:
    """To what can be kept or erased of one's own planner."""
    said = sentences.keeping.doors
    return me_tile(tokens, "card", said.keep, said.keep_note, partial(go, f"/keep/{planner}"))


def my_name_sheet(
    sentences: Sentences, tokens: Tokens, model: MeModel, state: MeState
) -> ft.BottomSheet | None:
    """One's own name and picture, while they are being changed."""
    said = sentences.me
    words = NameWords(said.change_title, said.name_field, said.name_hint, said.picture_title)
    return name_sheet(
        sentences,
        tokens,
        words,
        state.draft,
        model.type_name,
        model.choose_picture,
        model.keep,
        model.stop_changing,
        needs_name=state.needs_name,
        problem=state.problem,
        key="my-name",
    )
