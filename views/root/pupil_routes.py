"""A pupil's addresses."""

from collections.abc import Callable

import flet as ft

from views.binding import use_model
from views.pupil.help_screen import help_screen
from views.pupil.me_screen import me_screen
from views.pupil.new_target_screen import new_target_screen
from views.pupil.pupil_frame import pupil_frame
from views.pupil.pupil_place import place_of
from views.pupil.routine_screen import routine_screen
from views.pupil.target_screen import target_screen
from views.pupil.targets_screen import targets_screen
from views.pupil.today_screen import today_screen
from views.root import phases
from views.root.frame import AtHome
from views.root.home_routes import room_in, shared_routes
from views.root.needs import line_about_sharing
from views.root.notes_routes import notes_tiles
from views.root.pupil_rooms import PupilRooms
from views.root.rooms import Rooms
from views.root.root_model import RootModel


def pupil_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """Today, targets, me and help, and what lies behind them."""
    here, go = PupilRooms(rooms), rooms.go
    room = room_in(model, rooms, AtHome(phases.Home, lambda path, draw: _home(here, path, draw, go)))
    return [
        room(None, lambda _: today_screen(here.today(), go)),
        room("today", lambda _: today_screen(here.today(), go)),
        room("routine/:id", lambda at: routine_screen(here.routine(at["id"]), go)),
        room("targets", lambda _: targets_screen(here.targets(), go)),
        room("targets/new", lambda _: new_target_screen(here.new_target(), go)),
        room("targets/:id", lambda at: target_screen(here.target(at["id"]), go)),
        room(
            "me",
            lambda _: me_screen(
                here.me(),
                go,
                _other_person(rooms),
                may_add=not here.is_made_up,
                invite="" if here.is_made_up else f"/invite/{here.planner_id}",
                people="" if here.is_made_up else f"/people/{here.planner_id}",
                above=line_about_sharing(rooms, [here.planner_id], is_made_up=here.is_made_up),
                planner=None if here.is_made_up else here.planner_id,
                notebooks=None if here.is_made_up else notes_tiles(go, here.planner_id),
            ),
        ),
        room("help", lambda _: help_screen(here.help(), go)),
        *shared_routes(model, rooms, room),
    ]


def _other_person(rooms: Rooms) -> Callable[[], None] | None:
    return rooms.planners_changed if rooms.root.state.is_shared else None


@ft.component
def _home(
    here: PupilRooms, path: str, draw: Callable[[], ft.Control], go: Callable[[str], None]
) -> ft.Control:
    """A pupil's screen with the four places beside it; the picture of Me follows the pupil's choice."""
    me = use_model(here.me()).me
    return pupil_frame(place_of(path), draw, go, me.picture if me else "")
