"""The first time: a device that no endpoint knows brings a grant; somebody new says who they are."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.words import Role
from services.sync.pairing_port import Offered
from tests.stage import stage
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.two_devices import GUESTS
from views.design.lettering import title
from views.pairing import invite_state, join_state
from views.pairing.invite_screen import invite_screen
from views.pairing.join_model import JoinModel
from views.pairing.join_screen import join_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]
GRANT = "a grant"


@pytest.mark.parametrize("language", Language)
def test_a_grant_is_asked_for_once_and_a_wrong_one_is_told(run: Run, language: Language) -> None:
    async def day() -> None:
        house = PairingHouse()
        house.inviting.be_unknown(GRANT)
        said = sentences_in(language)
        async with stage(lambda: invite_screen(house.invite, lambda: None), language=language) as s:
            await house.settle()
            await s.settle()
            assert house.invite.state == invite_state.Granting(1, True)
            await s.type(said.pairing.granting.grant, "another")
            await s.type(said.pairing.coming_in.address, "https://bell.example")
            await s.tap(said.words.next)
            await house.settle()
            await s.settle()
            assert house.invite.state == invite_state.Granting(2, True, "grant")
            assert s.says(said.problems.by_field["grant"])
            await s.type(said.pairing.granting.grant, GRANT)
            await s.tap(said.words.next)
            await house.settle()
            assert house.invite.state == invite_state.Choosing(GUESTS, GUESTS[0])
            assert house.invite.grant == "", "it is a secret, and spent"
            house.invite.begin()
            await house.settle()
            assert isinstance(house.invite.state, invite_state.Choosing)

    run(day())


def test_who_is_new_here_says_who_they_are_before_anything_is_asked(run: Run) -> None:
    async def day() -> None:
        house = PairingHouse()
        asked_for: list[Role] = []
        join = JoinModel(
            house.joining, actions=house.actions, timer=house.phone_timer, is_nobody=lambda _role: True
        )
        shown = await house.shows_ticket()

        def questions(role: Role) -> Any:
            asked_for.append(role)
            return title(use_surroundings().tokens, "Who are you?")

        async with stage(
            lambda: join_screen(join, lambda: None, lambda: None, shown.ticket.link, questions)
        ) as s:
            await house.settle()
            await s.settle()
            await s.tap("Ask to join")
            assert join.state == join_state.Arriving(Offered(Role.PUPIL))
            assert set(asked_for) == {Role.PUPIL}
            assert s.says("Who are you?")
            join.not_yet()
            assert join.state == join_state.Deciding(Offered(Role.PUPIL))
            join.ask()
            join.arrived()
            await house.settle()
            assert isinstance(join.state, join_state.Comparing)

    run(day())
