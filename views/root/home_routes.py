"""What the addresses of every role share."""

from collections.abc import Callable

import flet as ft

from views.about.about_screen import about_screen, delete_screen
from views.lock.lock_settings_screen import lock_settings_screen
from views.mine.mine_screen import mine_screen
from views.root.frame import AtHome, Draw, framed
from views.root.gate_screen import gate_screen
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.setup.setup_screen import setup_screen

Room = Callable[[str | None, Draw], ft.Route]


def room_in(model: RootModel, rooms: Rooms, home: AtHome) -> Room:
    """Makes the routes of one home: `room("targets/:id", draw)`; None is the first screen."""

    def room(path: str | None, draw: Draw) -> ft.Route:
        return ft.Route(path=path, index=path is None, component=lambda: framed(model, rooms, draw, home))

    return room


def shared_routes(model: RootModel, rooms: Rooms, room: Room) -> list[ft.Route]:
    """How it looks, the lock, what it is, deleting, one more planner; and what leads nowhere."""

    def back_to_me() -> None:
        rooms.go("/me")

    return [
        room("mine", lambda _: mine_screen(rooms.mine(), back_to_me)),
        room("lock", lambda _: lock_settings_screen(rooms.lock_settings())),
        room("about", lambda _: about_screen(back_to_me)),
        room("delete", lambda _: delete_screen(rooms.delete(), back_to_me)),
        room("another", lambda _: setup_screen(rooms.another_pupil())),
        room(":rest*", lambda _: gate_screen(model, rooms)),
    ]
