"""The screens of a letter, on phone and tablet, in each language, large and dark."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.sync.inviting import Spoilt
from services.sync.pairing_port import Guest
from services.sync.ticket import LETTER_MS
from services.vault.vault_state import LockKind
from tests.stage import stage
from tests.views.lock.hand_timer import HandTimer
from tests.views.lock.locked_house import PIN
from tests.views.pairing.pairing_house import PairingHouse
from tests.views.pairing.test_pairing_screens import LOOKS
from views.pairing import invite_state, join_state, letter_state
from views.pairing.invite_screen import invite_screen
from views.pairing.join_model import JoinModel
from views.pairing.join_screen import join_screen
from views.pairing.letter_lines import letter_lines
from views.pairing.letter_model import LetterModel
from views.pairing.letter_screen import letter_screen
from views.pairing.letters_model import LettersModel
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]
BOTH = pytest.mark.parametrize("language", Language)
ZONE = "Europe/London"


class LetterHouse(PairingHouse):
    """The mentor's letters on a page, and the one by which somebody asks."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = LettersModel(self.letters, actions=self.actions, timer=self.timer, zone=ZONE)

    def letter(self) -> LetterModel:
        """The first one that is kept."""
        return LetterModel(
            self.vault,
            self.letters,
            self.letters.letters()[0].id,
            actions=self.actions,
            now_ms=lambda: self.clock_ms,
            zone=ZONE,
        )

    async def asks_by_letter(self, guest: Guest = Guest.PUPIL) -> str:
        """The phone has asked by a letter. Gives the link."""
        link = (await self.letters.write(guest)).link
        self.join.begin(link)
        await self.settle()
        self.join.ask()
        await self.settle()
        assert isinstance(self.join.state, join_state.Comparing)
        return link

    def phone_again(self) -> JoinModel:
        """The app on the phone, opened anew; what it has asked is kept."""
        return JoinModel(self.joining, actions=self.actions, timer=HandTimer())


@BOTH
@LOOKS
def test_a_letter_is_written_for_the_marked_one_and_saved(run: Run, tokens: Any, language: Language) -> None:
    async def day() -> None:
        house, left, said = LetterHouse(), [], sentences_in(language)
        writing, in_ = said.letters.writing, said.pairing.letting_in
        async with stage(
            lambda: invite_screen(house.invite, lambda: left.append("left")), tokens=tokens, language=language
        ) as s:
            await house.settle()
            await s.settle()
            assert s.says(writing.note)
            await s.tap(in_.guest.mine)
            await s.settle()
            assert writing.write not in s.names(), "one's own device is at hand"
            await s.tap(in_.guest.parent)
            await s.tap(writing.write)
            await house.settle()
            await s.settle()
            assert isinstance(house.invite.state, invite_state.Written)
            assert s.headings()[0] == (1, writing.title)
            assert s.says(writing.for_whom.format(guest=in_.guest.parent))
            assert s.says("2026")
            await s.type(writing.own_words, "See you on Friday")
            await s.settle()
            page = s.thing(writing.save).control.action.args["src_bytes"].decode()
            assert "See you on Friday" in page
            assert house.invite.state.letter.link in page
            assert house.invite.state.letter.link not in " ".join(s.texts()), "it stands on the paper alone"
            await s.tap(said.words.done)
            assert left == ["left"]
            house.invite.leave()
            await house.settle()
            assert len(house.letters.letters()) == 1, "a letter outlives the screen"
            assert s.crashes == []

    run(day())


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
@LOOKS
def test_letters_stand_as_lines_with_what_became_of_them(run: Run, tokens: Any, language: Language) -> None:
    async def day() -> None:
        house, went, said = LetterHouse(), [], sentences_in(language)
        lines = said.letters.open
        async with stage(
            lambda: letter_lines(house.lines, went.append), tokens=tokens, language=language
        ) as s:
            await house.settle()
            await s.settle()
            assert s.names() == [], "nothing where no letter was written"
            await house.letters.write(Guest.MENTOR)
            house.lines.begin()
            await house.settle()
            await s.settle()
            assert s.says(said.pairing.letting_in.guest.mentor)
            assert s.says("2026")
            await house.asks_by_letter()
            house.timer.ring()
            await house.settle()
            await s.settle()
            assert s.says(lines.asked)
            await s.tap(lines.look)
            assert went == [house.letters.letters()[1].id]
            house.clock_ms += LETTER_MS
            house.mailbox.go_offline()
            house.timer.ring()
            await house.settle()
            await s.settle()
            assert s.says(lines.too_late)
            await s.tap(lines.put_away)
            await house.settle()
            await s.settle()
            assert not s.says(lines.too_late)
            assert s.says(lines.asked), "it was seen in time, and what was seen last is shown"
            assert s.crashes == []

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
