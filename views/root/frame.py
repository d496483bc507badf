"""A view: the lines that stand over every screen, and the screen."""

from collections.abc import Callable, Mapping

import flet as ft

from views.about.delete_model import Gone
from views.binding import use_model
from views.design.top_line import top_line
from views.pupil.pupil_frame import pupil_frame
from views.pupil.pupil_place import place_of
from views.root import phases
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.surroundings import use_surroundings


@ft.component
def framed(
    model: RootModel, rooms: Rooms, draw: Callable[[Mapping[str, str]], ft.Control], at_home: bool
) -> ft.View:
    """One view of the stack. `draw` is given what stands in the address, such as an id."""
    around = use_surroundings()
    path, parts = ft.use_view_path(), ft.use_route_params()
    state = use_model(model)
    said = around.sentences.root
    tokens = around.tokens
    lines: list[ft.Control] = []
    match state.phase:
        case phases.Home(is_made_up=True):
            lines.append(
                top_line(
                    tokens,
                    said.made_up,
                    said.leave_made_up,
                    rooms.leave_made_up,
                    picture="magic",
                    key="made-up",
                )
            )
        case phases.Home() if state.is_read_only:
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
    if isinstance(state.phase, phases.Home) is at_home:
        # While the house changes hands, a view of the old one may be drawn once more: it shows nothing.
        shown = home(rooms, path, lambda: draw(parts)) if at_home else draw(parts)
    body = ft.Container(shown, expand=True, key=f"screen-{path}")
    return ft.View(
        route=path,
        padding=0,
        spacing=0,
        bgcolor=tokens.colours.ground,
        controls=[*lines, body],
    )


@ft.component
def home(rooms: Rooms, path: str, draw: Callable[[], ft.Control]) -> ft.Control:
    """A pupil's screen with the four places beside it; the picture of Me follows the pupil's choice."""
    me = use_model(rooms.me()).me
    if isinstance(use_model(rooms.delete()), Gone):
        return draw()  # there is nothing left to go to
    return pupil_frame(place_of(path), draw, rooms.go, me.picture if me else "")
