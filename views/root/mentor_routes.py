"""A mentor's addresses."""

from collections.abc import Callable

import flet as ft

from views.root import phases
from views.root.frame import AtHome
from views.root.home_routes import room_in, shared_routes
from views.root.rooms import Rooms
from views.root.root_model import RootModel


def mentor_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """The caseload, and what lies behind it."""
    room = room_in(model, rooms, AtHome(phases.MentorHome, _home))
    return shared_routes(model, rooms, room)


def _home(path: str, draw: Callable[[], ft.Control]) -> ft.Control:
    return draw()
