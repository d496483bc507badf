"""The page on which a planner is erased, after it was read, understood and asked for again."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.words import Role
from tests.stage import stage
from tests.sync.shared_house import ORIGIN
from tests.views.keeping.keeping_house import at_home
from tests.views.keeping.keeping_seen import EVERYWHERE, PIN, enters, look, nothing, settles, taps
from views.keeping import erase_state
from views.keeping.erase_screen import erase_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_erasing_is_read_understood_and_asked_for_again(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping.erasing
        async with at_home(PIN if language is Language.ENGLISH else None) as them:
            mentor, gone = them.mentor, list[str]()
            model = mentor.rooms.erase(mentor.planner)
            async with stage(
                lambda: erase_screen(
                    model,
                    lambda: gone.append("take"),
                    lambda: gone.append("back"),
                    lambda: gone.append("done"),
                ),
                tokens=look(width),
                language=language,
                role=Role.MENTOR,
            ) as s:
                await settles(s, mentor)
                assert s.says(said.what)
                assert s.says(said.shared)
                assert not s.says(said.private)
                assert s.thing(said.now).is_off
                await taps(s, mentor, said.take)
                await taps(s, mentor, said.keep)
                await taps(s, mentor, said.sure)
                mentor.phone.weather.is_offline = True
                await taps(s, mentor, said.now)
                if language is Language.ENGLISH:
                    assert isinstance(model.state, erase_state.AskingAgain)
                    await enters(s, mentor)
                assert s.says(sentences_in(language).keeping.offline)
                assert mentor.phone.journal.records, "nothing has gone"
                mentor.phone.weather.is_offline = False
                await taps(s, mentor, said.now)
                if language is Language.ENGLISH:
                    await enters(s, mentor)
                assert s.says(said.done_title)
                await taps(s, mentor, said.go_on)
                assert gone == ["take", "back", "done"]
                assert not mentor.phone.vault.journals()

    run(story())


@EVERYWHERE
def test_a_pupil_erases_alone_what_only_they_see(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping.erasing
        async with at_home() as them:
            pupil = them.pupil
            private = await pupil.phone.vault.add_planner("private", Role.PUPIL, pupil.planner)
            await pupil.phone.sharing.found(private, ORIGIN)
            await pupil.phone.sharing.round()
            model = pupil.rooms.erase(pupil.planner)
            async with stage(
                lambda: erase_screen(model, nothing, nothing, nothing), tokens=look(width), language=language
            ) as s:
                await settles(s, pupil)
                assert (1, said.title_part) in s.headings()
                assert s.says(said.private)
                assert not s.says(said.shared)
                await taps(s, pupil, said.sure)
                await taps(s, pupil, said.now)
                assert s.says(said.done_part)
                assert [one.kind for one in pupil.phone.vault.journals()] == ["shared"]

    run(story())
