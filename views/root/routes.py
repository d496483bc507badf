"""Which screen belongs to which address. Before anybody is at home, one screen answers all of them."""

import flet as ft

from views.root.frame import framed
from views.root.gate_screen import gate_screen
from views.root.rooms import Rooms
from views.root.root_model import RootModel


def gate_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """Before anybody is at home."""

    def view() -> ft.Control:
        return framed(model, rooms, lambda _: gate_screen(model, rooms), None)

    return [ft.Route(index=True, component=view), ft.Route(path=":rest*", component=view)]
