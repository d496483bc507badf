"""The page on which a card brings a planner back."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.words import Role
from tests.stage import stage
from tests.sync.shared_house import ORIGIN
from tests.views.keeping.keeping_house import at_home, here
from tests.views.keeping.keeping_seen import EVERYWHERE, look, taps
from views.keeping import by_card_state
from views.keeping.by_card_screen import by_card_screen
from views.setup.setup_screen import setup_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_a_card_brings_a_pupil_back_and_a_wrong_one_does_not(
    run: Run, language: Language, width: int
) -> None:
    async def story() -> None:
        sentences = sentences_in(language)
        said = sentences.keeping
        async with at_home() as them:
            made = await them.mentor.rooms._keeper.keeping_card().renew(them.mentor.planner)
            phone = them.house.device(Role.PUPIL, 9)
            new, gone = here(phone), list[str]()
            model = new.rooms.by_card
            async with stage(
                lambda: by_card_screen(
                    model,
                    lambda: gone.append("leave"),
                    lambda: gone.append("done"),
                    lambda: setup_screen(new.rooms.arrive()),
                ),
                tokens=look(width),
                language=language,
            ) as s:
                address, letters = sentences.pairing.coming_in.address, said.by_card.letters
                await s.type(letters, made.characters[:-1])
                await s.type(address, ORIGIN)
                await taps(s, new, sentences.words.next)
                assert s.says(sentences.problems.by_field["card"])
                phone.weather.is_offline = True
                await s.type(letters, made.characters)
                await taps(s, new, sentences.words.next)
                assert s.says(said.by_card.unreachable)
                phone.weather.is_offline = False
                await taps(s, new, sentences.words.next)
                assert model.state == by_card_state.Found()
                await taps(s, new, said.by_card.not_now)
                await s.type(letters, made.characters)
                await taps(s, new, sentences.words.next)
                await taps(s, new, said.by_card.bring)
                await s.type(sentences.setup.name_field, "Sam")
                await taps(s, new, sentences.words.next)
                assert not phone.vault.is_open, "nothing is made before they have answered"
                await taps(s, new, sentences.lock.choosing.none)
                phone.weather.works_for(3)
                await taps(s, new, sentences.words.next)
                assert s.says(said.by_card.stopped)
                phone.weather.is_offline = False
                await taps(s, new, said.by_card.bring)
                assert isinstance(model.state, by_card_state.ShowingCard)
                assert model.letters == "", "it is a secret, and used"
                await taps(s, new, said.shown.written)
                assert s.says(said.by_card.done)
                await taps(s, new, said.by_card.go_on)
                assert gone == ["done"]
                assert phone.journal.records

    run(story())
