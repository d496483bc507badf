"""What the addresses of every role share."""

from dataclasses import replace

import flet as ft

from services.planner.ids import PlannerId
from services.planner.words import Role
from views.about.about_screen import about_screen, delete_screen
from views.copies.bring_back_screen import bring_back_screen
from views.copies.copies_screen import copies_screen
from views.copies.keep_copy_screen import keep_copy_screen
from views.copies.take_all_screen import take_all_screen
from views.lock.lock_settings_screen import lock_settings_screen
from views.mine.mine_screen import mine_screen
from views.root.frame import AtHome, Draw, Room, framed
from views.root.gate_screen import gate_screen, invite_room, join_room
from views.root.keeping_routes import keeping_routes
from views.root.notes_routes import notes_routes
from views.root.people_routes import people_routes
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.setup.setup_screen import setup_screen


def room_in(model: RootModel, rooms: Rooms, home: AtHome) -> Room:
    """Makes the routes of one home: `room("targets/:id", draw)`; None is the first screen."""
    alone = replace(home, frame=lambda _, draw: draw())

    def room(path: str | None, draw: Draw, *, is_alone: bool = False) -> ft.Route:
        around = alone if is_alone else home
        return ft.Route(path=path, index=path is None, component=lambda: framed(model, rooms, draw, around))

    return room


def shared_routes(model: RootModel, rooms: Rooms, room: Room) -> list[ft.Route]:
    """How it looks, the lock, copies, what it is, deleting, one more planner; and what leads nowhere."""

    def back_to_me() -> None:
        rooms.go("/me")

    def leave_joining() -> None:
        rooms.link = ""
        back_to_me()

    def leave_inviting() -> None:
        rooms.go("/" if rooms.role is Role.MENTOR else "/me")
        if rooms.has_more_planners():
            rooms.root.opened()

    def back_to_copies() -> None:
        rooms.go("/copies")

    return [
        room("mine", lambda _: mine_screen(rooms.mine(), back_to_me)),
        room("lock", lambda _: lock_settings_screen(rooms.lock_settings())),
        room("copies", lambda _: copies_screen(rooms.copies().hub, rooms.go, back_to_me)),
        room("copies/keep", lambda _: keep_copy_screen(rooms.copies().keep, back_to_copies)),
        room("copies/take", lambda _: take_all_screen(rooms.copies().take, back_to_copies)),
        room("copies/bring", lambda _: bring_back_screen(rooms.copies().bring, back_to_copies)),
        room("about", lambda _: about_screen(back_to_me)),
        room("delete", lambda _: delete_screen(rooms.delete(), back_to_me)),
        room(
            "join",
            lambda _: join_room(
                rooms, rooms.link, leave_joining, lambda: rooms.go("/by-card"), on_later=leave_joining
            ),
            is_alone=True,
        ),
        room(
            "invite/:id",
            lambda at: invite_room(rooms, PlannerId(at["id"]), leave_inviting),
            is_alone=True,  # a tablet that is turned keeps its ticket
        ),
        *people_routes(rooms, room),
        *keeping_routes(rooms, room),
        *notes_routes(rooms, room),
        room("another", lambda _: setup_screen(rooms.another_pupil())),
        room(":rest*", lambda _: gate_screen(model, rooms)),
    ]
