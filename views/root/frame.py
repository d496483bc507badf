"""A view: the lines that stand over every screen, and the screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import flet as ft

from services.planner.words import Role
from views.about.delete_model import Gone
from views.binding import use_model
from views.design.top_line import top_line
from views.root import phases
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.surroundings import use_surroundings

Draw = Callable[[Mapping[str, str]], ft.Control]
HomeFrame = Callable[[str, Callable[[], ft.Control]], ft.Control]
"""The places of a role around a screen: given the address and what draws the screen."""


class Room(Protocol):
    """Makes a route; `is_alone` for a page that stands without the places of the role around it."""

    def __call__(self, path: str | None, draw: Draw, *, is_alone: bool = False) -> ft.Route: ...


@dataclass(frozen=True, slots=True)
class AtHome:
    """Whose screens these are: a phase, and the places around its screens."""

    phase: type[phases.AnyHome]
    frame: HomeFrame


@ft.component
def framed(model: RootModel, rooms: Rooms, draw: Draw, home: AtHome | None) -> ft.View:
    """One view of the stack. `draw` is given what stands in the address, such as an id."""
    around = use_surroundings()
    path, parts = ft.use_view_path(), ft.use_route_params()
    state = use_model(model)
    said = around.sentences.root
    tokens = around.tokens
    lines: list[ft.Control] = []
    match state.phase:
        case (
            phases.Home(is_made_up=True)
            | phases.FamilyHome(is_made_up=True)
            | phases.MentorHome(is_made_up=True)
        ):
            lines.append(
                top_line(
                    tokens,
                    around.sentences.mentor.made_up if around.role is Role.MENTOR else said.made_up,
                    said.leave_made_up,
                    rooms.leave_made_up,
                    picture="magic",
                    key="made-up",
                )
            )
        case phases.Home() | phases.FamilyHome() | phases.MentorHome() if state.is_read_only:
            lines.append(
                top_line(tokens, said.read_only, said.look_again, rooms.use_it_here, key="read-only")
            )
        case _:
            pass
    if state.update_is_ready:
        lines.append(top_line(tokens, said.update_ready, said.start_update, rooms.apply_update, key="update"))
    if state.went_wrong:
        lines.append(top_line(tokens, said.went_wrong, said.put_aside, model.put_aside, key="went-wrong"))
    shown: ft.Control = ft.Container()
    # While the house changes hands, a view of the old one may be drawn once more: it shows nothing.
    if home is None and not isinstance(state.phase, phases.AnyHome):
        shown = draw(parts)
    elif home is not None and isinstance(state.phase, home.phase):
        shown = _at_home(rooms, home, path, lambda: draw(parts))
    body = ft.Container(shown, expand=True, key=f"screen-{path}")
    return ft.View(
        route=path,
        padding=0,
        spacing=0,
        bgcolor=tokens.colours.ground,
        controls=[*lines, body],
    )


@ft.component
def _at_home(rooms: Rooms, home: AtHome, path: str, draw: Callable[[], ft.Control]) -> ft.Control:
    if isinstance(use_model(rooms.delete()), Gone):
        return draw()  # there is nothing left to go to
    return home.frame(path, draw)
