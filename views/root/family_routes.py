"""A parent's addresses."""

from collections.abc import Callable

import flet as ft

from views.binding import use_model
from views.family.family_frame import family_frame
from views.family.family_me_screen import family_me_screen
from views.family.family_place import place_of
from views.family.family_target_screen import family_target_screen
from views.family.family_targets_screen import family_targets_screen
from views.family.pupil_switch import pupil_switch
from views.family.week_screen import week_screen
from views.pupil.help_screen import help_screen
from views.root import phases
from views.root.family_rooms import FamilyRooms
from views.root.frame import AtHome
from views.root.home_routes import room_in, shared_routes
from views.root.needs import line_about_sharing
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.surroundings import use_surroundings

Go = Callable[[str], None]


def family_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """Week, targets, me and help, and what lies behind them."""
    here, go = FamilyRooms(rooms), rooms.go
    room = room_in(model, rooms, AtHome(phases.FamilyHome, lambda path, draw: _home(here, path, draw, go)))
    return [
        room(None, lambda _: _week(here, rooms)),
        room("week", lambda _: _week(here, rooms)),
        room("targets", lambda _: _targets(here, go)),
        room("targets/:id", lambda at: family_target_screen(here.target(at["id"]), go)),
        room("me", lambda _: _me(here, rooms)),
        room("help", lambda _: _help(here, go)),
        *shared_routes(model, rooms, room),
    ]


@ft.component
def _home(here: FamilyRooms, path: str, draw: Callable[[], ft.Control], go: Go) -> ft.Control:
    me = use_model(here.me()).me
    return family_frame(place_of(path), draw, go, me.picture if me else "")


# Each of these follows the choice of a child, and goes to the rooms of the one who is chosen.
@ft.component
def _week(here: FamilyRooms, rooms: Rooms) -> ft.Control:
    state = use_model(here.family())
    planner = here.planner_id(state.chosen)
    line = line_about_sharing(rooms, [planner], is_made_up=here.is_made_up)
    return week_screen(here.family(), here.week(), line)


@ft.component
def _targets(here: FamilyRooms, go: Go) -> ft.Control:
    use_model(here.family())
    return family_targets_screen(here.family(), here.targets(), go)


@ft.component
def _help(here: FamilyRooms, go: Go) -> ft.Control:
    state, around = use_model(here.family()), use_surroundings()
    name = state.pupil.name or around.sentences.words.pupil
    switch = pupil_switch(around.sentences, around.tokens, state.pupils, state.chosen, here.family().choose)
    return help_screen(here.help(), go, around.sentences.family.help_note.format(name=name), switch)


def _me(here: FamilyRooms, rooms: Rooms) -> ft.Control:
    other = rooms.planners_changed if rooms.root.state.is_shared else None
    return family_me_screen(
        here.me(),
        here.family(),
        here.children(),
        rooms.go,
        other,
        may_add=not here.is_made_up,
        on_invite=None if here.is_made_up else lambda number: rooms.go(f"/invite/{here.planner_id(number)}"),
        on_people=None if here.is_made_up else lambda number: rooms.go(f"/people/{here.planner_id(number)}"),
        on_notes=None
        if here.is_made_up
        else lambda number: rooms.go(f"/notes/home/{here.planner_id(number)}"),
        on_keep=None if here.is_made_up else lambda number: rooms.go(f"/keep/{here.planner_id(number)}"),
    )
