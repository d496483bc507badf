"""Which screen belongs to which address. Before anybody is at home, one screen answers all of them."""

from collections.abc import Callable, Mapping

import flet as ft

from views.about.about_screen import about_screen, delete_screen
from views.copies.bring_back_screen import bring_back_screen
from views.copies.copies_screen import copies_screen
from views.copies.keep_copy_screen import keep_copy_screen
from views.copies.take_all_screen import take_all_screen
from views.lock.lock_settings_screen import lock_settings_screen
from views.mine.mine_screen import mine_screen
from views.pupil.help_screen import help_screen
from views.pupil.me_screen import me_screen
from views.pupil.new_target_screen import new_target_screen
from views.pupil.routine_screen import routine_screen
from views.pupil.target_screen import target_screen
from views.pupil.targets_screen import targets_screen
from views.pupil.today_screen import today_screen
from views.root.frame import framed
from views.root.gate_screen import gate_screen
from views.root.rooms import Rooms
from views.root.root_model import RootModel

Draw = Callable[[Mapping[str, str]], ft.Control]


def home_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """A pupil's addresses."""

    def room(path: str | None, draw: Draw) -> ft.Route:
        return ft.Route(
            path=path, index=path is None, component=lambda: framed(model, rooms, draw, at_home=True)
        )

    go, back_to_me, back_to_copies = rooms.go, lambda: rooms.go("/me"), lambda: rooms.go("/copies")
    return [
        room(None, lambda _: today_screen(rooms.today(), go)),
        room("today", lambda _: today_screen(rooms.today(), go)),
        room("routine/:id", lambda at: routine_screen(rooms.routine(at["id"]), go)),
        room("targets", lambda _: targets_screen(rooms.targets(), go)),
        room("targets/new", lambda _: new_target_screen(rooms.new_target(), go)),
        room("targets/:id", lambda at: target_screen(rooms.target(at["id"]), go)),
        room("me", lambda _: me_screen(rooms.me(), go)),
        room("help", lambda _: help_screen(rooms.help(), go)),
        room("mine", lambda _: mine_screen(rooms.mine(), back_to_me)),
        room("lock", lambda _: lock_settings_screen(rooms.lock_settings())),
        room("copies", lambda _: copies_screen(rooms.copies().hub, go, back_to_me)),
        room("copies/keep", lambda _: keep_copy_screen(rooms.copies().keep, back_to_copies)),
        room("copies/take", lambda _: take_all_screen(rooms.copies().take, back_to_copies)),
        room("copies/bring", lambda _: bring_back_screen(rooms.copies().bring, back_to_copies)),
        room("about", lambda _: about_screen(back_to_me)),
        room("delete", lambda _: delete_screen(rooms.delete(), back_to_me)),
        room(":rest*", lambda _: gate_screen(model, rooms)),
    ]


def gate_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """Before anybody is at home."""

    def view() -> ft.Control:
        return framed(model, rooms, lambda _: gate_screen(model, rooms), at_home=False)

    return [ft.Route(index=True, component=view), ft.Route(path=":rest*", component=view)]
