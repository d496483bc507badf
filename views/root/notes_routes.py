"""The addresses of notebooks, the same for every role, and the doors to them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import flet as ft

from services.desk.desk import Desk
from services.desk.notebook import KINDS_BY_ROLE
from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.pupil import pupil_of
from services.planner.words import Role
from views.design.button import quiet_button
from views.design.notice import notice
from views.design.surface import column
from views.design.tokens import Tokens
from views.people.sharing_now import SharingNow
from views.pupil.me_screen import Tiles, me_tile
from views.root.frame import Room
from views.root.gate_screen import gate_screen, invite_room
from views.root.phases import AnyHome, desks_in
from views.root.rooms import Rooms
from views.strings.catalogue import Sentences
from views.surroundings import use_surroundings

if TYPE_CHECKING:
    from views.notes.notes_model import NotesModel

_PICTURE_BY_KIND: Final = {NotebookKind.PRIVATE: "lock", NotebookKind.HOME: "home"}


def notes_routes(rooms: Rooms, room: Room) -> list[ft.Route]:
    """A notebook: /notes/<which>/<planner>; a ticket into what is written at home: /invite/<planner>/home."""
    return [
        room("notes/:which/:id", lambda at: _notes(rooms, at["which"], PlannerId(at["id"]))),
        room("invite/:id/home", lambda at: _let_in_home(rooms, PlannerId(at["id"])), is_alone=True),
    ]


def notes_tiles(go: Callable[[str], None], planner: PlannerId) -> Tiles:
    """The doors to a pupil's own notebooks."""

    def tiles(sentences: Sentences, tokens: Tokens) -> Sequence[ft.Control]:
        said = sentences.notes.kinds
        doors = ((kind, said[kind], partial(go, _to(kind, planner))) for kind in KINDS_BY_ROLE[Role.PUPIL])
        return [me_tile(tokens, _PICTURE_BY_KIND[kind], it.door, it.note, to) for kind, it, to in doors]

    return tiles


def notes_button(
    sentences: Sentences, tokens: Tokens, go: Callable[[str], None], planner: PlannerId
) -> ft.Control:
    """The door to a mentor's notebook about one pupil."""
    door, to = sentences.notes.kinds[NotebookKind.STAFF].door, _to(NotebookKind.STAFF, planner)
    return quiet_button(tokens, door, partial(go, to), icon_name="edit", key="notes")


@ft.component
def strangers_lines(rooms: Rooms, planner: PlannerId) -> ft.Control:
    """Over everybody in a planner: which notes are still read by a device that is not in it any more."""
    around = use_surroundings()
    tokens, said = around.tokens, around.sentences.notes
    kinds = [kind for kind in KINDS_BY_ROLE[rooms.role] if rooms.keeper.has_strangers(planner, kind)]
    return column(
        [
            notice(
                tokens,
                said.strangers_in.format(door=said.kinds[kind].door),
                tone="careful",
                action=said.open,
                on_action=partial(rooms.go, _to(kind, planner)),
                key=f"strangers-{kind}",
            )
            for kind in kinds
        ]
    )


def _to(kind: NotebookKind, planner: PlannerId) -> str:
    return f"/notes/{kind}/{planner}"


def _notes(rooms: Rooms, which: str, planner: PlannerId) -> ft.Control:
    from views.notes.notes_screen import notes_screen  # no start waits for it

    kind = next((one for one in KINDS_BY_ROLE[rooms.role] if one == which), None)
    desk = _desk(rooms, planner)
    if kind is None or desk is None:
        return gate_screen(rooms.root, rooms)
    is_pupil, is_mentor = rooms.role is Role.PUPIL, rooms.role is Role.MENTOR
    return notes_screen(
        _model(rooms, planner, kind),
        rooms.go,
        partial(rooms.go, f"/pupil/{planner}" if is_mentor else "/me"),
        invite=_ticket(rooms, planner, kind),
        pupil="" if is_pupil else pupil_of(desk.planner).name,
    )


def _ticket(rooms: Rooms, planner: PlannerId, kind: NotebookKind) -> str:
    """Where somebody is let in. Who leads a home's notes may not lead the planner: then its own ticket."""
    is_shared = rooms.keeper.sharing_now(planner) in (SharingNow.WELL, SharingNow.LOOK)
    return f"/invite/{planner}/home" if is_shared and kind is NotebookKind.HOME else f"/invite/{planner}"


def _let_in_home(rooms: Rooms, planner: PlannerId) -> ft.Control:
    is_here = NotebookKind.HOME in KINDS_BY_ROLE[rooms.role] and _desk(rooms, planner) is not None
    if not is_here:
        return gate_screen(rooms.root, rooms)
    return invite_room(rooms, planner, partial(rooms.go, _to(NotebookKind.HOME, planner)), NotebookKind.HOME)


def _desk(rooms: Rooms, planner: PlannerId) -> Desk | None:
    phase = rooms.root.state.phase
    desks = desks_in(phase) if isinstance(phase, AnyHome) and not phase.is_made_up else ()
    return next((one for one in desks if one.planner_id == planner), None)


def _model(rooms: Rooms, planner: PlannerId, kind: NotebookKind) -> "NotesModel":
    from views.notes.notes_model import NotesModel

    keeper = rooms.keeper
    return rooms.once(
        f"notes {kind} of {planner}",
        lambda: NotesModel(
            keeper.notebook(planner, kind),
            partial(keeper.has_strangers, planner, kind),
            partial(keeper.shut_out, planner, kind),
            rooms.actions,
        ),
    )
