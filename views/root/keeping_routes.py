"""The rooms of keeping a shared planner, at home and before; no start waits for what only sharing needs."""

from typing import TYPE_CHECKING

import flet as ft

from services.desk.glance import name_in
from services.planner.ids import PlannerId
from services.planner.words import Role
from views.copies.keep_copy_screen import keep_copy_screen
from views.copies.take_all_screen import take_all_screen
from views.design.surface import Tap
from views.keeping.keeping_screen import keeping_screen
from views.root.frame import Room
from views.root.phases import ErasedElsewhere
from views.root.rooms import Rooms
from views.setup.setup_screen import setup_screen

if TYPE_CHECKING:
    from views.keeping.keeping_rooms import KeepingRooms


def keeping_routes(rooms: Rooms, room: Room) -> list[ft.Route]:
    """The card, erasing everywhere, handing over, coming back by a card."""

    def back_home() -> None:
        rooms.go("/" if rooms.role is Role.MENTOR else "/me")

    return [
        room("keep/:id", lambda at: _keep(rooms, PlannerId(at["id"]), back_home)),
        room("card/:id", lambda at: _card(rooms, PlannerId(at["id"])), is_alone=True),
        room("erase/:id", lambda at: _erase(rooms, PlannerId(at["id"])), is_alone=True),
        room("erase/:id/take", lambda at: _take(rooms, PlannerId(at["id"]))),
        room("hand-over", lambda _: _hand_over(rooms), is_alone=True),
        room("by-card", lambda _: by_card_room(rooms, lambda: rooms.go("/me")), is_alone=True),
    ]


def by_card_room(rooms: Rooms, on_leave: Tap) -> ft.Control:
    """Coming back into a planner by the card on paper."""
    from views.keeping.by_card_screen import by_card_screen

    here = _keeping(rooms)
    return by_card_screen(here.by_card, on_leave, rooms.planners_changed, lambda: setup_screen(here.arrive()))


@ft.component
def erased_room(rooms: Rooms, erased: ErasedElsewhere) -> ft.Control:
    """A planner that somebody had erased, with its two side rooms for a copy."""
    from views.keeping.erased_screen import erased_screen

    aside, set_aside = ft.use_state("")
    here = _keeping(rooms)
    match aside:
        case "keep":
            return keep_copy_screen(rooms.copies().keep, lambda: set_aside(""))
        case "take":
            return take_all_screen(here.take(erased.planner), lambda: set_aside(""))
        case _:
            return erased_screen(
                here.erased(erased.planner, erased.mine),
                erased.name,
                erased.by,
                erased.on,
                on_keep=lambda: set_aside("keep"),
                on_take=lambda: set_aside("take"),
                on_done=rooms.planners_changed,
            )


def _keep(rooms: Rooms, planner: PlannerId, on_back: Tap) -> ft.Control:
    pupil = "" if rooms.role is Role.PUPIL else name_in(rooms.keeper.vault, planner)
    return keeping_screen(planner, rooms.go, on_back, pupil)


def _card(rooms: Rooms, planner: PlannerId) -> ft.Control:
    from views.keeping.card_screen import card_screen

    return card_screen(_keeping(rooms).card(planner), lambda: rooms.go(f"/keep/{planner}"))


def _erase(rooms: Rooms, planner: PlannerId) -> ft.Control:
    from views.keeping.erase_screen import erase_screen

    return erase_screen(
        _keeping(rooms).erase(planner),
        lambda: rooms.go(f"/erase/{planner}/take"),
        lambda: rooms.go(f"/keep/{planner}"),
        rooms.planners_changed,
    )


def _take(rooms: Rooms, planner: PlannerId) -> ft.Control:
    return take_all_screen(_keeping(rooms).take(planner), lambda: rooms.go(f"/erase/{planner}"))


def _hand_over(rooms: Rooms) -> ft.Control:
    from views.keeping.hand_over_screen import hand_over_screen

    return hand_over_screen(
        _keeping(rooms).hand_over, rooms.go, lambda: rooms.go("/me"), rooms.planners_changed
    )


def _keeping(rooms: Rooms) -> "KeepingRooms":
    from views.keeping.keeping_rooms import KeepingRooms

    return rooms.once(
        "keeping",
        lambda: KeepingRooms(
            rooms.keeper,
            rooms.words_to_take,
            actions=rooms.actions,
            now_ms=rooms.now_ms,
            zone=rooms.zone,
            is_web=rooms.is_web,
        ),
    )
