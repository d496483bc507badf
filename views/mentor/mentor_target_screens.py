"""A target of a pupil as a mentor meets it. While it is open the mentor is looking at this pupil."""

from collections.abc import Callable

import flet as ft

from views.binding import use_model
from views.design.lettering import label
from views.design.picture import avatar
from views.design.surface import filling, row
from views.mentor.page_model import PupilPageModel
from views.mentor.page_state import PupilPage
from views.pupil.new_target_model import NewTargetModel
from views.pupil.new_target_screen import new_target_screen
from views.pupil.pupil_frame import NOBODYS_PORTRAIT
from views.pupil.target_model import TargetModel
from views.pupil.target_screen import target_screen
from views.surroundings import Surroundings, use_surroundings

Go = Callable[[str], None]


@ft.component
def mentor_target_screen(page: PupilPageModel, model: TargetModel, go: Go) -> ft.Control:
    """One target, under the name of the pupil."""
    state = use_model(page)
    return target_screen(model, go, f"/pupil/{state.planner}", [_whose(use_surroundings(), state)])


@ft.component
def mentor_new_target_screen(page: PupilPageModel, model: NewTargetModel, go: Go) -> ft.Control:
    """Writing a target with a pupil."""
    state = use_model(page)
    return new_target_screen(model, go, f"/pupil/{state.planner}", [_whose(use_surroundings(), state)])


def _whose(around: Surroundings, state: PupilPage) -> ft.Control:
    name = label(around.tokens, state.name or around.sentences.words.pupil, ink="soft")
    return row([avatar(around.tokens, state.pupil.picture or NOBODYS_PORTRAIT, 40), filling(name)], gap=12)
