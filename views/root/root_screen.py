"""The whole app as one component: whichever phase it is in, and at home whichever address."""

from collections.abc import Callable

import flet as ft

from views.binding import use_model
from views.root.dress import dress, surroundings_of
from views.root.phases import FamilyHome, Home, MentorHome, Phase, role_of
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.surroundings import Surroundings, surrounded


def use_width() -> float:
    """The page's width, followed as it changes. Units: logical pixels."""
    page = ft.context.page
    width, set_width = ft.use_state(float(page.width or 0))

    def follow() -> None:
        page.on_resize = lambda event: set_width(float(event.width))

    ft.use_effect(follow, [])
    return width


@ft.component
def root_screen(model: RootModel, rooms: Rooms) -> ft.Control:
    """Draws again when the phase, the settings or the width change."""
    state = use_model(model)
    around = surroundings_of(
        state.settings,
        rooms.first_language,
        use_width(),
        state.device_asks_for_stillness,
        role_of(state.phase),
    )
    page = ft.context.page

    def dress_page() -> None:
        dress(page, around.tokens, around.sentences.words.app_name)
        rooms.describe(around.language, around.tokens.is_rtl, around.sentences.words.app_name)

    ft.use_effect(dress_page, [around.tokens, around.language])
    make_routes = _routes_in(state.phase)
    routes = ft.use_memo(lambda: make_routes(model, rooms), [make_routes])
    return _routed(around, routes)


def _routes_in(phase: Phase) -> Callable[[RootModel, Rooms], list[ft.Route]]:
    """Each home is read when somebody comes in: the doors wait for none of them."""
    match phase:
        case Home():
            from views.root.pupil_routes import pupil_routes

            return pupil_routes
        case FamilyHome():
            from views.root.family_routes import family_routes

            return family_routes
        case MentorHome():
            from views.root.mentor_routes import mentor_routes

            return mentor_routes
        case _:
            from views.root.routes import gate_routes

            return gate_routes


def _routed(around: Surroundings, routes: list[ft.Route]) -> ft.Control:
    return surrounded(around, lambda: ft.Router(routes, manage_views=True))
