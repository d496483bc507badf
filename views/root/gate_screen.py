"""What is shown while nobody is at home: the doors, set-up, the lock, or why it cannot go on.

Side rooms are read when somebody goes in: the doors wait for none of them.
"""

from typing import assert_never

import flet as ft

from services.planner.ids import PlannerId
from services.planner.note import NotebookKind
from services.planner.words import Role
from views.binding import use_model
from views.design.notice import empty_state
from views.design.page import page_body
from views.design.surface import Tap
from views.first.first_screen import first_screen
from views.first.role_screen import role_screen
from views.root import phases
from views.root.rooms import Rooms
from views.root.root_model import RootModel
from views.setup.setup_screen import setup_screen
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings


@ft.component
def gate_screen(model: RootModel, rooms: Rooms) -> ft.Control:
    """One screen for each phase before home."""
    around = use_surroundings()
    said = around.sentences.root
    match use_model(model).phase:
        case phases.Starting():
            return page_body(around.tokens, [])
        case phases.Doors():
            return doors(model, rooms)
        case phases.RoleDoor(role):
            return role_screen(
                role,
                on_set_up=lambda: model.set_up(role),
                on_look_around=lambda: rooms.look_around(role),
                on_back=model.back_to_doors,
                on_code=model.join,
            )
        case phases.Joining(link):
            return join_room(rooms, link, model.back_to_doors, model.recover)
        case phases.Waiting(beside):
            later = None if beside is None else model.opened
            return join_room(rooms, "", model.opened, model.recover, later)
        case phases.ByCard():
            from views.root.keeping_routes import by_card_room

            return by_card_room(rooms, model.back_to_doors)
        case phases.ErasedElsewhere() as erased:
            from views.root.keeping_routes import erased_room

            return erased_room(rooms, erased)
        case phases.SettingUp(role):
            return setup_screen(rooms.setup(role))
        case phases.WhoIsHere(homes):
            from views.root.who_is_here_screen import who_is_here_screen

            return who_is_here_screen(homes, rooms.come_in)
        case phases.Locked():
            from views.lock.unlock_screen import unlock_screen

            return unlock_screen(rooms.unlock())
        case phases.Stuck(code):
            return stuck(around, code, model)
        case phases.Home():
            return empty_page(around, said.not_here, said.to_today, lambda: rooms.go("/"))
        case phases.FamilyHome() | phases.MentorHome():
            return empty_page(around, said.not_here, said.to_first, lambda: rooms.go("/"))
        case other:
            assert_never(other)


@ft.component
def doors(model: RootModel, rooms: Rooms) -> ft.Control:
    """The first screen, with its three small side rooms."""
    aside, set_aside = ft.use_state("")
    match aside:
        case "mine":
            from views.mine.mine_screen import mine_screen

            return mine_screen(rooms.mine(), lambda: set_aside(""))
        case "about":
            from views.about.about_screen import about_screen

            return about_screen(lambda: set_aside(""))
        case "copy":
            from views.copies.bring_back_screen import bring_back_screen

            return bring_back_screen(rooms.copies().bring, lambda: set_aside(""))
        case _:
            return first_screen(
                on_pupil=lambda: model.set_up(Role.PUPIL),
                on_parent=lambda: model.open_door(Role.PARENT),
                on_mentor=lambda: model.open_door(Role.MENTOR),
                on_look_around=lambda: rooms.look_around(Role.PUPIL),
                on_language=lambda: set_aside("mine"),
                on_text_size=lambda: set_aside("mine"),
                on_about=lambda: set_aside("about"),
                on_bring_back=lambda: set_aside("copy"),
                on_code=model.join,
            )


def join_room(
    rooms: Rooms, link: str, on_leave: Tap, on_card: Tap, on_later: Tap | None = None
) -> ft.Control:
    """Coming into a planner of others; `on_card` for somebody who has a card in place of a code.

    `on_later` leads from waiting for a yes to what else is here.
    """
    from views.pairing.join_screen import join_screen  # no start waits for what only sharing needs

    pairing = rooms.pairing()
    return join_screen(
        pairing.join,
        on_leave,
        rooms.planners_changed,
        link,
        lambda role: setup_screen(pairing.arrive(role)),
        on_card,
        on_later,
    )


def invite_room(
    rooms: Rooms, planner: PlannerId, on_leave: Tap, notes: NotebookKind | None = None
) -> ft.Control:
    """Letting somebody into a planner that is here, or into the notes beside it alone."""
    from views.pairing.invite_screen import invite_screen

    return invite_screen(rooms.pairing().invite(planner, notes), on_leave)


def stuck(around: Surroundings, code: str, model: RootModel) -> ft.Control:
    """Why the app cannot go on, and the one thing to try."""
    words = around.sentences
    return page_body(
        around.tokens,
        [
            empty_state(
                around.tokens,
                "lock",
                words.root.stuck_title,
                code_sentence(words, code),
                action=words.words.try_again,
                on_action=model.start,
            )
        ],
        is_centred=True,
    )


def empty_page(around: Surroundings, text: str, action: str, on_action: Tap) -> ft.Control:
    """An address that leads nowhere."""
    return page_body(
        around.tokens,
        [
            empty_state(
                around.tokens,
                "routine",
                around.sentences.words.app_name,
                text,
                action=action,
                on_action=on_action,
            )
        ],
        is_centred=True,
    )
