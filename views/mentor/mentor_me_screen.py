"""A mentor's own page: name and picture, one more pupil, and what is set once."""

from collections.abc import Callable

import flet as ft

from views.binding import use_model
from views.design.lettering import small_text
from views.design.page import page_body, page_top
from views.design.sheet_host import use_sheet
from views.keeping.keeping_rows import hand_over_tile
from views.pupil.me_model import MeModel
from views.pupil.me_screen import me_head, me_tile, my_name_sheet, set_once_tiles, sharing_tiles
from views.surroundings import Surroundings, use_surroundings

Go = Callable[[str], None]
OtherPerson = Callable[[], None] | None


@ft.component
def mentor_me_screen(model: MeModel, go: Go, on_other_person: OtherPerson, *, may_add: bool) -> ft.Control:
    """`on_other_person` gives the device to somebody else; `may_add`: one more pupil can have a planner."""
    around, state = use_surroundings(), use_model(model)
    use_sheet(my_name_sheet(around.sentences, around.tokens, model, state))
    return _page(around, me_head(around.sentences, around.tokens, model, state), go, on_other_person, may_add)


@ft.component
def nobodys_me_screen(go: Go, on_other_person: OtherPerson) -> ft.Control:
    """The same before there is a pupil: a mentor is named in the planners of pupils."""
    around = use_surroundings()
    return _page(around, page_top(around.tokens, around.sentences.me.title), go, on_other_person, True)


def _page(
    around: Surroundings, head: ft.Control, go: Go, on_other_person: OtherPerson, may_add: bool
) -> ft.Control:
    tokens, said, words = around.tokens, around.sentences.mentor, around.sentences.me
    shown = [head]
    if may_add:
        tile = me_tile(tokens, "caseload", said.add_pupil, said.add_pupil_note, lambda: go("/another"))
        shown.extend([tile, *sharing_tiles(around.sentences, tokens, go)])
        shown.append(hand_over_tile(around.sentences, tokens, go))
    shown.extend(set_once_tiles(around.sentences, tokens, go))
    if on_other_person is not None:
        shown.append(me_tile(tokens, "wave", words.other_person, words.other_person_note, on_other_person))
    return page_body(tokens, [*shown, small_text(tokens, around.sentences.family.me.kept_note)])
