"""Two devices with a letter between them: the mentor's letters on a page, and who asks by one."""

import pytest

from services.sync.pairing_port import Guest
from tests.views.lock.hand_timer import HandTimer
from tests.views.pairing.pairing_house import PairingHouse
from views.pairing import join_state
from views.pairing.join_model import JoinModel
from views.pairing.letter_model import LetterModel
from views.pairing.letters_model import LettersModel
from views.strings.catalogue import Language

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
