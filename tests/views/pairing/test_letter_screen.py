"""Who wrote a letter looks at it: compares, lets in, or reads how it ended."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.sync.inviting import Spoilt
from services.sync.pairing_port import Guest
from services.sync.ticket import LETTER_MS
from services.vault.vault_state import LockKind
from tests.stage import stage
from tests.views.lock.locked_house import PIN
from tests.views.pairing.letter_house import BOTH, LetterHouse
from tests.views.pairing.test_pairing_screens import LOOKS
from views.pairing import letter_state
from views.pairing.letter_screen import letter_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@BOTH
@LOOKS
def test_an_adult_compares_and_lets_in_by_a_letter(run: Run, tokens: Any, language: Language) -> None:
    async def day() -> None:
        house, left, said = LetterHouse(), [], sentences_in(language)
        in_ = said.pairing.letting_in
        await house.asks_by_letter()
        model = house.letter()
        async with stage(
            lambda: letter_screen(model, lambda: left.append("left")), tokens=tokens, language=language
        ) as s:
            await house.settle()
            await s.settle()
            assert s.headings()[0] == (1, in_.compare_title)
            assert s.says(said.letters.open.asked_hint)
            assert isinstance(model.state, letter_state.Comparing)
            for picture in model.state.asks.pictures:
                assert s.says(said.words.pictures[picture])
            house.letters.fill_up()
            await s.tap(in_.approve)
            await house.settle()
            await s.settle()
            assert s.says(said.problems.by_code["storage_full"])
            await s.tap(in_.approve)
            await house.settle()
            await s.settle()
            assert s.headings()[0] == (1, in_.added_title)
            assert house.letters.added == 1
            await s.tap(said.words.done)
            assert left == ["left"]
            assert s.crashes == []

    run(day())


def test_nobody_is_turned_away_and_over_are_each_said(run: Run) -> None:
    async def day() -> None:
        house, left = LetterHouse(), []
        said = sentences_in(Language.ENGLISH).letters.open
        await house.letters.write(Guest.PARENT)
        model = house.letter()
        async with stage(lambda: letter_screen(model, lambda: left.append("left"))) as s:
            await house.settle()
            await s.settle()
            assert s.says(said.nobody_title)
            house.mailbox.go_offline()
            await s.tap("Look now")
            await house.settle()
            await s.settle()
            assert s.says(sentences_in(Language.ENGLISH).problems.by_code["endpoint_unreachable"])
            house.mailbox.go_offline(False)
            house.clock_ms += LETTER_MS
            await s.tap("Look now")
            await house.settle()
            await s.settle()
            assert s.says(said.too_late)
            await s.tap(said.put_away)
            await house.settle()
            assert left == ["left"]
            assert house.letters.letters() == ()

    run(day())


@BOTH
def test_every_end_of_a_letter_has_a_sentence_of_its_own(run: Run, language: Language) -> None:
    async def day() -> None:
        house = LetterHouse()
        await house.letters.write(Guest.PARENT)
        model, said = house.letter(), sentences_in(language).letters.open
        async with stage(lambda: letter_screen(model, lambda: None), language=language) as s:
            await house.settle()
            for why in Spoilt:
                model.become(letter_state.Over(why))
                await s.settle()
                assert s.says(getattr(said, why.value))

    run(day())


def test_the_lock_is_asked_for_once_more_before_anybody_sees_who_asks(run: Run) -> None:
    async def day() -> None:
        house = LetterHouse()
        await house.vault.create(LockKind.PIN, PIN)
        await house.asks_by_letter()
        model = house.letter()
        model.begin()
        await house.settle()
        assert model.state == letter_state.AskingAgain()
        for digit in PIN:
            model.ask.secret.press(digit)
        model.ask.secret.submit()
        await house.settle()
        assert isinstance(model.state, letter_state.Comparing)

    run(day())
