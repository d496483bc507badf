"""A mentor's addresses."""

from collections.abc import Callable

import flet as ft

from services.planner.ids import PlannerId
from views.about.about_screen import about_screen
from views.binding import use_model
from views.design.button import quiet_button
from views.design.surface import row
from views.design.tokens import Tokens
from views.mentor.caseload_screen import caseload_screen, has_panes
from views.mentor.mentor_frame import mentor_frame
from views.mentor.mentor_help_screen import mentor_help_screen
from views.mentor.mentor_me_screen import mentor_me_screen, nobodys_me_screen
from views.mentor.mentor_place import place_of
from views.mentor.mentor_target_screens import mentor_new_target_screen, mentor_target_screen
from views.mentor.page_address import page_address
from views.mentor.page_screen import nobody_there, pupil_page_screen
from views.pupil.me_model import MeModel
from views.root import phases
from views.root.frame import AtHome
from views.root.home_routes import room_in, shared_routes
from views.root.mentor_rooms import MentorRooms
from views.root.needs import line_about_sharing
from views.root.notes_routes import notes_button
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.surroundings import use_surroundings

Go = Callable[[str], None]
Draw = Callable[[], ft.Control]


def mentor_routes(model: RootModel, rooms: Rooms) -> list[ft.Route]:
    """The caseload, each pupil's page and targets, me and help, and what lies behind them."""
    here, go = MentorRooms(rooms), rooms.go
    room = room_in(model, rooms, AtHome(phases.MentorHome, lambda path, draw: _home(here, path, draw, go)))
    return [
        room(None, lambda _: _pupils(here, rooms)),
        room("pupil/:id", lambda at: _pupil(here, at["id"], rooms)),
        room("pupil/:id/new", lambda at: _new_target(here, at["id"], go)),
        room("pupil/:id/:target", lambda at: _target(here, at["id"], at["target"], go)),
        room("me", lambda _: _me(here, rooms)),
        room("help", lambda _: mentor_help_screen(go)),
        room("about", lambda _: about_screen(lambda: go("/help"))),
        *shared_routes(model, rooms, room),
    ]


def _home(here: MentorRooms, path: str, draw: Draw, go: Go) -> ft.Control:
    me = here.me()
    return mentor_frame(place_of(path), draw, go) if me is None else _home_of(me, path, draw, go)


@ft.component
def _home_of(me: MeModel, path: str, draw: Draw, go: Go) -> ft.Control:
    mine = use_model(me).me
    return mentor_frame(place_of(path), draw, go, mine.picture if mine else "")


@ft.component
def _pupils(here: MentorRooms, rooms: Rooms) -> ft.Control:
    chosen = use_model(here.caseload()).chosen if has_panes(use_surroundings().tokens) else None
    # The page beside the list says it of the chosen pupil.
    others = [one for one in here.planners() if one != chosen]
    return caseload_screen(
        here.caseload(),
        lambda which, tokens: _page(here, which, tokens, rooms),
        rooms.go,
        may_add=not here.is_made_up,
        below_head=line_about_sharing(rooms, others, is_of_many=True, is_made_up=here.is_made_up),
    )


def _pupil(here: MentorRooms, which: str, rooms: Rooms) -> ft.Control:
    def page(one: PlannerId, tokens: Tokens) -> ft.Control:
        return _page(here, one, tokens, rooms)

    return page_address(here.caseload(), PlannerId(which), page, rooms.go)


@ft.component
def _page(here: MentorRooms, which: PlannerId, tokens: Tokens, rooms: Rooms) -> ft.Control:
    around, page, go = use_surroundings(), here.page(which), rooms.go
    if page is None:
        return nobody_there(around.sentences, tokens, go)
    is_beside = has_panes(around.tokens)
    let_in = quiet_button(
        tokens,
        around.sentences.pairing.let_in,
        lambda: go(f"/invite/{which}"),
        icon_name="add",
        key="let-in",
    )
    people = quiet_button(
        tokens,
        around.sentences.people.page.open,
        lambda: go(f"/people/{which}"),
        icon_name="eye",
        key="people",
    )
    name = page.state.name or around.sentences.words.pupil
    keep = quiet_button(
        tokens,
        around.sentences.keeping.doors.keep_of.format(name=name),
        lambda: go(f"/keep/{which}"),
        icon_name="settings",
        key="keep",
    )
    notes = notes_button(around.sentences, around.tokens, go, which)
    more = [] if here.is_made_up else [row([notes, people, let_in, keep], gap=8, wraps=True)]
    line = line_about_sharing(rooms, [which], is_made_up=here.is_made_up)
    return pupil_page_screen(page, tokens, go, None if is_beside else lambda: go("/"), more, line)


@ft.component
def _new_target(here: MentorRooms, which: str, go: Go) -> ft.Control:
    around, page, new = use_surroundings(), here.page(which), here.new_target(which)
    if page is None or new is None:
        return nobody_there(around.sentences, around.tokens, go)
    return mentor_new_target_screen(page, new, go)


@ft.component
def _target(here: MentorRooms, which: str, target: str, go: Go) -> ft.Control:
    around, page, one = use_surroundings(), here.page(which), here.target(which, target)
    if page is None or one is None:
        return nobody_there(around.sentences, around.tokens, go)
    return mentor_target_screen(page, one, go)


def _me(here: MentorRooms, rooms: Rooms) -> ft.Control:
    other = rooms.planners_changed if rooms.root.state.is_shared else None
    me = here.me()
    if me is None:
        return nobodys_me_screen(rooms.go, other)
    return mentor_me_screen(me, rooms.go, other, may_add=not here.is_made_up)
