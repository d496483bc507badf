"""The page on which a recovery card is made, shown once, renewed and dropped."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.words import Role
from tests.stage import stage
from tests.views.keeping.keeping_house import at_home
from tests.views.keeping.keeping_seen import EVERYWHERE, PIN, enters, look, nothing, settles, taps
from views.keeping import card_state
from views.keeping.card_screen import card_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_a_card_is_made_shown_once_renewed_and_dropped(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping
        async with at_home() as them:
            mentor, left = them.mentor, list[str]()
            model = mentor.rooms.card(mentor.planner)
            async with stage(
                lambda: card_screen(model, lambda: left.append("back")),
                tokens=look(width),
                language=language,
                role=Role.MENTOR,
            ) as s:
                await settles(s, mentor)
                assert s.says(said.card.only)
                assert s.says(said.card.has_none)
                assert (1, said.card.title) in s.headings()
                await taps(s, mentor, said.card.make)
                assert isinstance(model.state, card_state.ShowingCard)
                first = model.state.card.characters
                assert s.says(first.split("-")[0])
                assert first not in repr(model.state)
                await taps(s, mentor, said.shown.written)
                assert s.says(said.card.has_one)
                assert not s.says(first.split("-")[0])
                await taps(s, mentor, said.card.renew)
                assert isinstance(model.state, card_state.ShowingCard)
                assert model.state.card.characters != first
                await taps(s, mentor, said.shown.written)
                await taps(s, mentor, said.card.drop)
                await taps(s, mentor, said.card.drop_no)
                assert s.says(said.card.has_one)
                await taps(s, mentor, said.card.drop)
                await taps(s, mentor, said.card.drop)
                assert s.says(said.card.dropped)
                await taps(s, mentor, sentences_in(language).words.back)
                assert left == ["back"]

    run(story())


def test_before_a_card_is_made_the_lock_is_asked_for_and_without_a_network_there_is_none(run: Run) -> None:
    async def story() -> None:
        said = sentences_in(Language.ENGLISH)
        async with at_home(PIN) as them:
            mentor = them.mentor
            model = mentor.rooms.card(mentor.planner)
            async with stage(lambda: card_screen(model, nothing), role=Role.MENTOR) as s:
                await settles(s, mentor)
                await taps(s, mentor, said.keeping.card.make)
                assert isinstance(model.state, card_state.AskingAgain)
                await taps(s, mentor, "Back")
                assert isinstance(model.state, card_state.Shown)
                await taps(s, mentor, said.keeping.card.make)
                mentor.phone.weather.is_offline = True
                await enters(s, mentor)
                assert s.says(said.keeping.offline)
                assert s.says(said.keeping.card.has_none)

    run(story())
