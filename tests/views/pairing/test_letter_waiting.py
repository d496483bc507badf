"""Who asked by a letter waits for the answer, after a restart and without a network too."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.sync.pairing_port import Guest
from tests.stage import stage
from tests.views.pairing.letter_house import BOTH, LetterHouse
from tests.views.pairing.test_pairing_screens import LOOKS
from views.pairing import join_state
from views.pairing.join_screen import join_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@BOTH
@LOOKS
def test_who_asked_by_a_letter_waits_also_after_a_restart(run: Run, tokens: Any, language: Language) -> None:
    async def day() -> None:
        house, went, said = LetterHouse(), [], sentences_in(language)
        waiting = said.letters.waiting
        await house.asks_by_letter()
        house.join.leave()
        model = house.phone_again()
        async with stage(
            lambda: join_screen(
                model, lambda: None, lambda: went.append("in"), on_later=lambda: went.append("later")
            ),
            tokens=tokens,
            language=language,
        ) as s:
            await house.settle()
            await s.settle()
            assert s.headings()[0] == (1, waiting.title)
            assert s.says(waiting.note)
            assert isinstance(model.state, join_state.Comparing)
            for picture in model.state.pictures:
                assert s.says(said.words.pictures[picture])
            await s.tap(waiting.later)
            house.mailbox.go_offline()
            await s.tap(waiting.look_now)
            await house.settle()
            await s.settle()
            assert s.says(said.pairing.offline)
            house.mailbox.go_offline(False)
            await house.letters.approve(house.letters.letters()[0].id)
            await s.tap(waiting.look_now)
            await house.settle()
            await s.settle()
            assert s.headings()[0] == (1, said.pairing.coming_in.joined_title)
            await s.tap(said.pairing.coming_in.go_on)
            assert went == ["later", "in"]
            assert s.crashes == []

    run(day())


def test_who_stops_waiting_may_type_another_code_and_is_asked_nothing_again(run: Run) -> None:
    async def day() -> None:
        house = LetterHouse()
        await house.asks_by_letter()
        async with stage(lambda: join_screen(house.join, lambda: None, lambda: None)) as s:
            await house.settle()
            await s.settle()
            assert "Later" not in s.names()
            await s.tap("Stop waiting")
            await house.settle()
            await s.settle()
            assert s.says("Join a planner")
        assert house.joining.waiting() is None

    run(day())


def test_a_join_that_was_cut_off_waits_and_is_left_when_the_network_is_back(run: Run) -> None:
    async def day() -> None:
        house = LetterHouse()
        link = (await house.letters.write(Guest.PUPIL)).link
        house.join.begin(link)
        await house.settle()
        house.mailbox.go_offline()
        house.join.ask()
        await house.settle()
        assert isinstance(house.join.state, join_state.Comparing)
        assert house.join.state.is_offline
        house.mailbox.go_offline(False)
        await house.phone_looks()
        assert isinstance(house.join.state, join_state.Comparing)
        assert not house.join.state.is_offline
        assert (await house.letters.look())[0].is_asked

    run(day())
