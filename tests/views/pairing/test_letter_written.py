"""A letter is written, saved, and stands as a line with what became of it."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.sync.pairing_port import Guest
from services.sync.ticket import LETTER_MS
from tests.stage import stage
from tests.views.pairing.letter_house import BOTH, LetterHouse
from tests.views.pairing.test_pairing_screens import LOOKS
from views.pairing import invite_state
from views.pairing.invite_screen import invite_screen
from views.pairing.letter_lines import letter_lines
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


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
