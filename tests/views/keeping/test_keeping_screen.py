"""The doors to keeping a planner, and what who does not lead it reads behind them."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.stage import stage
from tests.views.keeping.keeping_house import at_home
from tests.views.keeping.keeping_seen import EVERYWHERE, look, nothing, settles
from views.design.page import page_body
from views.keeping.card_screen import card_screen
from views.keeping.erase_screen import erase_screen
from views.keeping.keeping_rows import hand_over_tile
from views.keeping.keeping_screen import keeping_screen
from views.pupil.me_screen import keep_tile
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_who_does_not_lead_is_told_who_does(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping
        async with at_home() as them:
            for one, card, erase in (
                (them.pupil, said.card.others_own, said.erasing.others_own),
                (them.parent, said.card.others, said.erasing.others),
            ):
                role, cards, erases = (
                    one.phone.role,
                    one.rooms.card(one.planner),
                    one.rooms.erase(one.planner),
                )
                async with stage(
                    lambda cards=cards: card_screen(cards, nothing),
                    tokens=look(width),
                    language=language,
                    role=role,
                ) as s:
                    await settles(s, one)
                    assert s.says(card)
                async with stage(
                    lambda erases=erases: erase_screen(erases, nothing, nothing, nothing),
                    tokens=look(width),
                    language=language,
                    role=role,
                ) as s:
                    await settles(s, one)
                    assert s.says(erase)

    run(story())


def test_every_door_leads_to_its_page(run: Run) -> None:
    async def story() -> None:
        gone = list[str]()
        async with at_home() as them:
            planner = them.pupil.planner
            async with stage(lambda: keeping_screen(planner, gone.append, nothing)) as s:
                await s.tap("Lost-phone card")
                await s.tap("Erase everywhere")

            def doors() -> Any:
                around = use_surroundings()
                keep = keep_tile(around.sentences, around.tokens, gone.append, planner)
                return [keep, hand_over_tile(around.sentences, around.tokens, gone.append)]

            async with stage(lambda: page_body(use_surroundings().tokens, doors())) as s:
                await s.tap("Keep or erase my planner")
                await s.tap("Hand over to a colleague")
            assert gone == [f"/card/{planner}", f"/erase/{planner}", f"/keep/{planner}", "/hand-over"]

    run(story())
