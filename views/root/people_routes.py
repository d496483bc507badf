"""The addresses about the people of a planner, the same for every role."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import flet as ft

from services.planner.ids import PlannerId
from services.planner.pupil import pupil_of
from services.planner.words import Role
from views.root.frame import Room
from views.root.notes_routes import strangers_lines
from views.root.phases import AnyHome, desks_in
from views.root.rooms import Rooms

if TYPE_CHECKING:
    from views.people.people_rooms import PeopleRooms, PlannerRooms


def people_routes(rooms: Rooms, room: Room) -> list[ft.Route]:
    """Who is in, taking out, a lost phone, leaving, how sharing goes, and what may follow.

    What has several steps stands alone: a tablet that is turned in the middle goes on where it was.
    """
    return [
        room("people/:id", lambda at: PeoplePages(rooms, at["id"]).people()),
        room("people/:id/remove", lambda at: PeoplePages(rooms, at["id"]).remove(), is_alone=True),
        room("people/:id/lost", lambda at: PeoplePages(rooms, at["id"]).lost(), is_alone=True),
        room("people/:id/leave", lambda at: PeoplePages(rooms, at["id"]).leave(), is_alone=True),
        room("people/:id/away", lambda at: PeoplePages(rooms, at["id"]).away(), is_alone=True),
        room("people/:id/renew", lambda at: PeoplePages(rooms, at["id"]).renew(), is_alone=True),
        room(
            "people/:id/letter/:letter",
            lambda at: PeoplePages(rooms, at["id"]).letter(at["letter"]),
            is_alone=True,
        ),
        room("people/:id/health", lambda at: PeoplePages(rooms, at["id"]).health()),
        room("people/:id/known", lambda at: PeoplePages(rooms, at["id"]).known()),
    ]


def letter_rows(rooms: Rooms, planner: PlannerId) -> Sequence[ft.Control]:
    """An adult's letters, over everybody on the page about people."""
    from views.pairing.letter_lines import letter_lines

    if rooms.role is Role.PUPIL:
        return ()
    model = rooms.pairing().letters(planner)
    return (letter_lines(model, lambda letter: rooms.go(f"/people/{planner}/letter/{letter}")),)


class PeoplePages:
    """The pages of one planner. No start waits for what only sharing needs, so each is read when drawn."""

    def __init__(self, rooms: Rooms, planner: str) -> None:
        self._rooms = rooms
        self._planner = PlannerId(planner)

    def people(self) -> ft.Control:
        """Who is in."""
        from services.sync.people import Somebody
        from views.people.people_screen import people_screen

        if not self._is_here():
            return self._nowhere()
        here = self._here()

        def take_off(who: Somebody) -> None:
            here.remove.enter(who)
            self._rooms.go(f"/people/{self._planner}/remove")

        return people_screen(
            here.page,
            self._go,
            self._back,
            invite=f"/invite/{self._planner}",
            on_take_off=take_off,
            above=(
                strangers_lines(self._rooms, self._planner),
                *letter_rows(self._rooms, self._planner),
            ),
            pupil=self._pupil(),
        )

    def remove(self) -> ft.Control:
        """Somebody is taken out."""
        from views.people.out_screen import out_screen

        if not self._is_here():
            return self._nowhere()
        return out_screen(self._here().remove, self._to_people, self._to_people)

    def lost(self) -> ft.Control:
        """A phone is lost; a ticket for the next one follows."""
        from views.people.out_screen import out_screen

        if not self._is_here():
            return self._nowhere()
        here = self._here()

        def make_ticket() -> None:
            self._rooms.pairing().invite(self._planner).expect(here.lost.guest)
            self._rooms.go(f"/invite/{self._planner}")

        return out_screen(here.lost, self._to_people, make_ticket)

    def leave(self) -> ft.Control:
        """Whoever sits here leaves."""
        from views.people.leave_screen import leave_screen

        if not self._is_here():
            return self._nowhere()
        return leave_screen(self._here().leave, self._to_people, self._to_people, lambda: self._go("away"))

    def away(self) -> ft.Control:
        """The planner is taken off this device."""
        from views.people.after_screens import away_screen

        if not self._is_here() or self._rooms.role is Role.PUPIL:
            return self._nowhere()
        return away_screen(self._here().take_away, self._to_people)

    def renew(self) -> ft.Control:
        """This device is made ready to be let in again."""
        from views.people.after_screens import renew_screen

        return renew_screen(self._here().renew, self._to_people) if self._is_here() else self._nowhere()

    def letter(self, letter: str) -> ft.Control:
        """Who asks by a letter."""
        from views.pairing.letter_screen import letter_screen

        if not self._is_here() or self._rooms.role is Role.PUPIL:
            return self._nowhere()
        return letter_screen(self._rooms.pairing().letter(self._planner, letter), self._to_people)

    def health(self) -> ft.Control:
        """How sharing goes."""
        from views.people.health_screen import health_screen

        if not self._is_here() or self._rooms.role is Role.PUPIL:
            return self._nowhere()
        return health_screen(self._here().health, self._to_people)

    def known(self) -> ft.Control:
        """What the service between knows of this device."""
        from views.people.known_screen import known_screen

        return known_screen(self._all().known, self._to_people) if self._is_here() else self._nowhere()

    def _here(self) -> "PlannerRooms":
        return self._all().of(self._planner)

    def _all(self) -> "PeopleRooms":
        from views.people.people_rooms import PeopleRooms

        rooms = self._rooms

        def renewed() -> None:
            rooms.go("/join")
            rooms.root.opened()

        return rooms.once(
            "people",
            lambda: PeopleRooms(
                rooms.keeper,
                rooms.planners_changed,
                renewed,
                actions=rooms.actions,
                timer=rooms.timer,
                now_ms=rooms.now_ms,
                zone=rooms.zone,
            ),
        )

    def _is_here(self) -> bool:
        phase = self._rooms.root.state.phase
        is_real = isinstance(phase, AnyHome) and not phase.is_made_up
        return is_real and any(desk.planner_id == self._planner for desk in desks_in(phase))

    def _nowhere(self) -> ft.Control:
        from views.root.gate_screen import gate_screen

        return gate_screen(self._rooms.root, self._rooms)

    def _pupil(self) -> str:
        """Whose planner it is, as adults call them."""
        if self._rooms.role is Role.PUPIL:
            return ""
        desks = desks_in(self._rooms.root.state.phase)
        return next((pupil_of(one.planner).name for one in desks if one.planner_id == self._planner), "")

    def _go(self, to: str) -> None:
        here = self._here()
        flows = {
            "remove": here.remove.enter,
            "lost": here.lost.enter,
            "leave": here.leave.enter,
            "away": here.take_away.enter,
            "renew": here.renew.enter,
        }
        if to in flows:
            flows[to]()
        self._rooms.go(to if to.startswith("/") else f"/people/{self._planner}/{to}")

    def _to_people(self) -> None:
        self._rooms.go(f"/people/{self._planner}")

    def _back(self) -> None:
        self._rooms.go(f"/pupil/{self._planner}" if self._rooms.role is Role.MENTOR else "/me")
