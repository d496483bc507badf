"""A parent's own page: name and picture, the children, and what is set once."""

from collections.abc import Callable
from functools import partial

import flet as ft

from services.planner.note import NotebookKind
from services.planner.pupil import Pupil
from views.binding import use_model
from views.design.button import quiet_button
from views.design.icons import icon
from views.design.lettering import label, small_text, title
from views.design.page import page_body
from views.design.picture import avatar
from views.design.sheet_host import use_sheet
from views.design.surface import card, column, filling, row, tap_card
from views.design.tokens import Tokens
from views.family.children_model import ChildrenModel, ChildrenState
from views.family.family_model import FamilyModel
from views.pupil.me_model import MeModel
from views.pupil.me_screen import me_head, me_tile, my_name_sheet, set_once_tiles, sharing_tiles
from views.pupil.name_sheet import NameWords, name_sheet
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings


@ft.component
def family_me_screen(
    me: MeModel,
    family: FamilyModel,
    children: ChildrenModel,
    go: Callable[[str], None],
    on_other_person: Callable[[], None] | None,
    *,
    may_add: bool,
    on_invite: Callable[[int], None] | None = None,
    on_people: Callable[[int], None] | None = None,
    on_keep: Callable[[int], None] | None = None,
    on_notes: Callable[[int], None] | None = None,
) -> ft.Control:
    """`on_other_person` gives the device to somebody else; `may_add`: one more child can have a planner.

    `on_invite` lets somebody into the planner of a child, by its number; `on_people` shows who is in it,
    `on_keep` keeps or erases it; `on_notes` opens what was agreed at home.
    """
    around = use_surroundings()
    sentences, tokens = around.sentences, around.tokens
    mine, whose, changing = use_model(me), use_model(family), use_model(children)
    said = sentences.family.me
    mine_open = my_name_sheet(sentences, tokens, me, mine)
    use_sheet(mine_open or _child_sheet(sentences, tokens, children, changing))
    shown: list[ft.Control] = [me_head(sentences, tokens, me, mine), title(tokens, said.children)]
    for number, pupil in enumerate(whose.pupils):
        shown.append(_child(sentences, tokens, pupil, partial(children.start_changing, number)))
        if on_notes is not None:
            shown.append(_notes(sentences, tokens, pupil, partial(on_notes, number)))
        if on_invite is not None and on_people is not None:
            to = (partial(on_people, number), partial(on_invite, number))
            shown.append(_to_people(sentences, tokens, pupil, *to))
        if on_keep is not None:
            shown.append(_keep(sentences, tokens, pupil, partial(on_keep, number)))
    if may_add:
        add = quiet_button(tokens, said.add_child, lambda: go("/another"), icon_name="add", key="add-child")
        shown.append(row([add], wraps=True))
    if on_invite is not None:
        shown.extend(sharing_tiles(sentences, tokens, go))
    shown.extend(set_once_tiles(sentences, tokens, go))
    if on_other_person is not None:
        words = sentences.me
        shown.append(me_tile(tokens, "wave", words.other_person, words.other_person_note, on_other_person))
    return page_body(tokens, [*shown, small_text(tokens, said.kept_note)])


def _child(sentences: Sentences, tokens: Tokens, pupil: Pupil, on_change: Callable[[], None]) -> ft.Control:
    """A child; until they have joined, a press changes what they are called."""
    said, name = sentences.family.me, pupil.name or sentences.words.pupil
    note = said.joined if pupil.has_joined else said.not_joined
    lines = column([label(tokens, name), small_text(tokens, note)], gap=2)
    inside: list[ft.Control] = [avatar(tokens, pupil.picture or NOBODYS_PORTRAIT, 56), filling(lines)]
    if pupil.has_joined:
        return card(tokens, [row(inside, gap=16)], padding=16)
    inside.append(icon(tokens, "edit", ink="soft"))
    return tap_card(
        tokens, row(inside, gap=16), on_change, label=f"{said.change_child.format(name=name)}. {note}"
    )


def _to_people(
    sentences: Sentences,
    tokens: Tokens,
    pupil: Pupil,
    on_people: Callable[[], None],
    on_invite: Callable[[], None],
) -> ft.Control:
    name = pupil.name or sentences.words.pupil
    people = sentences.people.page.open_child.format(name=name)
    let_in = sentences.pairing.let_in_child.format(name=name)
    return row(
        [
            quiet_button(tokens, people, on_people, icon_name="eye"),
            quiet_button(tokens, let_in, on_invite, icon_name="add"),
        ],
        gap=8,
        wraps=True,
    )


def _notes(sentences: Sentences, tokens: Tokens, pupil: Pupil, on_notes: Callable[[], None]) -> ft.Control:
    said, name = sentences.notes, pupil.name or sentences.words.pupil
    door = said.door_of.format(door=said.kinds[NotebookKind.HOME].door, name=name)
    return row([quiet_button(tokens, door, on_notes, icon_name="edit")], wraps=True)


def _keep(sentences: Sentences, tokens: Tokens, pupil: Pupil, on_keep: Callable[[], None]) -> ft.Control:
    said = sentences.keeping.doors.keep_of.format(name=pupil.name or sentences.words.pupil)
    return row([quiet_button(tokens, said, on_keep, icon_name="settings")], wraps=True)


def _child_sheet(
    sentences: Sentences, tokens: Tokens, model: ChildrenModel, state: ChildrenState
) -> ft.BottomSheet | None:
    said = sentences.family.me
    words = NameWords(said.child_title, said.child_name, sentences.me.name_hint, said.child_picture)
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
        key="child-name",
    )
